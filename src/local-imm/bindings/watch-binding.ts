import type { Changes } from "../buckets/changes.ts";
import type { Clock } from "../buckets/clock.ts";
import { bucketUri, objectUri } from "../buckets/oss-uri.ts";
import type { Stamp } from "../buckets/stamp.ts";
import { type BucketWatch, type Phase, watchBucket } from "../buckets/watch-bucket.ts";
import type { Indexer } from "../indexing/indexer.ts";
import type { StoredBinding } from "../store/bindings.ts";
import type { Store } from "../store/store.ts";
import { later } from "../time.ts";

/** What bindings are watched with. */
export interface WatchingTools {
  readonly store: Store;
  readonly indexer: Pick<Indexer, "hasRoom" | "queue">;
  readonly clock: Clock;
  readonly now: () => bigint;
  /** The data folder, which is no part of a bucket around it. */
  readonly except: string;
  readonly onNotice: (notice: string) => void;
  readonly onError: (error: unknown) => void;
}

/** A binding whose bucket is watched. */
export interface BindingWatch extends BucketWatch {
  readonly binding: StoredBinding;
  /** How many files it has found in the bucket. */
  files(): number;
}

interface BindingWatchTools extends WatchingTools {
  /** Files of the dataset were removed. */
  onRemoved(): void;
}

/** Watches a binding's bucket, and queues whatever changes there for its dataset. */
export function watchBinding(binding: StoredBinding, folder: string, tools: BindingWatchTools): BindingWatch {
  const { store, indexer, clock, except, now, onNotice, onError } = tools;
  const { BindingId } = binding;
  const name = nameOf(binding);
  let told: Phase | undefined;
  let found = 0;
  let isClosed = false;
  let endWait = () => {};

  const change = (changes: Partial<StoredBinding>) => changeBinding(binding, changes, store);

  const watch = watchBucket({
    ...{ folder, clock, except, onError },
    seen: { inFolder: (inside) => seenIn(inside, BindingId, store) },
    async onChanges(changes) {
      store.transaction(() => storeChanges(changes, binding, tools));
      if (changes.removed.length > 0) tools.onRemoved();
      // What it found is queued: the end of the watch needn't wait until some of that is read.
      if (isClosed) return;
      await new Promise<void>((resolve, reject) => {
        endWait = resolve;
        indexer.hasRoom().then(resolve, reject);
      });
    },
    onPhase(Phase, { files, folders }) {
      found = files;
      if (Phase === told) return;
      told = Phase;
      change({ State: "Running", Phase, Reason: null });
      onNotice(
        Phase === "FullScanning"
          ? `${name}: scanning the bucket.`
          : `${name}: scanned the bucket (files: ${files}, folders: ${folders}); watching for changes.`,
      );
    },
    onProblem(problem) {
      if (problem !== undefined) return stopBinding(binding, problem, tools);
      change({ State: "Running", Reason: null, UpdateTime: later(now(), binding.UpdateTime) });
      onNotice(`${name}: running again.`);
    },
    log: (line) => onNotice(`${name}: ${line}`),
  });
  return {
    ...watch,
    binding,
    files: () => found,
    async [Symbol.asyncDispose]() {
      isClosed = true;
      endWait();
      await watch[Symbol.asyncDispose]();
    },
  };
}

/** Says in the store, and in the log, why a binding goes on no more. */
export function stopBinding(
  binding: StoredBinding,
  Reason: string,
  { store, now, onNotice }: WatchingTools,
): void {
  changeBinding(binding, { State: "Stopped", Reason, UpdateTime: later(now(), binding.UpdateTime) }, store);
  onNotice(`${nameOf(binding)}: stopped. ${Reason}`);
}

/** Stores what is known of a binding, unless it is gone. */
function changeBinding(binding: StoredBinding, changes: Partial<StoredBinding>, store: Store): void {
  store.transaction(() => {
    const stored = store.bindings.find(binding);
    if (stored?.BindingId === binding.BindingId) store.bindings.update({ ...stored, ...changes });
  });
}

function nameOf({ Bucket, ProjectName, DatasetName }: StoredBinding): string {
  return `Binding of ${bucketUri(Bucket)} to ${ProjectName}/${DatasetName}`;
}

/** In pages, between which other work is done. */
function* seenIn(Folder: string, BindingId: bigint, { read, seen }: Store) {
  for (let After = ""; ;) {
    const page = read(() => seen.page({ BindingId, Folder, After }));
    yield* page;
    const last = page.at(-1);
    if (!last) return;
    [After] = last;
  }
}

const noStamp: Stamp = { size: 0n, mtimeNs: 0n, inode: 0n };

function storeChanges(
  { changed, removed, folders }: Changes,
  binding: StoredBinding,
  { store, indexer }: WatchingTools,
): void {
  const { BindingId, DatasetId, Bucket: bucket } = binding;
  // It may be gone by now.
  if (store.bindings.find(binding)?.BindingId !== BindingId) return;
  for (const key of removed) {
    const file = { DatasetId, URI: objectUri({ bucket, key }) };
    store.seen.delete({ BindingId, key });
    store.queue.removeFound(file);
    store.files.delete(file);
  }
  for (const folder of folders.removed) store.seen.delete({ BindingId, key: folder });
  for (const folder of folders.added) store.seen.save({ BindingId, key: folder }, noStamp);
  for (const { key, stamp } of changed) store.seen.save({ BindingId, key }, stamp);
  indexer.queue(
    changed.map(({ key }) => ({ DatasetId, BindingId, URI: objectUri({ bucket, key }), Input: "{}" })),
  );
}
