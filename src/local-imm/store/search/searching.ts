import { asksForStatus, type Condition } from "./conditions/condition.ts";
import { conjunctsOf, driverOf, type Driver, isDivided } from "./conditions/drivers.ts";
import { eachPart, type Part, type PartTools, type Rows, type Sizes } from "./parts.ts";
import { rowCondition } from "./conditions/row-condition.ts";
import { idsOf, type IdRange, type Scope } from "./conditions/scope.ts";
import { allOf, plain, sql, type Sql, type Statements } from "./sql.ts";

/** What a search works with. */
export interface SearchTools extends PartTools {
  readonly statements: Statements;
}

/** Files of a dataset that meet a condition; all if it is undefined. */
export interface Selection {
  readonly scope: Scope;
  readonly condition: Condition | undefined;
}

/** A selection that is being searched. */
export interface Searching extends Selection {
  readonly tools: SearchTools;
  /** About what it costs to look at a row, in microseconds. */
  readonly cost: number;
  /** The ids that files of the dataset have. */
  readonly ids: IdRange;
  /** The index that finds exactly the selection, if one does. */
  readonly driver: Driver | undefined;
}

export function searching(selection: Selection, tools: SearchTools): Searching {
  const { condition, scope } = selection;
  let ids: IdRange | undefined;
  return {
    ...selection,
    tools,
    cost: 0.4 + (condition ? costOf(condition) : 0),
    // Few searches that find little need it.
    get ids() {
      return (ids ??= idsIn(selection, tools));
    },
    driver: condition && !asksForStatus(condition) ? driverOf(condition, scope) : undefined,
  };
}

/** The ids from the first that there is to the last. */
function idsIn({ scope }: Selection, tools: SearchTools): IdRange {
  const { first, last } = idsOf(scope);
  // Each alone is a look at one end of the range; both together would be a look at all of it.
  const end = (which: "max" | "min") =>
    tools.statements.one<{ id: bigint | null }>(
      sql`SELECT ${plain(which)}(FileId) AS id FROM File WHERE FileId BETWEEN ${first} AND ${last}`,
    ).id;
  const [lowest, highest] = [end("min"), end("max")];
  return { first: lowest ?? first, last: highest ?? first - 1n };
}

function costOf(condition: Condition): number {
  if ("of" in condition) return condition.of.reduce((sum, each) => sum + costOf(each), 0.1);
  switch (condition.kind) {
    case "words":
    case "phrase":
      return 0.5;
    case "polygon":
      return 1 + condition.points.length / 20;
    case "near":
      return 0.5;
    case "box":
      return 0.1;
    default:
      return "subject" in condition && "file" in condition.subject ? 0.1 : 0.8;
  }
}

/** Whether a row f is in a selection, which needs no look at its dataset. */
export function isSelected({ condition, scope }: Selection, range: IdRange | undefined): Sql {
  const findsAll = condition !== undefined && asksForStatus(condition);
  return allOf([
    ...(findsAll ? [] : [sql`f.ObjectStatus = 'Indexed'`]),
    ...(condition ? [rowCondition(condition, { scope, range })] : []),
  ]);
}

/** The same of a row that an index has found by one of the conditions. */
function isSelectedToo({ condition, scope }: Selection, by: Condition): Sql {
  const others = conjunctsOf(condition).filter((each) => each !== by);
  return allOf(others.map((each) => rowCondition(each, { scope })));
}

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
  for (const { conjunct, driver } of drivenOf(search)) {
    const { ids, more } = await foundBy(driver, search, search.tools.sizes.few[few]);
    if (!more) return { rows: { ids, by: conjunct }, estimate: ids.length };
    if (search.driver && driver.isInOrder) estimate = density(ids, search);
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

/** The conditions of a selection that an index finds the files of. */
function drivenOf({
  condition,
  scope,
}: Searching): { readonly conjunct: Condition; readonly driver: Driver }[] {
  // No index has what isn't indexed.
  if (condition && asksForStatus(condition)) return [];
  return conjunctsOf(condition).flatMap((conjunct) => {
    const driver = driverOf(conjunct, scope);
    return driver ? [{ conjunct, driver }] : [];
  });
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
  const { ids, tools } = search;
  const { few, members } = tools.sizes;
  // To look whether places are near costs more than to look at the rows.
  const driven = drivenOf(search).filter(({ driver }) => !driver.isOfPlaces);
  const conjuncts = conjunctsOf(search.condition);
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

/** The same where the row is read, which may have changed since. */
function isStillSelected(selection: Selection, by: Condition): Sql {
  return sql`f.ObjectStatus = 'Indexed' AND ${isSelectedToo(selection, by)}`;
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

/** Does `work` for one part after the other of the rows among which a selection is. */
export async function eachSelected(
  search: Searching,
  rows: Rows,
  work: (part: Part, where: Sql) => boolean,
): Promise<void> {
  await eachPart(rows, search.cost, search.tools, (part) =>
    work(
      part,
      allOf([part.where, "ids" in rows ? isStillSelected(search, rows.by) : isSelected(search, part.range)]),
    ),
  );
}
