import { randomUUID } from "node:crypto";
import { existsSync, lstatSync, mkdtempSync, readdirSync, realpathSync, rmdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { DatabaseSync } from "@photostructure/sqlite";
import type { Connection } from "./connection.ts";
import { checkWhole, type Database } from "./database.ts";
import { checkSchema, schemaVersion } from "./schema.ts";
import { explain, isDamage, isFull, notOurs, StoreError } from "./store-error.ts";

const folderName = /^backup-[A-Za-z0-9]{6}$/;
const fileName = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.db$/;

// A younger one may be that of a command that is about to move it.
const staleMs = 3_600_000;

type Source = Pick<Database, "connection" | "path">;

/** Makes copies of a store, each alone in a new folder. */
export function createCopies(dir: string, database: Source) {
  return {
    /** The path of a new copy. */
    make(): string {
      // A folder that is gone is a reason for a backup.
      if (!existsSync(dir)) return copyInto(tmpdir(), database);
      try {
        return copyInto(dir, database);
      } catch (error) {
        // So is a disk that is full.
        if (!isNoRoom(error)) throw error;
        return copyInto(tmpdir(), database);
      }
    },
    /** Removes what commands that were killed have left. */
    removeStale(): void {
      for (const name of readdirSync(dir)) {
        if (folderName.test(name)) removeIfStale(join(dir, name));
      }
    },
  };
}

/** Copies a database that was closed well, and that a full disk keeps from being opened for writes. */
export function copyUnopened(path: string): string {
  const connection = openToRead(path);
  try {
    return copyInto(tmpdir(), { connection, path });
  } finally {
    connection.close();
  }
}

/** Whether a path, which may be anything, is that of a file which stands where the copies of a folder's store do. */
export function isCopyOf(dir: string, file: string): boolean {
  const folder = dirname(file);
  if (!fileName.test(basename(file)) || !folderName.test(basename(folder))) return false;
  // The file and its folder must not be links; their parents may be.
  if (!lstatSync(folder, { throwIfNoEntry: false })?.isDirectory()) return false;
  if (!lstatSync(file, { throwIfNoEntry: false })?.isFile()) return false;
  return [dir, tmpdir()].some(
    (parent) => existsSync(parent) && realpathSync(parent) === realpathSync(dirname(folder)),
  );
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

/** Removes a copy, and its folder if that holds nothing else. */
export function removeCopy(file: string): void {
  rmSync(file, { force: true });
  try {
    rmdirSync(dirname(file));
  } catch {
    // What else is in it isn't ours.
  }
}

function copyInto(parent: string, database: Source): string {
  const file = join(mkdtempSync(join(parent, "backup-")), `${randomUUID()}.db`);
  try {
    copyDatabase(database, file);
    return file;
  } catch (error) {
    removeCopy(file);
    throw error;
  }
}

/** Writes all that a database holds into a new file. */
function copyDatabase({ connection, path }: Source, file: string): void {
  try {
    // Rather than page by page: what is damaged fails here, and isn't copied.
    connection.prepare("VACUUM INTO ?").run(file);
  } catch (error) {
    throw explain(error, isDamage(error) ? path : file);
  }
}

/** Opens a database file that is only read, and of which no byte of room is asked. */
function openToRead(path: string): Connection {
  return new DatabaseSync(path, { readBigInts: true, readOnly: true });
}

/** Whether an error says that there is no room, in SQLite's words or the system's. */
export function isNoRoom(error: unknown): boolean {
  const { code, cause } = error as NodeJS.ErrnoException;
  return code === "ENOSPC" || isFull(cause);
}

function removeIfStale(folder: string): void {
  try {
    const found = lstatSync(folder);
    if (!found.isDirectory() || Date.now() - found.mtimeMs < staleMs) return;
    const names = readdirSync(folder);
    if (!names.every((name) => fileName.test(name))) return;
    for (const name of names) rmSync(join(folder, name));
    rmdirSync(folder);
  } catch {
    // It may be another user's, or a command's that removes it at the same time: it is in nobody's way.
  }
}
