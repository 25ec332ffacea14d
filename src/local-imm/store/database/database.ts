import { lstatSync, realpathSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { DatabaseSync } from "@photostructure/sqlite";
import type { Connection } from "./connection.ts";
import { reserveSpace, type ReservedSpace } from "./reserved-space.ts";
import { checkSchema, migrate, schemaVersion } from "./schema.ts";
import { DamagedStore, explain, StoreError } from "./store-error.ts";
import { watchFiles, type WatchedFiles } from "./watched-files.ts";

/** A database file that this process alone uses, and the files that it is made of. */
export interface Database {
  /** The real one, without links. */
  readonly path: string;
  readonly connection: Connection;
  readonly files: WatchedFiles;
  readonly space: ReservedSpace;
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
    const space = reserveSpace(connection, path);
    return { path, connection, space, files: watchFiles(path, givenPath) };
  } catch (error) {
    const reason = explain(error, path);
    connection?.close();
    throw reason;
  }
}

/**
 * Closes a database so that its file is free for the next process.
 *
 * @throws StoreError where the log couldn't be emptied, on a full disk for example: it is read at the next start.
 */
export function closeDatabase({ connection, path, files }: Database): void {
  try {
    // Through the open files, wherever they are: a log left behind would damage a database put in this one's place.
    connection.exec("PRAGMA wal_checkpoint(TRUNCATE)");
    // What follows goes by their paths: what another process has put there isn't this one's to delete.
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

/** @throws DamagedStore unless SQLite finds nothing wrong; a file larger than 256 MiB is not looked through. */
export function checkWhole(connection: Connection, path: string): void {
  const { size } = connection
    .prepare("SELECT page_count * page_size AS size FROM pragma_page_count, pragma_page_size")
    .get() as { size: bigint };
  if (size > checkedBytes) return;
  const { quick_check } = connection.prepare("PRAGMA quick_check(1)").get() as { quick_check: string };
  if (quick_check !== "ok") throw new DamagedStore(path, quick_check.replaceAll("\n", " "));
}
