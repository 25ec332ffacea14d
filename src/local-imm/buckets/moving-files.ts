import type { Stamp } from "./stamp.ts";

/** How long a file must be as it is before it counts as written. */
export const restMs = 300;

/** A file that is written to for longer is handed over as it is, and once more after as long. */
export const longestWriteMs = 600_000;

/** A new or changed file that may still be written to. */
export interface MovingFile {
  readonly stamp: Stamp;
  /** When it is looked at again. */
  readonly at: number;
  /** When it was first found other than what was seen. */
  readonly since: number;
  /** Whether the first scan of the bucket found it, and it is still as it was then. */
  readonly isFirst: boolean;
}

/** The files that may still be written to. */
export interface MovingFiles {
  /** A file was found so. */
  add(key: string, stamp: Stamp, found: { now: number; isFirst: boolean }): void;
  forget(key: string): void;
  /** Takes out the files whose time has come, at most so many. */
  takeDue(now: number, count: number): [key: string, file: MovingFile][];
  /** A file that was taken out is not at rest yet. */
  keep(key: string, stamp: Stamp, found: { now: number; since: number }): void;
  /** When the next is looked at again; `Infinity` for never. */
  nextAt(): number;
  clear(): void;
  readonly size: number;
  /** How many of them hold up the end of the first scan. */
  readonly first: number;
}

export function createMovingFiles(): MovingFiles {
  // All wait for as long, so that they are in the order of their times.
  const files = new Map<string, MovingFile>();
  let first = 0;

  const forget = (key: string) => {
    const file = files.get(key);
    if (!file) return undefined;
    files.delete(key);
    if (file.isFirst) first -= 1;
    return file;
  };
  const set = (key: string, file: MovingFile) => {
    files.set(key, file);
    if (file.isFirst) first += 1;
  };
  return {
    add(key, stamp, { now, isFirst }) {
      // If it is another one by then, it is found when it is looked at again.
      if (!files.has(key)) set(key, { stamp, at: now + restMs, since: now, isFirst });
    },
    forget: (key) => void forget(key),
    takeDue(now, count) {
      const due: [string, MovingFile][] = [];
      for (const entry of files) {
        if (entry[1].at > now || due.length === count) break;
        due.push(entry);
      }
      for (const [key] of due) forget(key);
      return due;
    },
    keep: (key, stamp, { now, since }) => set(key, { stamp, at: now + restMs, since, isFirst: false }),
    nextAt: () => files.values().next().value?.at ?? Infinity,
    clear() {
      files.clear();
      first = 0;
    },
    get size() {
      return files.size;
    },
    get first() {
      return first;
    },
  };
}
