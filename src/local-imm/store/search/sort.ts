import type { FileField } from "../../../contract/query-fields.ts";
import { columnOf } from "./conditions/row-condition.ts";
import { type Scope } from "./conditions/scope.ts";
import { join, never, plain, sql, type Sql, type Value } from "./sql.ts";

/** A field that files are sorted by. Those without it come last, in either direction. */
export interface SortKey {
  readonly field: FileField;
  readonly direction: "asc" | "desc";
}

/** Where a file stands in a sorted list: its values of the sort keys, and what tells it from those with the same. */
export interface Position {
  readonly values: readonly Value[];
  readonly FileId: bigint;
}

/** Which files of a selection, in which order. */
export interface PageOfFiles {
  readonly keys: readonly SortKey[];
  /** Where the page before ended. */
  readonly after: Position | undefined;
  readonly limit: number;
}

/** A list that is sorted by these keys, and by ids in the direction of the first. */
export interface Sorting {
  readonly keys: readonly SortKey[];
  readonly scope: Scope;
}

/** What a statement selects for positions. */
export function selected({ keys, scope }: Sorting): Sql {
  const values = keys.map(
    ({ field }, index) => sql`${columnOf(field, scope.common)} AS ${plain(`v${index}`)}`,
  );
  return join([...values, plain("f.FileId AS FileId")], ", ");
}

/** The position in a row of those. */
export function positionOf(row: Readonly<Record<string, Value>>, { keys }: Sorting): Position {
  return { values: keys.map((_key, index) => row[`v${index}`]!), FileId: row["FileId"] as bigint };
}

/** The order, if those without the first key's field are there, or not. */
export function orderBy({ keys, scope }: Sorting, { isMixed }: { isMixed: boolean }): Sql {
  const columns = keys.flatMap(({ field, direction }, index) => {
    const column = columnOf(field, scope.common);
    const ordered = sql`${column} ${plain(direction)}`;
    return isMixed || index > 0 ? [sql`${column} IS NULL`, ordered] : [ordered];
  });
  return join([...columns, plain(`f.FileId ${idDirection(keys)}`)], ", ");
}

export function idDirection(keys: readonly SortKey[]): "asc" | "desc" {
  return keys[0]?.direction ?? "asc";
}

/** Whether a row comes after a position. */
export function comesAfter(position: Position, { keys, scope }: Sorting): Sql {
  let after = plain(`f.FileId ${idDirection(keys) === "asc" ? ">" : "<"} `);
  after = sql`${after}${position.FileId}`;
  for (const [index, { field, direction }] of [...keys.entries()].toReversed()) {
    const column = columnOf(field, scope.common);
    const value = position.values[index]!;
    const isSame = value === null ? sql`${column} IS NULL` : sql`${column} = ${value}`;
    const isBehind =
      value === null
        ? never
        : sql`(${column} ${plain(direction === "asc" ? ">" : "<")} ${value} OR ${column} IS NULL)`;
    after = sql`(${isBehind} OR (${isSame} AND ${after}))`;
  }
  return after;
}

/** Compares two positions in a list. */
export function comparePositions(a: Position, b: Position, { keys }: Sorting): number {
  for (const [index, { direction }] of keys.entries()) {
    const order = compareValues(a.values[index]!, b.values[index]!, direction);
    if (order !== 0) return order;
  }
  const order = a.FileId < b.FileId ? -1 : a.FileId > b.FileId ? 1 : 0;
  return idDirection(keys) === "asc" ? order : -order;
}

function compareValues(a: Value, b: Value, direction: "asc" | "desc"): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  const order = compare(a, b);
  return direction === "asc" ? order : -order;
}

/** Compares two values of a field as SQLite does: texts by code points, which JavaScript doesn't. */
export function compare(a: bigint | number | string, b: bigint | number | string): number {
  if (typeof a === "string" && typeof b === "string") return a === b ? 0 : compareTexts(a, b);
  return a < b ? -1 : a > b ? 1 : 0;
}

function compareTexts(a: string, b: string): number {
  let at = 0;
  while (at < a.length && at < b.length && a.charCodeAt(at) === b.charCodeAt(at)) at += 1;
  if (at === a.length || at === b.length) return a.length - b.length;
  // Halves of surrogate pairs are below U+E000, what they stand for is above all others.
  const [one, other] = [a.charCodeAt(at), b.charCodeAt(at)].map((unit) =>
    unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit,
  );
  return one! - other!;
}
