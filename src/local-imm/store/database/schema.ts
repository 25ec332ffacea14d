import { DatabaseSync } from "@photostructure/sqlite";
import { migrations } from "../migrations/migrations.ts";
import { inTransaction, type Connection } from "./connection.ts";
import { DamagedStore, notOurs, StoreError } from "./store-error.ts";

/**
 * The number of steps that made a database.
 *
 * @throws StoreError if a newer release has, or another program.
 */
export function schemaVersion(connection: Connection, path: string): number {
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
export function checkSchema(connection: Connection, path: string, version = migrations.length): void {
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

/** Brings a schema up to date. */
export function migrate(connection: Connection, version: number, target = migrations.length): void {
  for (const [index, step] of migrations.slice(0, target).entries()) {
    if (index < version) continue;
    inTransaction(connection, () => connection.exec(`${step}; PRAGMA user_version = ${index + 1}`));
  }
}
