import { join } from "node:path";
import { root } from "../../root.ts";

const load = async <Module>(path: string) =>
  (await import(new URL(`dist/local-imm/${path}`, root).href)) as Module;

// The built local IMM's own parts.
const { openDatabase, closeDatabase } = await load<
  typeof import("../../../../dist/local-imm/store/database/database.js")
>("store/database/database.js");
const { createTransactions } = await load<
  typeof import("../../../../dist/local-imm/store/database/transactions.js")
>("store/database/transactions.js");
const { createFiles } =
  await load<typeof import("../../../../dist/local-imm/store/files.js")>("store/files.js");
const { createSearch } =
  await load<typeof import("../../../../dist/local-imm/store/search/search.js")>("store/search/search.js");
export const { openStore } =
  await load<typeof import("../../../../dist/local-imm/store/store.js")>("store/store.js");
export const { readConditions } =
  await load<typeof import("../../../../dist/local-imm/params/conditions.js")>("params/conditions.js");
export const { wordsOf } = await load<typeof import("../../../../dist/local-imm/store/search/rows/words.js")>(
  "store/search/rows/words.js",
);
export const { showFile } = await load<
  typeof import("../../../../dist/local-imm/operations/file/show-file.js")
>("operations/file/show-file.js");
export const { formatTime } = await load<typeof import("../../../../dist/local-imm/time.js")>("time.js");
export const { writePosition, readPosition } = await load<
  typeof import("../../../../dist/local-imm/operations/query/position.js")
>("operations/query/position.js");

export type Search = ReturnType<typeof createSearch>;
export type Connection = ReturnType<typeof openDatabase>["connection"];
export type Condition = ReturnType<typeof readConditions>;
export type StoredFile = Parameters<typeof showFile>[0];
export type ShownFile = ReturnType<typeof showFile>;
export type Page = Parameters<Search["find"]>[1];
export type Position = NonNullable<Page["after"]>;
export type SortKey = Page["keys"][number];
export type Aggregation = Parameters<Search["aggregate"]>[1]["aggregations"][number];

/** What answers queries of the local IMM. */
export interface Queryable {
  readonly search: Search;
  readonly files: Pick<ReturnType<typeof createFiles>, "some">;
  read<T>(work: () => T): T;
}

/** The same with the connection to its database: a second one can't be opened meanwhile. */
export interface QueryableDatabase extends Queryable, Disposable {
  readonly connection: Connection;
}

/** Opens the database of a data folder as the local IMM does. */
export function openQueryable(folder: string): QueryableDatabase {
  const database = openDatabase(join(folder, "imm.db"));
  const transactions = createTransactions(database);
  const { connection } = database;
  return {
    connection,
    read: transactions.read,
    search: createSearch(connection, transactions),
    files: createFiles(connection),
    [Symbol.dispose]: () => closeDatabase(database),
  };
}

// The number of the dataset that is asked; the one before it has a tenth of its files.
export const DatasetId = 2n;
export const smallDatasetId = 1n;

export const names = { ProjectName: "bench", DatasetName: "photos", OwnerId: "1000" } as const;
export const scope = { DatasetId, common: { ...names, ObjectType: "file" } } as const;
