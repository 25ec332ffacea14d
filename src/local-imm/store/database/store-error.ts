import { closeSync, openSync, statSync } from "node:fs";
import { basename, dirname } from "node:path";

// Kinds of SQLite's result codes.
const sqlite = {
  error: 1,
  busy: 5,
  readOnly: 8,
  ioError: 10,
  corrupt: 11,
  full: 13,
  cantOpen: 14,
  notADatabase: 26,
} as const;

/** The store can't do what it was asked to: the message says which file, what is wrong and what to do. */
export class StoreError extends Error {
  /** What is wrong, without the folder and the advice: anybody may read it. */
  readonly summary: string;

  constructor(path: string, { wrong, advice, cause }: { wrong: string; advice: string; cause?: unknown }) {
    super(`${path} ${wrong}: ${advice}.`, { cause });
    this.summary = `${basename(path)} ${wrong}`;
  }
}

/** The store's file doesn't hold what a store does. */
export class DamagedStore extends StoreError {
  constructor(path: string, reason: string, cause?: unknown) {
    super(path, {
      wrong: "is damaged",
      advice: `with its process stopped, move it and ${basename(path)}-wal away, and put a backup in its place (SQLite says: ${reason})`,
      cause,
    });
  }
}

/** Another process has the store's file. */
export class StoreInUse extends StoreError {
  constructor(path: string, cause?: unknown) {
    super(path, {
      wrong: "is in use by another process",
      advice: "stop that one, or choose another folder",
      cause,
    });
  }
}

/** Makes of SQLite's errors ones that a person can act on; others stay what they are. */
export function explain(error: unknown, path: string): unknown {
  const { message } = error as Error;
  if (isDamage(error)) return new DamagedStore(path, message, error);
  switch (kindOf(error)) {
    case sqlite.busy:
      return new StoreInUse(path, error);
    case sqlite.readOnly:
      return new StoreError(path, { ...readOnly, cause: error });
    case sqlite.ioError:
      return folderOf(path, error) ?? new StoreError(path, { ...ioError(message), cause: error });
    case sqlite.full:
      return new StoreError(path, { ...diskFull, cause: error });
    case sqlite.cantOpen:
      return folderOf(path, error) ?? cantOpen(path, error);
    case sqlite.notADatabase:
      return new StoreError(path, { ...notOurs, cause: error });
    default:
      return error;
  }
}

/** The kind of an error of SQLite: its code's low byte; the rest says more of it. */
function kindOf(error: unknown): number | undefined {
  const { errcode, code, message } = error as Error & { errcode?: number; code?: string };
  // The library leaves the code out of what `all` throws.
  if (errcode === undefined) return code === "ERR_SQLITE_ERROR" ? kinds[message] : undefined;
  return errcode & 0xff;
}

const kinds: Readonly<Record<string, number>> = {
  "malformed JSON": sqlite.error,
  "disk I/O error": sqlite.ioError,
  "database disk image is malformed": sqlite.corrupt,
  "database or disk is full": sqlite.full,
  "unable to open database file": sqlite.cantOpen,
  "file is not a database": sqlite.notADatabase,
};

/** A row holds what was never written to it. */
export class BadRow extends Error {}

/** Whether an error says that the file doesn't hold what was written to it. */
export function isDamage(error: unknown): boolean {
  const kind = kindOf(error);
  // A prepared statement fails with the general error if what it reads isn't JSON, or is too large a number to count on.
  return error instanceof BadRow || kind === sqlite.corrupt || kind === sqlite.error;
}

/** Whether an error of SQLite says that the disk is full. */
export function isFull(error: unknown): boolean {
  return kindOf(error) === sqlite.full;
}

const orElsewhere = "or choose another folder";

const readOnly = {
  wrong: "can't be written",
  advice: `check the permissions of the file and its folder, ${orElsewhere}`,
};
const diskFull = {
  wrong: "can't grow, the disk is full",
  advice: "make room; what is stored can be read meanwhile",
};
const noFilesLeft = {
  wrong: "can't be opened, this process has too many files open",
  advice: "raise the limit (`ulimit -n 1024`) and start it again",
};

/** What a file is that another program wrote. */
export const notOurs = {
  wrong: "is not a database of the local IMM",
  advice: `move it away, ${orElsewhere}`,
};

function ioError(message: string) {
  return { wrong: "can't be read or written", advice: `check the disk (SQLite says: ${message})` };
}

/** Whether a folder has the name of one of SQLite's files. */
function folderOf(path: string, cause: unknown): StoreError | undefined {
  const files = [path, `${path}-wal`, `${path}-journal`];
  const folder = files.find((file) => statSync(file, { throwIfNoEntry: false })?.isDirectory());
  return folder === undefined
    ? undefined
    : new StoreError(folder, { wrong: "is a folder", advice: `move it away, ${orElsewhere}`, cause });
}

/** SQLite doesn't say why. */
function cantOpen(path: string, cause: unknown): StoreError {
  try {
    // Never the file itself: closing it would let go of SQLite's lock on it.
    closeSync(openSync(dirname(path), "r"));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EMFILE" || code === "ENFILE") return new StoreError(path, { ...noFilesLeft, cause });
  }
  return new StoreError(path, {
    wrong: "can't be opened",
    advice: `check the permissions of the file and its folder, ${orElsewhere}`,
    cause,
  });
}
