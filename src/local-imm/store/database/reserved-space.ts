import { statfsSync, statSync } from "node:fs";
import { dirname } from "node:path";
import type { Connection } from "./connection.ts";

// A delete writes a few pages of 4 KiB, and begins at the log's start again when they are in the database.
const logBytes = 256 * 1024;
// For what the log and the database take meanwhile, and for others that write to the disk.
const spareBytes = 128 * 1024;

/** The space on its disk that a database has before it needs it. */
export interface ReservedSpace {
  /** Empties the log, and adds so many pages to the database; false if the disk has no room for them. */
  extend(pages: number): boolean;
}

/**
 * Reserves space for the log, and lets the database grow only by pages that the disk has already given it: on a full disk
 * creates fail for lack of pages, while deletes still fit into the reserved log and pages.
 */
export function reserveSpace(connection: Connection, path: string): ReservedSpace {
  const empty = () => connection.exec("PRAGMA wal_checkpoint(RESTART)");
  const stopGrowth = () => setMaxPages(connection, 1n);
  try {
    growLog(connection, `${path}-wal`);
    empty();
  } catch {
    // The disk is full already: what is stored can be read all the same.
  }
  stopGrowth();
  return {
    extend(pages) {
      empty();
      if (!hasRoom(path, pages)) return false;
      try {
        addPages(connection, pages);
        empty();
        return true;
      } finally {
        stopGrowth();
      }
    },
  };
}

/** SQLite keeps the log's length when it begins at its start again. */
function growLog(connection: Connection, log: string): void {
  const { user_version } = connection.prepare("PRAGMA user_version").get() as { user_version: bigint };
  withoutSync(connection, () => {
    for (let count = 0; count < 128 && statSync(log).size < logBytes; count += 1) {
      connection.exec(`PRAGMA user_version = ${user_version}`);
    }
  });
}

function addPages(connection: Connection, pages: number): void {
  const { page_count, page_size } = connection
    .prepare("SELECT page_count, page_size FROM pragma_page_count, pragma_page_size")
    .get() as { page_count: bigint; page_size: bigint };
  setMaxPages(connection, page_count + BigInt(2 * pages));
  // Two commits: pages that are freed in the one that took them needn't be written.
  withoutSync(connection, () => {
    connection.exec(`
      BEGIN;
      CREATE TABLE IF NOT EXISTS Room (Value);
      INSERT INTO Room VALUES (zeroblob(${page_size * BigInt(pages)}));
      COMMIT;
      DROP TABLE Room;
    `);
  });
}

/** Runs commits that the next checkpoint syncs, which mustn't run like this itself. */
function withoutSync(connection: Connection, work: () => void): void {
  connection.exec("PRAGMA synchronous = OFF");
  try {
    work();
  } finally {
    if (connection.isTransaction) connection.exec("ROLLBACK");
    connection.exec("PRAGMA synchronous = FULL");
  }
}

/** SQLite takes the number of pages that there are for a smaller one. */
function setMaxPages(connection: Connection, pages: bigint): void {
  connection.exec(`PRAGMA max_page_count = ${pages}`);
}

function hasRoom(path: string, pages: number): boolean {
  const { bavail, bsize } = statfsSync(dirname(path));
  return bavail * bsize > spareBytes + pages * 4096;
}
