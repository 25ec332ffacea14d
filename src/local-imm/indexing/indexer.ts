import { StoreError } from "../store/database/store-error.ts";
import type { QueuedFile } from "../store/index-queue.ts";
import { forMany, type MomentaryTools, readQueued, type ReadingTools } from "./read-queued.ts";
import { queueOnce } from "./queue-once.ts";
import { storeReading, type Finished, type Outcome, type StoringTools } from "./store-reading.ts";

/** Indexes what is queued, until it is disposed of. */
export interface Indexer extends AsyncDisposable {
  /** Queues files in the transaction around it; those that wait already don't wait twice. */
  queue(files: readonly Omit<QueuedFile, "QueueId">[]): void;
  /** Ends as soon as few files wait that bindings found: a scan is faster than what reads them. */
  hasRoom(): Promise<void>;
  /** How many files were indexed and how many failed since the start, and how many wait. */
  counts(): IndexerCounts;
  /** Ends when nothing waits any more. */
  settled(): Promise<void>;
}

export interface IndexerCounts {
  readonly indexed: number;
  readonly failed: number;
  /** Files that calls named, and files that bindings found. */
  readonly waiting: { readonly calls: number; readonly bindings: number };
}

export interface IndexerOptions extends Omit<ReadingTools, "onUnknownTemplate"> {
  readonly now: () => bigint;
  /** Calls back after so many milliseconds; returns what cancels it. */
  readonly after: (ms: number, callback: () => void) => () => void;
  readonly onError: (error: unknown) => void;
  readonly onNotice: (notice: string) => void;
  /** Is told of a binding that found more files than its dataset has room for. */
  readonly onNoRoom: (BindingId: bigint) => void;
}

// So many wait for the process that reads them or for the store: enough that neither waits for the other.
const mostInFlight = 256;
// Together they cost one commit. More would keep calls waiting for longer, and gain little.
const batchSize = 50;
// To store the words of so long a text takes some 60 ms, in which nothing else is answered.
const batchText = 100_000;
const retryMs = 1_000;
// Enough for the next batches.
const fewFound = 300;
const toldEvery = 10_000;
// What is read waits for others no longer than that: one of them may take minutes.
const longestWaitMs = 50;
// A file that changes while it is read is read again, so often.
const mostReads = 10;

