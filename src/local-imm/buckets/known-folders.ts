import { watch, type FSWatcher } from "node:fs";
import { basename } from "node:path";
import { codeOf } from "./look.ts";

/** A folder as its parent was found to have it. */
export interface KnownFolder {
  readonly id: string;
  /** Told by the system of what happens in it; undefined if it isn't. */
  watcher: FSWatcher | undefined;
  /** How many files are in it; undefined before it was scanned. */
  files: number | undefined;
  /** It isn't scanned again before that, whatever happens in it. */
  notBefore: number;
  isUnreadable: boolean;
  /** It wasn't in its place when it was to be scanned: it may come back, and be the same. */
  wasAway: boolean;
}

/** The folders of a bucket, most of them watched. */
export interface KnownFolders {
  get(folder: string): KnownFolder | undefined;
  /** A folder is found, or another in its place. */
  set(folder: string, id: string): void;
  /** Begins to watch a folder; whether it did so just now. */
  watch(folder: string, path: string): boolean;
  scanned(folder: string, files: number): void;
  forget(folder: string): void;
  clear(): void;
  /** Lets folders be watched again that the system had no watches for. */
  tryAgain(): void;
  /** Files in the folders that were scanned, and how many those are. */
  counts(): { files: number; folders: number };
}

export interface KnownFoldersOptions {
  maxWatches: number;
  /** Something happened in a folder, or to it. */
  onEvent(folder: string): void;
  /** There are no watches left; how many there are, and why. */
  onNoWatches(watches: number, reason: string): void;
}

const outOfWatches = new Set(["ENOSPC", "EMFILE", "ENFILE", "ENOMEM"]);

export function createKnownFolders({ maxWatches, onEvent, onNoWatches }: KnownFoldersOptions): KnownFolders {
  const known = new Map<string, KnownFolder>();
  const counts = { files: 0, folders: 0 };
  let watches = 0;
  let hasWatches = true;

  const unwatch = (folder: KnownFolder | undefined) => {
    if (!folder?.watcher) return;
    folder.watcher.close();
    folder.watcher = undefined;
    watches -= 1;
  };
  const forget = (folder: string) => {
    const before = known.get(folder);
    unwatch(before);
    known.delete(folder);
    if (before?.files === undefined) return;
    counts.files -= before.files;
    counts.folders -= 1;
  };
  const runOut = (reason: string) => {
    hasWatches = false;
    onNoWatches(watches, reason);
  };
  return {
    get: (folder) => known.get(folder),
    set(folder, id) {
      forget(folder);
      known.set(folder, {
        id,
        watcher: undefined,
        files: undefined,
        notBefore: 0,
        isUnreadable: false,
        wasAway: false,
      });
    },
    watch(folder, path) {
      const at = known.get(folder);
      if (!at || at.watcher || !hasWatches) return false;
      if (watches >= maxWatches) {
        runOut(`the limit is ${maxWatches}`);
        return false;
      }
      try {
        const name = basename(path);
        const watcher = watch(path, { persistent: false }, (event, of) => {
          // The folder itself was removed or moved: what is in its place needs a watch of its own.
          if (event === "rename" && of === name && at.watcher === watcher) unwatch(at);
          onEvent(folder);
        });
        watcher.on("error", () => {
          if (at.watcher === watcher) unwatch(at);
          onEvent(folder);
        });
        at.watcher = watcher;
        watches += 1;
        return true;
      } catch (error) {
        // Why another folder can't be watched, reading it tells.
        if (outOfWatches.has(codeOf(error))) runOut(codeOf(error));
        return false;
      }
    },
    scanned(folder, files) {
      const at = known.get(folder);
      if (!at) return;
      counts.files += files - (at.files ?? 0);
      counts.folders += at.files === undefined ? 1 : 0;
      at.files = files;
    },
    forget,
    clear() {
      for (const folder of known.keys()) forget(folder);
    },
    tryAgain: () => void (hasWatches = true),
    counts: () => ({ ...counts }),
  };
}
