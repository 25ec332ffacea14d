import { quote } from "../quote.ts";
import { createAgenda } from "./agenda.ts";
import type { Changes, OnChanges, Seen } from "./changes.ts";
import { createSleeper, systemClock, type Clock } from "./clock.ts";
import { createKnownFolders } from "./known-folders.ts";
import { lookAt, pause } from "./look.ts";
import { createMovingFiles } from "./moving-files.ts";
import { createRestedFiles } from "./rested-files.ts";
import { scanFolder, type Reading, type Scan } from "./scan-folder.ts";
import { isSameStamp, type Stamp } from "./stamp.ts";
import { createSkipped } from "./skipped.ts";

export type Phase = "FullScanning" | "IncrementalScanning";

export interface BucketWatchOptions {
  /** The real path of the bucket's folder. */
  readonly folder: string;
  readonly seen: Seen;
  readonly clock?: Clock;
  /**
   * Stores changes as seen, and what follows from them, in one transaction: at most 100 files and folders. The scan
   * waits for it. Where it fails, the same is found and handed over again.
   */
  onChanges(changes: Changes): Promise<void> | void;
  /** Called at the start, and when the phase or one of the counts is another: often, during the first scan. */
  onPhase(phase: Phase, progress: { readonly files: number; readonly folders: number }): void;
  /** Why nothing can be told of the bucket, or undefined when it can be again. Until then nothing counts as removed. */
  onProblem(problem: string | undefined): void;
  /** A line for the log. */
  readonly log?: (line: string) => void;
  /** What failed: `onChanges`, for instance. */
  readonly onError?: (error: unknown) => void;
  /** A folder that isn't looked into: the data folder, which changes whenever something is stored. */
  readonly except?: string;
  /** The most folders that are watched; changes in others are found by the next full scan. */
  readonly maxWatches?: number;
}

export interface BucketWatch extends AsyncDisposable {
  /**
   * Scans the whole bucket, and resolves when everything that is on the disk at this moment is handed over, or can't be
   * since the folder is gone. A file that is still being written to holds it up.
   */
  settled(): Promise<void>;
}

// Programs that change a folder do it more than once.
const debounceMs = 50;
// A folder under constant change is scanned once a second, a large one less often: a tenth of the time, at most.
const gapMs = 1_000;
const gapMsPerFile = 0.1;
const rescanMs = 300_000;
const rescanMsUnwatched = 60_000;
// A hundredth of the time, at most.
const rescanMsPerFile = 1;
const retryMs = 3_000;
// The phase is told each time when as many more files were found.
const tellEvery = 1_000;

