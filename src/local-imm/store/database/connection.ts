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

function rollBack(connection: Connection): void {
  try {
    // After some errors SQLite has done so itself.
    if (connection.isTransaction) connection.exec("ROLLBACK");
  } catch {
    // The error that led here says more.
  }
}