/** Begins to index what is queued, what an earlier process left too. */
export function startIndexer(options: IndexerOptions): Indexer {
  const { store, now, after, onError, onNotice } = options;
  /** Taken up and not stored yet, by their place in the queue. */
  const inFlight = new Map<bigint, QueuedFile>();
  const busyFiles = new Set<string>();
  const unknownTemplates = new Set<string>();
  const done = { Indexed: 0, Failed: 0 };
  let told = 0;
  let finished: Finished[] = [];
  let isScheduled = false;
  let isClosed = false;
  let cancelRetry = () => {};
  let cancelWait: (() => void) | undefined;
  let hasWaited = false;
  let onSettled: (() => void)[] = [];
  let onRoom: (() => void)[] = [];

  const readingTools: ReadingTools = {
    ...options,
    onUnknownTemplate(templateId) {
      if (unknownTemplates.has(templateId)) return;
      unknownTemplates.add(templateId);
      onNotice(`No template is named ${JSON.stringify(templateId)}: files are indexed as without one.`);
    },
  };

  const schedule = () => {
    if (isScheduled || isClosed) return;
    isScheduled = true;
    setImmediate(() => {
      isScheduled = false;
      work();
    });
  };

  const isDue = () =>
    finished.length >= batchSize || (finished.length > 0 && (hasWaited || finished.length === inFlight.size));

  const work = () => {
    if (isClosed) return;
    try {
      if (isDue()) storeBatch();
      takeUp();
    } catch (error) {
      onError(error);
      cancelRetry = after(retryMs, schedule);
      return;
    }
    if (isDue()) schedule();
    else if (finished.length > 0) cancelWait ??= after(longestWaitMs, endWait);
    if (inFlight.size === 0) settle();
  };

  const endWait = () => {
    cancelWait = undefined;
    hasWaited = true;
    schedule();
  };

  const settle = () => {
    for (const callback of onSettled) callback();
    onSettled = [];
  };

  const storeBatch = () => {
    cancelWait?.();
    cancelWait = undefined;
    hasWaited = false;
    const batch = firstBatch(finished);
    const tools = { store, buckets: forMany(readingTools).buckets, now: now() };
    try {
      count(
        batch,
        store.transaction(() => batch.map((each) => storeReading(each, tools))),
      );
    } catch (error) {
      // Of the store, so of all of them.
      if (error instanceof StoreError || batch.length === 1) throw error;
      // A bug that one of them meets must not hold up the others.
      for (const each of batch) storeAlone(each, tools);
    }
    finished = finished.slice(batch.length);
    for (const { file } of batch) leave(file);
    if (onRoom.length > 0 && hasRoom()) giveRoom();
  };

  const hasRoom = () => store.read(() => store.queue.count("bindings")) < fewFound;
  const giveRoom = () => {
    for (const callback of onRoom) callback();
    onRoom = [];
  };

  const count = (batch: readonly Finished[], outcomes: readonly Outcome[]) => {
    for (const outcome of outcomes) if (outcome && outcome !== "NoRoom") done[outcome] += 1;
    const withoutRoom = batch.flatMap(({ file: { BindingId } }, index) =>
      outcomes[index] === "NoRoom" && BindingId !== null ? [BindingId] : [],
    );
    for (const BindingId of new Set(withoutRoom)) options.onNoRoom(BindingId);
    const total = done.Indexed + done.Failed;
    if (total - told < toldEvery) return;
    told = total;
    onNotice(`Indexed ${done.Indexed} files since the start; ${done.Failed} failed.`);
  };

  const storeAlone = (one: Finished, tools: StoringTools) => {
    try {
      count([one], [store.transaction(() => storeReading(one, tools))]);
    } catch (error) {
      if (error instanceof StoreError) throw error;
      onError(error);
      const reading = { fields: {}, reason: "[InternalError] The file could not be stored." };
      count([one], [store.transaction(() => storeReading({ ...one, reading }, tools))]);
    }
  };

  const takeUp = () => {
    const room = mostInFlight - inFlight.size;
    if (room < batchSize) return;
    const files = store.read(() => store.queue.first(mostInFlight + inFlight.size));
    const tools = forMany(readingTools);
    let taken = 0;
    for (const file of files) {
      if (taken === room) break;
      // One after the other, where a file is queued twice.
      if (inFlight.has(file.QueueId) || busyFiles.has(nameOf(file))) continue;
      taken += 1;
      inFlight.set(file.QueueId, file);
      busyFiles.add(nameOf(file));
      void readToEnd(file, tools);
    }
  };

  const readToEnd = async (file: QueuedFile, tools: MomentaryTools, reads = 1): Promise<void> => {
    try {
      const reading = await readQueued(file, tools);
      if (reading.changed && file.BindingId === null && reads < mostReads && !isClosed) {
        after(300, () => void readToEnd(file, forMany(readingTools), reads + 1));
        return;
      }
      finished.push({ file, reading });
    } catch (error) {
      // The reader is closed, and the file waits for the next start.
      if (isClosed) return;
      onError(error);
      leave(file);
      cancelRetry = after(retryMs, schedule);
      return;
    }
    schedule();
  };

  const leave = (file: QueuedFile) => {
    inFlight.delete(file.QueueId);
    busyFiles.delete(nameOf(file));
  };

  schedule();
  return {
    queue(files) {
      for (const file of files)
        queueOnce(file, { store, isBeingRead: ({ QueueId }) => inFlight.has(QueueId) });
      schedule();
    },
    hasRoom: () =>
      isClosed || hasRoom() ? Promise.resolve() : new Promise((resolve) => void onRoom.push(resolve)),
    counts() {
      const { queue } = store;
      const waiting = store.read(() => ({ calls: queue.count("calls"), bindings: queue.count("bindings") }));
      return { indexed: done.Indexed, failed: done.Failed, waiting };
    },
    settled() {
      const settled = new Promise<void>((resolve) => onSettled.push(resolve));
      schedule();
      return settled;
    },
    async [Symbol.asyncDispose]() {
      isClosed = true;
      cancelRetry();
      cancelWait?.();
      settle();
      giveRoom();
    },
  };
}

/** As many as are stored in one transaction: one at least. */
function firstBatch(finished: readonly Finished[]): Finished[] {
  let room = batchText;
  const end = finished.slice(0, batchSize).findIndex(({ reading: { text = "" } }, index) => {
    room -= Math.min(text.length, batchText);
    return index > 0 && room < 0;
  });
  return finished.slice(0, end < 0 ? batchSize : end);
}

function nameOf({ DatasetId, URI }: QueuedFile): string {
  return `${DatasetId} ${URI}`;
}
