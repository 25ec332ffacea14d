import { DatasetId } from "../filled/local-store.ts";

/** Statements that all find the same, each its own way; the way is named. */
export type Ways = Readonly<Record<string, string>>;

const first = DatasetId << 32n;
const last = ((DatasetId + 1n) << 32n) - 1n;
const isIndexed = `f.DatasetId = ${DatasetId} AND f.ObjectStatus = 'Indexed'`;

/** Rows of the dataset, in the order of URIs. */
export const byURI = `File f INDEXED BY sqlite_autoindex_File_1 WHERE ${isIndexed}`;
/** The same in the order of the table. */
export const inTable = `File f NOT INDEXED WHERE f.FileId BETWEEN ${first} AND ${last} AND f.ObjectStatus = 'Indexed'`;
/** The same along an index. */
export const along = (index: string) => `File f INDEXED BY ${index} WHERE ${isIndexed}`;
/** The same as SQLite's planner likes. */
export const asPlanned = `File f WHERE ${isIndexed}`;
/** Rows whose ids a statement finds. */
export const foundBy = (ids: string) => `File f NOT INDEXED WHERE f.FileId IN (${ids})`;

/** What a table of its own keeps by file is of the dataset. */
export const isOfDataset = `FileId >> 32 = ${DatasetId}`;
export const inRange = (id: string) => `${id} BETWEEN ${first} AND ${last}`;

/** So many files are on a page. */
export const pageSize = 100;

/**
 * The ways to read a page of files with their documents from these rows: what a file has of its own is carried through
 * the sorting, or read afterwards. A document is never carried.
 */
export function pageFrom(rows: Ways, order: string, offset = 0): Ways {
  const ways = Object.entries(rows).flatMap(([name, from]) => {
    const found = (columns: string) =>
      `(SELECT ${columns} FROM ${from} ORDER BY ${order} LIMIT ${pageSize} OFFSET ${offset}) p`;
    const document = "CROSS JOIN FileDocument d ON d.FileId = p.FileId";
    return [
      [
        name,
        `SELECT URI, ObjectStatus, CreateTime, UpdateTime, Document
        FROM ${found("f.FileId, f.URI, f.ObjectStatus, f.CreateTime, f.UpdateTime")} ${document}`,
      ],
      [
        `${name}, ids first`,
        `SELECT URI, ObjectStatus, CreateTime, UpdateTime, Document
        FROM ${found("f.FileId")} CROSS JOIN File f ON f.FileId = p.FileId ${document}`,
      ],
    ];
  });
  return Object.fromEntries(ways) as Ways;
}

/** The ways to count rows. */
export function countOf(rows: Ways): Ways {
  const ways = Object.entries(rows).map(([name, from]) => [name, `SELECT count(*) AS count FROM ${from}`]);
  return Object.fromEntries(ways) as Ways;
}

/** The same ways with one more condition on each row. */
export function where(condition: string, rows: Ways): Ways {
  const ways = Object.entries(rows).map(([name, from]) => [name, `${from} AND ${condition}`]);
  return Object.fromEntries(ways) as Ways;
}
