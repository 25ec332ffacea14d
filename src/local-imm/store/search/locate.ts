import { type Driver, isDivided } from "./conditions/drivers.ts";
import { idsOf, type IdRange } from "./conditions/scope.ts";
import { eachPart, type Rows, type Sizes } from "./parts.ts";
import { exactDriver, isSelectedToo, type Searching } from "./searching.ts";
import { sql, type Sql } from "./sql.ts";

/** Where a selection is, as far as its indexes tell. */
export interface Whereabouts {
  /** Few rows, if an index leads to no more, else all of its dataset. */
  readonly rows: Rows;
  /** About how many files are in the selection, if an index that finds it has told. */
  readonly estimate: number | undefined;
}

/** Asks the indexes of a selection whether one finds few files. */
export async function locate(search: Searching, few: keyof Sizes["few"]): Promise<Whereabouts> {
  let estimate: number | undefined;
  for (const { conjunct, driver } of search.driven) {
    const { ids, more } = await foundBy(driver, search, search.tools.sizes.few[few]);
    if (!more) return { rows: { ids, by: conjunct }, estimate: ids.length };
    if (exactDriver(search) && driver.isInOrder) estimate = density(ids, search);
  }
  return { rows: search.ids, estimate };
}

/** How many files an index finds altogether, if these are the first, in the order of their ids. */
function density(found: readonly bigint[], { ids }: Searching): number | undefined {
  const last = found.at(-1);
  if (last === undefined) return undefined;
  const total = Number(ids.last - ids.first) + 1;
  return (found.length * total) / (Number(last - ids.first) + 1);
}

/** Ids that an index has found, among which a selection is. */
interface Members {
  readonly count: number;
  /** Whether a row f is one of them, and in the selection. */
  readonly isMember: Sql;
}

/**
 * The fewest ids that an index finds; undefined if all find too many to list. If there is one index alone it is about as
 * many as are in the selection, of which the caller may have an estimate.
 */
export function membersOf(search: Searching, estimate: number | undefined): Members | undefined {
  const { ids, conjuncts, tools } = search;
  const { few, members } = tools.sizes;
  // To look whether places are near costs more than to look at the rows.
  const driven = search.driven.filter(({ driver }) => !driver.isOfPlaces);
  const isAlone = driven.length === 1 && (conjuncts.length === 1 || estimate === undefined);
  const countOf = ({ found }: Driver, most: number): number => {
    if (isAlone) return Math.max(estimate ?? 0, few.first, 1);
    const some = sql`SELECT 1 FROM (${found(ids)}) LIMIT ${BigInt(most)}`;
    return Number(
      tools.statements.one<{ count: bigint }>(sql`SELECT count(*) AS count FROM (${some})`).count,
    );
  };
  let best: Members | undefined;
  for (const { conjunct, driver } of driven) {
    const most = best?.count ?? members;
    const count = countOf(driver, most);
    if (count >= most) continue;
    // The plus keeps the list from being what is walked along.
    const isListed = sql`+f.FileId IN (${driver.found(ids)})`;
    best = { count, isMember: sql`${isListed} AND ${isSelectedToo(search, conjunct)}` };
  }
  return best;
}

/** What an index finds, in the order of ids: no more than a few, and whether there are more. */
async function foundBy(
  driver: Driver,
  search: Searching,
  few: number,
): Promise<{ readonly ids: bigint[]; readonly more: boolean }> {
  const { scope, tools } = search;
  const { statements } = tools;
  // Of what stands in a box around a place, most is near it.
  if (looksAtMore(driver, Math.min(mostLookedAt(driver), 4 * few), search)) return { ids: [], more: true };
  const found = new Set<bigint>();
  const collect = (range: IdRange): boolean => {
    const limit = few + 1 - found.size;
    const some = statements.all<{ FileId: bigint }>(
      sql`SELECT FileId FROM (${driver.found(range)}) LIMIT ${BigInt(limit)}`,
    );
    for (const { FileId } of some) found.add(FileId);
    return some.length < limit;
  };
  // Where an index finds one file after the other, the limit ends it.
  let areFew = true;
  if (isDivided(driver)) {
    await eachPart(search.ids, driver.cost!, tools, ({ range }) => (areFew = collect(range!)));
  } else {
    areFew = collect(idsOf(scope));
  }
  return { ids: [...found].toSorted((a, b) => (a < b ? -1 : 1)), more: !areFew };
}

// In microseconds.
const lookCost = 30_000;

/** How much an index may look at one by one in a statement: it can't be divided. */
export function mostLookedAt({ cost = 0.1 }: Driver): number {
  return Math.ceil(lookCost / cost);
}

/** Whether an index would look at more than so much. */
export function looksAtMore(
  { lookedAt }: Driver,
  most: number,
  { scope, tools: { statements } }: Searching,
): boolean {
  if (!lookedAt) return false;
  const limit = BigInt(most) + 1n;
  const { count } = statements.one<{ count: bigint }>(
    sql`SELECT count(*) AS count FROM (SELECT 1 FROM (${lookedAt(idsOf(scope))}) LIMIT ${limit})`,
  );
  return count === limit;
}
