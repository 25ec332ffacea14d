import { asksForStatus, type Condition } from "./conditions/condition.ts";
import { conjunctsOf, driverOf, type Driver } from "./conditions/drivers.ts";
import { eachPart, type Part, type PartTools, type Rows } from "./parts.ts";
import { rowCondition } from "./conditions/row-condition.ts";
import { idsOf, type IdRange, type Scope } from "./conditions/scope.ts";
import { allOf, sql, type Sql, type Statements } from "./sql.ts";

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
  const range = idsOf(scope);
  const { first, last } = tools.statements.one<{ first: bigint | null; last: bigint | null }>(
    sql`SELECT min(FileId) AS first, max(FileId) AS last FROM File WHERE FileId BETWEEN ${range.first} AND ${range.last}`,
  );
  return {
    ...selection,
    tools,
    cost: 0.4 + (condition ? costOf(condition) : 0),
    ids: first === null || last === null ? { first: range.first, last: range.first - 1n } : { first, last },
    driver: condition && !asksForStatus(condition) ? driverOf(condition, scope) : undefined,
  };
}

function costOf(condition: Condition): number {
  if ("of" in condition) return condition.of.reduce((sum, each) => sum + costOf(each), 0.1);
  switch (condition.kind) {
    case "words":
      return 4 * condition.phrases.length;
    case "phrase":
      return 3;
    case "polygon":
      return 1 + condition.points.length / 10;
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

/** The rows among which a selection is: few, if an index leads to them, else all of its dataset. */
export async function rowsToLookAt(search: Searching): Promise<Rows> {
  if (search.condition && asksForStatus(search.condition)) return search.ids;
  for (const conjunct of conjunctsOf(search.condition)) {
    const driver = driverOf(conjunct, search.scope);
    const found = driver && (await foundBy(driver, search));
    if (found) return { ids: found };
  }
  return search.ids;
}

/** What an index finds, in the order of ids; undefined if that is more than a few. */
async function foundBy(driver: Driver, { ids, tools }: Searching): Promise<bigint[] | undefined> {
  const { statements, sizes } = tools;
  const found = new Set<bigint>();
  const collect = (range: IdRange): boolean => {
    const limit = BigInt(sizes.few + 1 - found.size);
    const some = sql`SELECT FileId FROM (${driver.found(range)}) LIMIT ${limit}`;
    // To count them takes a fraction of the time.
    const { count } = statements.one<{ count: bigint }>(sql`SELECT count(*) AS count FROM (${some})`);
    if (count === limit) return false;
    if (count > 0n) for (const { FileId } of statements.all<{ FileId: bigint }>(some)) found.add(FileId);
    return true;
  };
  let areFew = true;
  if (driver.isDivisible) {
    await eachPart(ids, driver.cost ?? 0.1, tools, ({ range }) => (areFew = collect(range!)));
  } else {
    areFew = collect(ids);
  }
  return areFew ? [...found].toSorted((a, b) => (a < b ? -1 : 1)) : undefined;
}

/** Does `work` for one part after the other of the rows among which a selection is. */
export async function eachSelected(
  search: Searching,
  rows: Rows,
  work: (part: Part, where: Sql) => boolean,
): Promise<void> {
  await eachPart(rows, search.cost, search.tools, (part) =>
    work(part, allOf([part.where, isSelected(search, part.range)])),
  );
}
