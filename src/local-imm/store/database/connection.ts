import type { DatabaseSync } from "@photostructure/sqlite";

/** A connection to a database file. */
export type Connection = InstanceType<typeof DatabaseSync>;

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

/** Runs `work` as a part of a transaction: where it throws, none of what it wrote is kept, and the rest is. */
export function inSavepoint<T>(connection: Connection, work: () => T): T {
  connection.exec("SAVEPOINT Part");
  try {
    const result = work();
    connection.exec("RELEASE Part");
    return result;
  } catch (error) {
    // Fails if SQLite has ended the transaction, which then fails as a whole.
    connection.exec("ROLLBACK TO Part; RELEASE Part");
    throw error;
  }
}

function rollBack(connection: Connection): void {
  try {
    // After some errors SQLite has done so itself. If tables of words or places were written to, the database may still be
    // read then, so that its log can't be emptied, until another transaction ends.
    if (!connection.isTransaction) connection.exec("BEGIN");
    connection.exec("ROLLBACK");
  } catch {
    // The error that led here says more.
  }
}