/** Finds what is in a bucket's folder, and goes on to find what changes. */
export function watchBucket(options: BucketWatchOptions): BucketWatch {
  const { folder: root, seen, clock = systemClock, except, log = () => {} } = options;
  const stop = new AbortController();
  const sleeper = createSleeper(clock);
  const agenda = createAgenda();
  const moving = createMovingFiles();
  const onChanges: OnChanges = (changes) => options.onChanges(changes);
  let phase: Phase = "FullScanning";
  let told = "";
  let problem: string | undefined;
  let believedRoot: string | undefined;
  let reading: Reading | undefined;
  let isWalking = false;
  let rescanAt = -Infinity;
  let isShortOfWatches = false;
  let wasShortOfWatches = false;
  const skipped = createSkipped();
  let skippedBefore: string | undefined;
  // Who waits is served by the first walk that begins after it asked.
  let asked = 0;
  let walkFor = 0;
  let served = 0;
  let waiting: { ticket: number; resolve: () => void }[] = [];

  const pathOf = (key: string) =>
    key === "" ? root : `${root}/${key.endsWith("/") ? key.slice(0, -1) : key}`;
  const rescan = (folder: string, afterMs = 0) => {
    const at = Math.max(clock.elapsed() + afterMs, known.get(folder)?.notBefore ?? 0);
    if (agenda.rescan(folder, at)) sleeper.wake();
  };
  const known = createKnownFolders({
    maxWatches: options.maxWatches ?? Infinity,
    onEvent: (folder) => rescan(folder, debounceMs),
    onNoWatches(watches, reason) {
      isShortOfWatches = true;
      rescanAt = Math.min(rescanAt, clock.elapsed() + rescanMsUnwatched);
      if (!wasShortOfWatches) {
        log(
          `Only ${watches} folders can be watched (${reason}): changes in the others are found by the next scan, within minutes.`,
        );
      }
      wasShortOfWatches = true;
    },
  });

  const tell = ({ isRough = false } = {}) => {
    const { files, folders } = known.counts();
    const state = `${phase} ${isRough ? Math.floor(files / tellEvery) : `${files} ${folders}`}`;
    if (state === told) return;
    told = state;
    options.onPhase(phase, { files, folders });
  };
  const lose = (reason: string) => {
    agenda.clear();
    moving.clear();
    known.clear();
    isWalking = false;
    rescanAt = clock.elapsed() + retryMs;
    if (problem !== reason) options.onProblem(reason);
    problem = reason;
    served = asked;
  };
  const startWalk = () => {
    const look = lookAt(root);
    if (look.kind !== "folder") {
      return lose(
        look.kind === "missing"
          ? "The folder of the bucket is missing."
          : look.kind === "unreadable"
            ? "The folder of the bucket can't be read."
            : "The path of the bucket is not a folder, but a file or a link.",
      );
    }
    if (known.get("")?.id !== look.id) known.set("", look.id);
    if (problem !== undefined) phase = "FullScanning";
    isShortOfWatches = false;
    known.tryAgain();
    skipped.clear();
    walkFor = asked;
    isWalking = true;
    agenda.walk("");
  };
  const endWalk = () => {
    isWalking = false;
    served = walkFor;
    wasShortOfWatches = isShortOfWatches;
    const pauseMs = isShortOfWatches ? rescanMsUnwatched : rescanMs;
    rescanAt =
      asked > served
        ? -Infinity
        : clock.elapsed() + Math.max(pauseMs, known.counts().files * rescanMsPerFile);
    const summary = skipped.summary();
    if (summary !== undefined && summary !== skippedBefore) log(summary);
    skippedBefore = summary;
  };

  const isHandedOver = (key: string, stamp: Stamp) => {
    const now = reading?.handedOver.get(key.slice(reading.folder.length));
    return now !== undefined && isSameStamp(now, stamp);
  };
  const rested = createRestedFiles({
    ...{ moving, known, clock, sleeper, signal: stop.signal, onChanges, pathOf },
    onGone: (folder) => rescan(folder),
    onHandedOver(key, stamp) {
      if (reading && key.startsWith(reading.folder)) {
        reading.handedOver.set(key.slice(reading.folder.length), stamp);
      }
    },
  });
  const scan: Scan = {
    ...{ seen, known, moving, pathOf, onChanges, signal: stop.signal },
    onFile(key, stamp, mayWait) {
      const note = (hasRoom: boolean) => {
        if (hasRoom && !isHandedOver(key, stamp))
          moving.add(key, stamp, { now: clock.elapsed(), isFirst: phase === "FullScanning" });
        return hasRoom;
      };
      return rested.hasRoom || !mayWait ? note(rested.hasRoom) : rested.makeRoom().then(note);
    },
    onFolder: (folder) => agenda.walk(folder),
    onReplaced(folder) {
      if (folder === "") {
        known.clear();
        startWalk();
      } else rescan(folder.slice(0, folder.lastIndexOf("/", folder.length - 2) + 1));
    },
    onUnfinished: (folder) => rescan(folder, gapMs),
    onUnreadable(folder, code) {
      if (folder === "") lose(`The folder of the bucket can't be read (${code}).`);
      else log(`${quote(folder)} can't be read (${code}): files indexed from it stay indexed.`);
    },
    isBelieved(folder, id) {
      if (folder !== "" || id === believedRoot) return true;
      lose(
        "The folder of the bucket is empty, but files of it are indexed. Mount its disk if that isn't mounted; if the folder was emptied on purpose, put a file into it.",
      );
      return false;
    },
    isExcepted: (path) => path === except,
    onSkipped: skipped.add,
  };

  const scanNext = async (): Promise<boolean> => {
    const next = agenda.next(clock.elapsed());
    if (!next) return false;
    const at = known.get(next.folder);
    if (!at) return true;
    at.notBefore = clock.elapsed() + Math.max(gapMs, (at.files ?? 0) * gapMsPerFile);
    await scanFolder(
      next.folder,
      { isDeep: next.isDeep, onReading: (started) => void (reading = started) },
      scan,
    );
    reading = undefined;
    // It was read to its end.
    if (next.folder === "" && known.get("")?.files !== undefined) {
      believedRoot = known.get("")?.id;
      if (problem !== undefined) options.onProblem(undefined);
      problem = undefined;
    }
    if (problem === undefined) tell({ isRough: phase === "FullScanning" });
    return true;
  };
  const step = async (): Promise<boolean> => {
    if (!isWalking && clock.elapsed() >= rescanAt) startWalk();
    const handedOver = await rested.handOver();
    if ((await scanNext()) || handedOver) return true;
    return false;
  };
  const finish = () => {
    if (isWalking && !agenda.isWalking) endWalk();
    if (phase === "FullScanning" && problem === undefined && !isWalking && moving.first === 0) {
      phase = "IncrementalScanning";
      tell();
    }
    const isQuiet = !isWalking && agenda.isEmpty && moving.size === 0;
    if (!isQuiet) return;
    const ready = waiting.filter(({ ticket }) => ticket <= served);
    waiting = waiting.filter(({ ticket }) => ticket > served);
    for (const { resolve } of ready) resolve();
  };
  const run = async () => {
    tell();
    while (!stop.signal.aborted) {
      try {
        const isBusy = await step();
        finish();
        if (isBusy) {
          await pause();
          continue;
        }
      } catch (error) {
        agenda.clear();
        moving.clear();
        isWalking = false;
        rescanAt = clock.elapsed() + retryMs;
        options.onError?.(error);
      }
      const at = Math.min(agenda.nextAt(), moving.nextAt(), isWalking ? Infinity : rescanAt);
      if (!stop.signal.aborted && clock.elapsed() < at) await sleeper.until(at);
    }
    known.clear();
    for (const { resolve } of waiting) resolve();
  };

  const running = run();
  return {
    settled: () =>
      new Promise((resolve) => {
        if (stop.signal.aborted) return resolve();
        waiting.push({ ticket: (asked += 1), resolve });
        if (!isWalking) rescanAt = -Infinity;
        sleeper.wake();
      }),
    async [Symbol.asyncDispose]() {
      stop.abort();
      sleeper.wake();
      await running;
    },
  };
}
