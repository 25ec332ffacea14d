import { lstatSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import type { Changes, Seen } from "../../../src/local-imm/buckets/changes.ts";
import type { Stamp } from "../../../src/local-imm/buckets/stamp.ts";
import { watchBucket, type BucketWatchOptions } from "../../../src/local-imm/buckets/watch-bucket.ts";
import { testClock, type TestClock } from "../../support/clock.ts";
import { temporaryFolder } from "../../support/folder.ts";

/** What a bucket's changes come to, as the store keeps it. */
export interface Index extends Seen {
  /** All files, by their keys. */
  files(): Record<string, Stamp>;
  apply(changes: Changes): void;
  /** What was handed over, in order: `+a.jpg`, `-a.jpg`. */
  readonly told: string[];
}

export function createIndex(): Index {
  const folders = new Map<string, Map<string, Stamp>>([["", new Map()]]);
  const told: string[] = [];
  const nameless: Stamp = { size: 0n, mtimeNs: 0n, inode: 0n };
  const place = (key: string) => {
    const end = key.lastIndexOf("/", key.length - 2) + 1;
    const folder = folders.get(key.slice(0, end));
    if (!folder) throw new Error(`${key} has no folder`);
    return { folder, name: key.slice(end) };
  };
  const remove = (key: string) => {
    const { folder, name } = place(key);
    if (!folder.delete(name)) throw new Error(`${key} was not there`);
  };
  return {
    inFolder: (folder) => folders.get(folder) ?? [],
    told,
    files: () =>
      Object.fromEntries(
        [...folders].flatMap(([folder, names]) =>
          [...names].filter(([name]) => !name.endsWith("/")).map(([name, stamp]) => [folder + name, stamp]),
        ),
      ),
    apply({ changed, removed, folders: { added, removed: gone } }) {
      const count = changed.length + removed.length + added.length + gone.length;
      if (count === 0 || count > 100) throw new Error(`${count} changes at a time`);
      for (const key of removed) {
        remove(key);
        told.push(`-${key}`);
      }
      for (const folder of gone) {
        if (folders.get(folder)?.size !== 0) throw new Error(`${folder} is not empty`);
        folders.delete(folder);
        remove(folder);
      }
      for (const folder of added) {
        if (folders.has(folder)) throw new Error(`${folder} was there`);
        folders.set(folder, new Map());
        place(folder).folder.set(place(folder).name, nameless);
      }
      for (const { key, stamp } of changed) {
        place(key).folder.set(place(key).name, stamp);
        told.push(`+${key}`);
      }
    },
  };
}

/** The files of a folder, as Node itself finds them. */
export function filesOf(path: string, folder = ""): Record<string, Stamp> {
  const files: Record<string, Stamp> = {};
  const entries = readdirSync(join(path, folder), { encoding: "buffer", withFileTypes: true });
  for (const entry of entries) {
    const name = entry.name.toString();
    const key = folder + name;
    if (name.includes("\\") || !Buffer.from(name).equals(entry.name)) continue;
    if (entry.isDirectory()) Object.assign(files, filesOf(path, `${key}/`));
    if (!entry.isFile()) continue;
    const { size, mtimeNs, ino } = lstatSync(join(path, key), { bigint: true });
    files[key] = { size, mtimeNs, inode: ino };
  }
  return files;
}

export interface WatchedFolder extends AsyncDisposable {
  /** The bucket's folder. */
  readonly path: string;
  /** A folder beside it, on the same disk. */
  readonly outside: string;
  readonly index: Index;
  readonly clock: TestClock;
  readonly phases: string[];
  readonly problems: (string | undefined)[];
  readonly lines: string[];
  readonly errors: unknown[];
  /** Begins to watch; ends the watch before. */
  start(options?: Partial<BucketWatchOptions>): Promise<void>;
  stop(): Promise<void>;
  /** Lets time pass until something is so, at most two minutes: too little for a full scan. */
  until(condition: () => boolean): Promise<void>;
  /** Lets time pass. */
  pass(ms: number): Promise<void>;
  settled(): Promise<void>;
}

export async function watchedFolder({ onDisk = false } = {}): Promise<WatchedFolder> {
  const folder = await temporaryFolder({ onDisk });
  const path = join(folder.path, "bucket");
  const outside = join(folder.path, "outside");
  mkdirSync(path);
  mkdirSync(outside);
  const index = createIndex();
  const clock = testClock();
  const phases: string[] = [];
  const problems: (string | undefined)[] = [];
  const lines: string[] = [];
  const errors: unknown[] = [];
  let watch: ReturnType<typeof watchBucket> | undefined;

  const stop = async () => {
    await watch?.[Symbol.asyncDispose]();
    watch = undefined;
  };
  // A step of the clock, and as many turns of the event loop as a short scan takes.
  const pass = async (ms: number) => {
    for (let left = ms; left > 0; left -= 50) {
      await clock.advance(Math.min(left, 50));
      for (let turn = 0; turn < 5; turn += 1) await setImmediate();
    }
  };
  return {
    ...{ path, outside, index, clock, phases, problems, lines, errors, stop, pass },
    async start(options = {}) {
      await stop();
      watch = watchBucket({
        ...{ folder: path, seen: index, clock },
        onChanges: (changes) => index.apply(changes),
        onPhase: (phase, { files, folders }) => void phases.push(`${phase} ${files} ${folders}`),
        onProblem: (problem) => void problems.push(problem),
        log: (line) => void lines.push(line),
        onError: (error) => void errors.push(error),
        ...options,
      });
    },
    async until(condition) {
      for (let step = 0; !condition(); step += 1) {
        if (step > 2_400) throw new Error("It didn't come about in two minutes.");
        await pass(50);
      }
    },
    async settled() {
      const state = { isSettled: watch === undefined };
      void watch?.settled().then(() => (state.isSettled = true));
      while (!state.isSettled) await pass(50);
    },
    async [Symbol.asyncDispose]() {
      await stop();
      await folder[Symbol.asyncDispose]();
    },
  };
}
