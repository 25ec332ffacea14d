import { lstatSync, statSync, type BigIntStats } from "node:fs";
import { basename } from "node:path";
import { StoreError } from "./store-error.ts";

/** The files that SQLite holds open, watched by their paths: it would go on writing to what a path no longer leads to. */
export interface WatchedFiles {
  /** What happened to the files since the last `keep`; undefined if they are as they were left. */
  problem(): StoreError | undefined;
  /** Takes what this process wrote for how the files were left; what happened to their paths, if anything did. */
  keep(): StoreError | undefined;
  /** Whether the database itself is where it was opened. */
  isInPlace(): boolean;
}

/**
 * Watches a database and its write-ahead log, both open.
 *
 * @param path The database's real path: its log is beside it.
 * @param givenPath Where the next start looks for it, which may go by links.
 */
export function watchFiles(path: string, givenPath: string): WatchedFiles {
  const log = `${path}-wal`;
  const watched = [watch(path, lookAt), watch(log, lookAt)];
  if (givenPath !== path) watched.push(watch(givenPath, lookBehind));
  return {
    problem() {
      for (const { file, look, held, left } of watched) {
        const found = look(file);
        if (!isSame(found, held)) return displaced(file, found, { isLog: file === log });
        if (found?.size !== left?.size || found?.mtimeNs !== left?.mtimeNs) return changed(file, path);
      }
      return undefined;
    },
    keep() {
      for (const each of watched) {
        each.left = each.look(each.file);
        if (!isSame(each.left, each.held)) {
          return displaced(each.file, each.left, { isLog: each.file === log });
        }
      }
      return undefined;
    },
    isInPlace: () => isSame(lookAt(path), watched[0]?.held),
  };
}

type Look = BigIntStats | undefined;

function watch(file: string, look: (file: string) => Look) {
  const held = look(file);
  return { file, look, held, left: held };
}

// A link in a file's place leads to the same file, but the next start would look for the log beside that.
function lookAt(file: string): Look {
  return lstatSync(file, { bigint: true, throwIfNoEntry: false });
}

function lookBehind(file: string): Look {
  return statSync(file, { bigint: true, throwIfNoEntry: false });
}

function isSame(one: Look, other: Look): boolean {
  return one?.dev === other?.dev && one?.ino === other?.ino;
}

function displaced(file: string, found: Look, { isLog }: { isLog: boolean }) {
  const wrong = found ? "was replaced while in use" : "was removed or moved while in use";
  const advice = isLog
    ? "stop this process, which saves what the file held, and start it again"
    : "put it back; or make a backup, which still has everything, stop this process, and start it from the backup";
  return new StoreError(file, { wrong, advice: `${advice}; nothing is stored until then` });
}

function changed(file: string, path: string) {
  const name = basename(path);
  return new StoreError(file, {
    wrong: "was changed by another program while in use",
    advice: `first make a backup, which may still have everything; then stop this process, move ${name} and ${name}-wal away, put the backup in their place, and start it again; nothing is stored until then`,
  });
}
