import { statSync } from "node:fs";
import { basename } from "node:path";
import { StoreError } from "./store-error.ts";

/** The files that SQLite holds open, watched by their paths: it would go on writing to what a path no longer leads to. */
export interface HeldFiles {
  /** What happened to the files since the last `keep`; undefined if they are as they were left. */
  problem(): StoreError | undefined;
  /** Takes what this process wrote for how the files were left; what happened to their paths, if anything did. */
  keep(): StoreError | undefined;
  /** Whether the database itself is where it was opened. */
  isInPlace(): boolean;
}

/** Watches a database and its write-ahead log, both open. */
export function holdFiles(path: string): HeldFiles {
  const files = [path, `${path}-wal`].map((file) => {
    const held = look(file);
    return { file, held, left: held };
  });
  return {
    problem() {
      for (const { file, held, left } of files) {
        const found = look(file);
        if (!isSame(found, held)) return displaced(file, found, { isLog: file !== path });
        if (found?.size !== left?.size || found?.mtimeNs !== left?.mtimeNs) return changed(file, path);
      }
      return undefined;
    },
    keep() {
      for (const each of files) {
        each.left = look(each.file);
        if (!isSame(each.left, each.held)) {
          return displaced(each.file, each.left, { isLog: each.file !== path });
        }
      }
      return undefined;
    },
    isInPlace: () => isSame(look(path), files[0]?.held),
  };
}

type Look = ReturnType<typeof look>;

function look(file: string) {
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
  return new StoreError(file, { wrong, advice: `nothing is stored until then; ${advice}` });
}

function changed(file: string, path: string) {
  const name = basename(path);
  return new StoreError(file, {
    wrong: "was changed by another program while in use",
    advice: `nothing is stored until then; stop this process and, if a file was copied over it, move ${name} and ${name}-wal away and put a backup in their place; then start it again`,
  });
}
