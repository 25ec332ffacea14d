import type { Rows } from "./parts.ts";
import { eachSelected, type Searching } from "./searching.ts";
import {
  comesAfter,
  comparePositions,
  orderBy,
  type Position,
  positionOf,
  selected,
  type Sorting,
  type PageOfFiles,
} from "./sort.ts";
import { allOf, sql, type Value } from "./sql.ts";
import { walk } from "./walk.ts";

type Row = Readonly<Record<string, Value>>;

/** The positions of the first files of a selection, behind another, among these rows. */
export async function findPage(search: Searching, rows: Rows, page: PageOfFiles): Promise<Position[]> {
  const sorting: Sorting = { keys: page.keys, scope: search.scope };
  // If the rows are few, or a walk meets too little, all are looked at, and the first ones kept.
  const walked = "ids" in rows ? undefined : await walk(search, sorting, page);
  if (walked?.isWhole) return [...walked.found];
  const found = walked?.found ?? [];
  const after = found.at(-1) ?? page.after;
  const limit = page.limit - found.length;
  return [...found, ...(await firstOf(search, rows, { ...page, after, limit }, sorting))];
}

async function firstOf(
  search: Searching,
  rows: Rows,
  { after, limit }: PageOfFiles,
  sorting: Sorting,
): Promise<Position[]> {
  const order = orderBy(sorting, { isMixed: true });
  let first: Position[] = [];
  await eachSelected(search, rows, ({ from }, where) => {
    const conditions = allOf([where, ...(after ? [comesAfter(after, sorting)] : [])]);
    const found = search.tools.statements.all<Row>(
      sql`SELECT ${selected(sorting)} FROM ${from} WHERE ${conditions} ORDER BY ${order} LIMIT ${BigInt(limit)}`,
    );
    if (found.length > 0) {
      const positions = [...first, ...found.map((row) => positionOf(row, sorting))];
      first = positions.toSorted((a, b) => comparePositions(a, b, sorting)).slice(0, limit);
    }
    return true;
  });
  return first;
}
