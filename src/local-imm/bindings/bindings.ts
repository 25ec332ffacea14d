import { setImmediate } from "node:timers/promises";
import type { Buckets } from "../buckets/buckets.ts";
import { findAnew } from "../indexing/store-reading.ts";
import type { StoredBinding } from "../store/bindings.ts";
import { type BindingWatch, stopBinding, watchBinding, type WatchingTools } from "./watch-binding.ts";

/** All bindings that there are, each watched. */
export interface Bindings extends AsyncDisposable {
  /** Watches one that is created, in a transaction that is about to end. */
  created(binding: StoredBinding): void;
  /** Ends to watch one that is deleted. */
  deleted(binding: StoredBinding): void;
  /** Stops one that found more files than its dataset has room for, until that has room. */
  full(BindingId: bigint): void;
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

// At a time, so that calls are answered in between.
const forgottenAtOnce = 1_000;
// Who deletes files often deletes many.
const retryMs = 1_000;

/** Watches the bindings of a store, also those that come. */
export function startBindings(options: BindingsOptions): Bindings {
  const { store, buckets, clock, onError } = options;
  const watches = new Map<bigint, BindingWatch>();
  /** Those that are stopped since their datasets are full, by their datasets. */
  const full = new Map<bigint, bigint>();
  let isClosed = false;
  let isForgetting = false;

  const start = (binding: StoredBinding) => {
    if (isClosed || watches.has(binding.BindingId)) return;
    const folder = buckets.folderOf(binding.Bucket) ?? buckets.pathOf(binding.Bucket);
    watches.set(binding.BindingId, watchBinding(binding, folder, options));
  };
  const find = (wanted: bigint) =>
    store.read(() => store.bindings.all()).find(({ BindingId }) => BindingId === wanted);

  /** Ends to watch one, and empties the queue of what it found: that is found anew when there is room. */
  const stopFull = async (BindingId: bigint, watch: BindingWatch) => {
    await watch[Symbol.asyncDispose]();
    const removeSome = () => {
      const files = store.queue.found(BindingId, forgottenAtOnce);
      for (const file of files) {
        store.queue.remove(file);
        findAnew(file, store);
      }
      return files.length;
    };
    for (let removed = 1; removed > 0; await setImmediate()) {
      if (isClosed) return;
      removed = store.transaction(removeSome);
    }
    const binding = isClosed ? undefined : find(BindingId);
    if (!binding) return;
    full.set(BindingId, binding.DatasetId);
    stopBinding(
      binding,
      "The dataset is full: its DatasetMaxFileCount or DatasetMaxTotalFileSize is reached.",
      options,
    );
  };

  /** Forgets what deleted bindings had seen. */
  const forget = async () => {
    if (isForgetting) return;
    isForgetting = true;
    for (let forgotten = 1; forgotten > 0;) {
      await setImmediate();
      if (isClosed) return;
      const orphan = store.read(() => store.seen.findOrphan());
      forgotten =
        orphan === undefined ? 0 : store.transaction(() => store.seen.forget(orphan, forgottenAtOnce));
    }
    isForgetting = false;
  };
  const forgetLater = () =>
    void forget().catch((error: unknown) => {
      isForgetting = false;
      onError(error);
    });

  for (const binding of store.read(() => store.bindings.all())) start(binding);
  forgetLater();
  return {
    created: (binding) => void setImmediate().then(() => start(binding)),
    full(BindingId) {
      const watch = watches.get(BindingId);
      if (!watch || isClosed) return;
      watches.delete(BindingId);
      stopFull(BindingId, watch).catch(onError);
    },
    retry(DatasetId) {
      for (const [BindingId, id] of full) {
        if (id !== DatasetId) continue;
        full.delete(BindingId);
        clock.after(retryMs, () => {
          const binding = isClosed ? undefined : find(BindingId);
          if (binding) start(binding);
        });
      }
    },
    deleted({ BindingId }) {
      const watch = watches.get(BindingId);
      watches.delete(BindingId);
      void watch?.[Symbol.asyncDispose]().then(undefined, onError);
      forgetLater();
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
      await Promise.all([...watches.values()].map((watch) => watch.settled()));
    },
    async [Symbol.asyncDispose]() {
      isClosed = true;
      await Promise.all([...watches.values()].map((watch) => watch[Symbol.asyncDispose]()));
    },
  };
}
