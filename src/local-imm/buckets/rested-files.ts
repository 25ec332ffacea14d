import { batchSize, type OnChanges } from "./changes.ts";
import type { Clock, Sleeper } from "./clock.ts";
import type { KnownFolders } from "./known-folders.ts";
import { folderIdAt, lookAt, pause } from "./look.ts";
import { longestWriteMs, type MovingFiles } from "./moving-files.ts";
import { isSameStamp, type Stamp } from "./stamp.ts";

// More would only need memory: it is as many as a second's work of those who index them.
const maxMoving = 4_000;

/** Hands over the files that are at rest. */
export interface RestedFiles {
  /** Those whose time has come, a batch of them; whether there were any. */
  handOver(): Promise<boolean>;
  readonly hasRoom: boolean;
  /** Waits until the next have had their time; whether there is room for others then. */
  makeRoom(): Promise<boolean>;
}

export interface RestedFilesOptions {
  readonly moving: MovingFiles;
  readonly known: KnownFolders;
  readonly clock: Clock;
  readonly sleeper: Sleeper;
  readonly signal: AbortSignal;
  readonly onChanges: OnChanges;
  pathOf(key: string): string;
  /** A file was handed over. */
  onHandedOver(key: string, stamp: Stamp): void;
  /** A file of the folder isn't there. */
  onGone(folder: string): void;
}

export function createRestedFiles(options: RestedFilesOptions): RestedFiles {
  const { moving, known, clock, sleeper, signal, pathOf } = options;

  const isInPlace = (folder: string) => {
    const at = known.get(folder);
    return at !== undefined && folderIdAt(pathOf(folder)) === at.id;
  };
  const handOver = async () => {
    const now = clock.elapsed();
    const inPlace = new Map<string, boolean>();
    const changed: { key: string; stamp: Stamp }[] = [];
    const due = moving.takeDue(now, batchSize);
    for (const [key, { stamp, since }] of due) {
      const folder = key.slice(0, key.lastIndexOf("/") + 1);
      if (!inPlace.has(folder)) inPlace.set(folder, isInPlace(folder));
      // With a link in the folder's place the file would be another.
      const look = inPlace.get(folder) ? lookAt(pathOf(key)) : undefined;
      if (look?.kind !== "file") options.onGone(folder);
      else if (isSameStamp(stamp, look.stamp) || now - since >= longestWriteMs) {
        changed.push({ key, stamp: look.stamp });
      } else moving.keep(key, look.stamp, { now, since });
    }
    if (changed.length > 0) {
      await options.onChanges({ changed, removed: [], folders: { added: [], removed: [] } });
      for (const { key, stamp } of changed) options.onHandedOver(key, stamp);
    }
    return due.length > 0;
  };
  return {
    handOver,
    get hasRoom() {
      return moving.size < maxMoving;
    },
    async makeRoom() {
      const until = moving.nextAt();
      while (clock.elapsed() < until && !signal.aborted) await sleeper.until(until);
      while (!signal.aborted && (await handOver())) await pause();
      return moving.size < maxMoving;
    },
  };
}
