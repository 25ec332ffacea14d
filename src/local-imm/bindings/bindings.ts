import { setImmediate } from "node:timers/promises";
import type { Buckets } from "../buckets/buckets.ts";
import type { StoredBinding } from "../store/bindings.ts";
import { emptyQueue } from "./empty-queue.ts";
import { expectIndexed } from "./expect-indexed.ts";
import { forgetDeleted } from "./forget-deleted.ts";
import { type BindingWatch, stopBinding, watchBinding, type WatchingTools } from "./watch-binding.ts";

/** All bindings that there are, each watched. */
export interface Bindings extends AsyncDisposable {
  /** Watches one that is created, in a transaction that is about to end. */
  created(binding: StoredBinding): void;
  /** Ends to watch one that is deleted, in a transaction that is about to end. */
  deleted(binding: StoredBinding): void;
  /** Stops one that found more files than its dataset has room for, until that has room. */
  stopForRoom(BindingId: bigint): void;
  /** A dataset may have room again. */
  retry(DatasetId: bigint): void;
  counts(): BindingCounts;
  /** Ends when all that is in the buckets at this moment is queued. */
  settled(): Promise<void>;
}

/** How many bindings there are, by what they do. */
export interface BindingCounts {
  readonly scanning: number;
  readonly watching: number;
  readonly stopped: number;
  /** How many files they have found in their buckets. */
  readonly files: number;
}

export interface BindingsOptions extends WatchingTools {
  readonly buckets: Buckets;
}

// Who deletes files often deletes many.
const retryMs = 1_000;
// While a binding is stopped, nothing tells of files that are removed from its bucket.
const lookAgainMs = 300_000;

/** Watches the bindings of a store, also those that come. */
export function startBindings(options: BindingsOptions): Bindings {
  const { store, buckets, clock, onError } = options;
  const watches = new Map<bigint, BindingWatch>();
  /** Those whose datasets have no room for what they found, by their datasets. */
  const outOfRoom = new Map<bigint, bigint>();
  const stopping = new Set<bigint>();
  /** What is done beside calls, and ends before the store is closed. */
  const working = new Set<Promise<void>>();
  let isClosed = false;
  let isForgetting = false;
  let cancelLook: (() => void) | undefined;
  const storeInUse = { store, isClosed: () => isClosed };

  const inBackground = (work: () => Promise<void>) => {
    const done = work()
      .catch(onError)
      .finally(() => working.delete(done));
    working.add(done);
  };
  const find = (BindingId: bigint) =>
    isClosed ? undefined : store.read(() => store.bindings.findById(BindingId));
  /** Does a step of a binding's life; if that fails, starts the binding after a while. */
  const orStartLater = (BindingId: bigint, step: () => Promise<void>) =>
    inBackground(async () => {
      try {
        await step();
      } catch (error) {
        startLater(BindingId);
        throw error;
      }
    });
  const startLater = (BindingId: bigint) =>
    void clock.after(retryMs, () => orStartLater(BindingId, () => start(BindingId)));
  const retry = (wanted: bigint) => {
    for (const [BindingId, DatasetId] of outOfRoom) {
      if (DatasetId !== wanted) continue;
      outOfRoom.delete(BindingId);
      if (!stopping.has(BindingId)) startLater(BindingId);
    }
  };
  const lookAgainLater = () => {
    cancelLook ??= clock.after(lookAgainMs, () => {
      cancelLook = undefined;
      for (const DatasetId of new Set(outOfRoom.values())) retry(DatasetId);
    });
  };
  const start = async (BindingId: bigint) => {
    const binding = find(BindingId);
    if (!binding || watches.has(BindingId)) return;
    if (binding.State === "Ready") await expectIndexed(binding, storeInUse);
    // It may be gone by now, or watched: what creates one may be run twice.
    if (!find(BindingId) || watches.has(BindingId)) return;
    const folder = buckets.folderOf(binding.Bucket) ?? buckets.pathOf(binding.Bucket);
    watches.set(
      BindingId,
      watchBinding(binding, folder, { ...options, onRemoved: () => retry(binding.DatasetId) }),
    );
  };

  const stop = async (watch: BindingWatch) => {
    const { BindingId } = watch.binding;
    await watch[Symbol.asyncDispose]();
    await emptyQueue(BindingId, storeInUse);
    const binding = find(BindingId);
    if (!binding) return;
    if (!outOfRoom.has(BindingId)) return startLater(BindingId);
    stopBinding(
      binding,
      "The dataset is full: its DatasetMaxFileCount or DatasetMaxTotalFileSize is reached. Raise it, or remove files: the bucket is looked at again within 5 minutes.",
      options,
    );
    lookAgainLater();
  };

  const forget = async () => {
    if (isForgetting) return;
    isForgetting = true;
    await forgetDeleted(storeInUse).finally(() => (isForgetting = false));
  };

  for (const { BindingId } of store.read(() => store.bindings.all())) {
    orStartLater(BindingId, () => start(BindingId));
  }
  inBackground(forget);
  return {
    created: ({ BindingId }) =>
      orStartLater(BindingId, async () => {
        await setImmediate();
        await start(BindingId);
      }),
    stopForRoom(BindingId) {
      const watch = watches.get(BindingId);
      if (!watch || isClosed) return;
      watches.delete(BindingId);
      outOfRoom.set(BindingId, watch.binding.DatasetId);
      stopping.add(BindingId);
      orStartLater(BindingId, () => stop(watch).finally(() => stopping.delete(BindingId)));
    },
    retry,
    deleted({ BindingId }) {
      const watch = watches.get(BindingId);
      watches.delete(BindingId);
      outOfRoom.delete(BindingId);
      orStartLater(BindingId, async () => {
        await watch?.[Symbol.asyncDispose]();
        await setImmediate();
        // It is there still if the transaction failed.
        await start(BindingId);
        await forget();
      });
    },
    counts() {
      const all = store.read(() => store.bindings.all());
      const stopped = all.filter(({ State }) => State === "Stopped").length;
      const scanning = all.filter(
        ({ State, Phase }) => State !== "Stopped" && Phase === "FullScanning",
      ).length;
      const files = [...watches.values()].reduce((sum, watch) => sum + watch.files(), 0);
      return { scanning, watching: all.length - scanning - stopped, stopped, files };
    },
    async settled() {
      await Promise.all(working);
      await Promise.all([...watches.values()].map((watch) => watch.settled()));
    },
    async [Symbol.asyncDispose]() {
      isClosed = true;
      cancelLook?.();
      await Promise.all([...watches.values()].map((watch) => watch[Symbol.asyncDispose]()));
      await Promise.all(working);
    },
  };
}
