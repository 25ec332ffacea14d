import { lstatSync, realpathSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { DatabaseSync } from "@photostructure/sqlite";
import { holdFiles, type HeldFiles } from "./held-files.ts";
import { migrations } from "./migrations.ts";
import { takeRoom, type Room } from "./room.ts";
import { DamagedStore, explain, isDamage, notOurs, StoreError } from "./store-error.ts";

export type Connection = InstanceType<typeof DatabaseSync>;

/** A database file that this process alone uses, and the files that it is made of. */
export interface Database {
  /** The real one, without links. */
  readonly path: string;
  readonly connection: Connection;
  readonly files: HeldFiles;
  readonly room: Room;
}

// SQLite reads some 350 MB a second through: the start waits for it.
const checkedBytes = 256n * 1024n * 1024n;

/**
 * Opens a database file for this process alone, looks it through for damage unless it is larger than 256 MiB, and
 * brings its schema up to date.
 *
 * @throws StoreError where that can't be.
 */
export function openDatabase(givenPath: string): Database {
  const path = realPath(givenPath);
  let connection: Connection | undefined;
  try {
    connection = new DatabaseSync(path, { readBigInts: true });
    // Before WAL: a second process is then refused at its first read.
    connection.exec("PRAGMA locking_mode = EXCLUSIVE");
    checkWhole(connection, path);
    const version = schemaVersion(connection, path);
    // WAL alone would sync at checkpoints only: what was acknowledged could be lost.
    connection.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
    migrate(connection, version);
    checkSchema(connection, path);
    // The log is there from the first read on.
    connection.exec("SELECT 1 FROM sqlite_schema");
    const room = takeRoom(connection, path);
    return { path, connection, room, files: holdFiles(path, givenPath) };
  } catch (error) {
    const reason = explain(error, path);
    connection?.close();
    throw reason;
  }
}

/** Runs `work` as one transaction: all of what it writes is kept, or, where it throws, none. */
export function inTransaction<T>(connection: Connection, work: () => T): T {
  // Immediate: what `work` reads can't change before it writes.
  connection.exec("BEGIN IMMEDIATE");
  try {
    const result = work();
    connection.exec("COMMIT");
    return result;
  } catch (error) {
    rollBack(connection);
    throw error;
  }
}

/**
 * Closes a database so that its file is free for the next process.
 *
 * @throws StoreError where the log couldn't be emptied, on a full disk for example: it is read at the next start.
 */
export function closeDatabase({ connection, path, files }: Database): void {
  try {
    // By the open files, wherever they are: a log that is left behind full would spoil what takes the place of its file.
    connection.exec("PRAGMA wal_checkpoint(TRUNCATE)");
    // By their paths: what another process has put there isn't this one's to delete.
    if (!files.isInPlace()) return;
    // Prepared statements can't be finished by hand, and hold the closed file until they are collected as garbage.
    // To let go of its lock, a file that took it before WAL has to leave WAL first, and then be read once.
    connection.exec(
      "PRAGMA journal_mode = DELETE; PRAGMA locking_mode = NORMAL; SELECT 1 FROM sqlite_schema",
    );
  } catch (error) {
    throw explain(error, path);
  } finally {
    connection.close();
  }
}

/** Opens a database file that is only read, and of which no byte of room is asked. */
export function openToRead(path: string): Connection {
  return new DatabaseSync(path, { readBigInts: true, readOnly: true });
}

/** Writes all that a database holds into a new file. */
export function copyDatabase(
  { connection, path }: Pick<Database, "connection" | "path">,
  file: string,
): void {
  try {
    // Rather than page by page: what is damaged fails here, and isn't copied.
    connection.prepare("VACUUM INTO ?").run(file);
  } catch (error) {
    throw explain(error, isDamage(error) ? path : file);
  }
}

/**
 * Checks that a file is a copy of a store, without writing to it.
 *
 * @throws StoreError if it isn't.
 */
export function checkCopy(path: string): void {
  let connection: Connection | undefined;
  try {
    connection = openToRead(path);
    const version = schemaVersion(connection, path);
    if (version === 0) throw new StoreError(path, notOurs);
    checkWhole(connection, path);
    checkSchema(connection, path, version);
  } catch (error) {
    throw explain(error, path);
  } finally {
    connection?.close();
  }
}

// SQLite keeps the log beside the file that a link leads to.
function realPath(path: string): string {
  try {
    const isThere = lstatSync(path, { throwIfNoEntry: false });
    return isThere ? realpathSync(path) : join(realpathSync(dirname(path)), basename(path));
  } catch (cause) {
    throw new StoreError(path, {
      wrong: "is a link that leads nowhere",
      advice: "mend or remove it, or choose another folder",
      cause,
    });
  }
}

function rollBack(connection: Connection): void {
  try {
    // After some errors SQLite has done so itself.
    if (connection.isTransaction) connection.exec("ROLLBACK");
  } catch {
    // The error that led here says more.
  }
}

function checkWhole(connection: Connection, path: string): void {
  const { size } = connection
    .prepare("SELECT page_count * page_size AS size FROM pragma_page_count, pragma_page_size")
    .get() as { size: bigint };
  if (size > checkedBytes) return;
  const { quick_check } = connection.prepare("PRAGMA quick_check(1)").get() as { quick_check: string };
  if (quick_check !== "ok") throw new DamagedStore(path, quick_check.replaceAll("\n", " "));
}

function schemaVersion(connection: Connection, path: string): number {
  const { user_version } = connection.prepare("PRAGMA user_version").get() as { user_version: bigint };
  const { tables } = connection.prepare("SELECT count(*) AS tables FROM sqlite_schema").get() as {
    tables: bigint;
  };
  if (user_version > migrations.length) {
    throw new StoreError(path, {
      wrong: `was written by a newer release (schema ${user_version}, this one knows ${migrations.length})`,
      advice: "run that release, or choose another folder",
    });
  }
  if (user_version < 0n || (user_version === 0n && tables > 0n)) throw new StoreError(path, notOurs);
  return Number(user_version);
}

/** Each part of the schema must be as the steps make it: with another name in it a statement would fail, or do harm. */
function checkSchema(connection: Connection, path: string, version = migrations.length): void {
  const model = new DatabaseSync(":memory:", { readBigInts: true });
  try {
    migrate(model, 0, version);
    const found = new Set(readSchema(connection));
    if (readSchema(model).some((part) => !found.has(part))) throw new DamagedStore(path, "malformed schema");
  } finally {
    model.close();
  }
}

function readSchema(connection: Connection): string[] {
  const statement = connection.prepare("SELECT json_array(type, name, sql) AS part FROM sqlite_schema");
  return (statement.all() as { part: string }[]).map(({ part }) => part);
}

function migrate(connection: Connection, version: number, target = migrations.length): void {
  for (const [index, step] of migrations.slice(0, target).entries()) {
    if (index < version) continue;
    inTransaction(connection, () => connection.exec(`${step}; PRAGMA user_version = ${index + 1}`));
  }
}
