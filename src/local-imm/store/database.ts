import { DatabaseSync } from "@photostructure/sqlite";
import { migrations } from "./migrations.ts";

export type Database = InstanceType<typeof DatabaseSync>;

/** Opens a database file for this process alone and brings its schema up to date. */
export function openDatabase(path: string): Database {
  const db = open(path);
  try {
    // Before WAL: a second process is then refused at its first read.
    db.exec("PRAGMA locking_mode = EXCLUSIVE");
    const version = schemaVersion(db);
    if (version > migrations.length) {
      throw new Error(
        `${path} was written by a newer release (schema ${version}, this one knows ${migrations.length}): run that release, or choose another folder.`,
      );
    }
    // WAL alone would sync at checkpoints only: what was acknowledged could be lost.
    db.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
    migrate(db, version);
    return db;
  } catch (error) {
    db.close();
    throw explain(error, path);
  }
}

/** Runs `work` as one transaction: all of what it writes is kept, or, where it throws, none. */
export function inTransaction<T>(db: Database, work: () => T): T {
  // Immediate: what `work` reads can't change before it writes.
  db.exec("BEGIN IMMEDIATE");
  try {
    const result = work();
    db.exec("COMMIT");
    return result;
  } catch (error) {
    if (db.isTransaction) db.exec("ROLLBACK");
    throw error;
  }
}

/** Closes a database so that its file is free for whoever comes next. */
export function closeDatabase(db: Database): void {
  try {
    db.exec("PRAGMA wal_checkpoint(TRUNCATE)");
    // Prepared statements can't be finished by hand, and hold the closed file until they are collected as garbage.
    // To let go of its lock, a file that took it before WAL has to leave WAL first, and then be read once.
    db.exec("PRAGMA journal_mode = DELETE; PRAGMA locking_mode = NORMAL; SELECT 1 FROM sqlite_schema");
  } finally {
    db.close();
  }
}

function open(path: string): Database {
  try {
    return new DatabaseSync(path, { readBigInts: true });
  } catch (error) {
    throw explain(error, path);
  }
}

function schemaVersion(db: Database): number {
  const { user_version } = db.prepare("PRAGMA user_version").get() as { user_version: bigint };
  return Number(user_version);
}

function migrate(db: Database, version: number): void {
  for (const [index, step] of migrations.entries()) {
    if (index < version) continue;
    inTransaction(db, () => db.exec(`${step}; PRAGMA user_version = ${index + 1}`));
  }
}

// SQLite's result codes.
const reasons: Record<number, string> = {
  5: "is in use by another process: stop that one",
  8: "can't be written: check the permissions of the folder",
  13: "can't be written, the disk is full: make room",
  14: "can't be opened: check the permissions of the folder",
  26: "is not a database of the local IMM: move it away",
};

function explain(error: unknown, path: string): unknown {
  const { errcode, message } = error as Error & { errcode?: number };
  if (errcode === undefined) return error;
  // The low byte is the kind, the rest says more of it.
  const reason = reasons[errcode & 0xff] ?? `can't be opened (${message}): mend it`;
  return new Error(`${path} ${reason}, or choose another folder.`, { cause: error });
}
