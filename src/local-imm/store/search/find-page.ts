import type { Rows } from "./parts.ts";
import { asksForWords } from "./conditions/condition.ts";
import { locate, membersOf, type Whereabouts } from "./locate.ts";
import { eachSelected, isSelected, type Searching } from "./searching.ts";
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
import { allOf, sql, type Sql, type Value } from "./sql.ts";
import { Walk } from "./walk.ts";

type Row = Readonly<Record<string, Value>>;

/** The positions of the first files of a selection, behind another. */
export async function findPage(
  search: Searching,
  { rows, estimate }: Whereabouts,
  page: PageOfFiles,
): Promise<Position[]> {
  const sorting: Sorting = { keys: page.keys, scope: search.scope };
  if ("ids" in rows) return firstOf(search, rows, page, sorting);
  const walk = Walk.along(search, sorting, page);
  if (walk && (await isWholeByWalk(walk, search, estimate))) return walk.found;
  const found = walk?.found ?? [];
  const after = found.at(-1) ?? page.after;
  const limit = page.limit - found.length;
  const others = await locate(search, "most");
  return [...found, ...(await firstOf(search, others.rows, { ...page, after, limit }, sorting))];
}

// What a look at a row along an index costs, beside one in the order of the table.
const rowCost = 8;
// A row that is looked at by its id costs as much as so many in an index, if only their ids are looked at.
const idCost = 25;
// So many rows along an index cost less than to ask what another index finds.
const cheapWalk = 1500;
// A look at rows along an index may cost so much in one statement, and at all that another index finds, in microseconds.
const stepCost = 20_000;
const membersCost = 100_000;

/** Walks until all is found; false if that is slower than to look at all rows, or at few that an index finds. */
async function isWholeByWalk(walk: Walk, search: Searching, told: number | undefined): Promise<boolean> {
  const { pause, sizes } = search.tools;
  const { condition, ids } = search;
  const total = Number(ids.last - ids.first) + 1;
  const rows = isSelected(search, undefined);
  // An index of words takes as long for a row as for all.
  const asksForRows = !condition || !asksForWords(condition);
  const isTold = told !== undefined && told > 0;
  const isCheap = !isTold || (walk.limit * total) / told <= cheapWalk;
  if (asksForRows && isCheap) {
    const state = walk.step(rows, Math.min(sizes.window.first, mostRows(search)));
    if (state !== "more") return state === "whole";
    if (walk.expected <= cheapWalk || !condition) return isWholeByRows(walk, rows, search);
  }
  const seen = walk.looked > 0 ? (walk.found.length / walk.looked) * total : undefined;
  const estimate = isTold ? told : seen;
  const members = membersOf(search, estimate);
  if (!members) return asksForRows && (await isWholeByRows(walk, rows, search));
  if (members.count * search.cost > membersCost) return false;
  const expected = Math.max(walk.looked > 0 ? walk.expected : 0, walk.limit * (total / members.count));
  if (estimate !== undefined && members.count <= sizes.few.most && members.count * idCost < expected) {
    return false;
  }
  const size = Math.max(Math.ceil(expected), sizes.window.whole);
  for (;;) {
    await pause();
    const state = walk.step(members.isMember, size);
    if (state !== "more") return state === "whole";
  }
}

/** How many rows may be looked at in one statement. */
function mostRows({ cost }: Searching): number {
  return Math.max(1, Math.floor(stepCost / cost));
}

async function isWholeByRows(walk: Walk, rows: Sql, search: Searching): Promise<boolean> {
  const { tools, ids } = search;
  const { first } = tools.sizes.window;
  const most = Math.min(tools.sizes.window.most, mostRows(search));
  const total = Number(ids.last - ids.first) + 1;
  for (let size = Math.min(most, 2 * first); ; size = Math.min(most, size * 2)) {
    if (Math.min(walk.expected, total) * rowCost > total) return false;
    await tools.pause();
    const state = walk.step(rows, size);
    if (state !== "more") return state === "whole";
  }
}

/** Looks at all of some rows, and keeps the first. */
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
