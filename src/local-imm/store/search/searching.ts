import { asksForStatus, type Condition } from "./conditions/condition.ts";
import { conjunctsOf, driverOf, type Driver } from "./conditions/drivers.ts";
import { eachPart, type Part, type PartTools, type Rows } from "./parts.ts";
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
  /** The conditions that all must hold. */
  readonly conjuncts: readonly Condition[];
  /** Those of them that an index finds the files of. */
  readonly driven: readonly { readonly conjunct: Condition; readonly driver: Driver }[];
}

export function searching(selection: Selection, tools: SearchTools): Searching {
  return new SelectionSearch(selection, tools);
}

class SelectionSearch implements Searching {
  readonly scope: Scope;
  readonly condition: Condition | undefined;
  readonly tools: SearchTools;
  readonly cost: number;
  readonly conjuncts: readonly Condition[];
  readonly driven: Searching["driven"];
  #ids: IdRange | undefined;

  constructor({ scope, condition }: Selection, tools: SearchTools) {
    this.scope = scope;
    this.condition = condition;
    this.tools = tools;
    this.cost = 0.4 + (condition ? costOf(condition) : 0);
    this.conjuncts = conjunctsOf(condition);
    // No index has what isn't indexed.
    this.driven = condition && asksForStatus(condition) ? [] : drivenOf(this.conjuncts, scope);
  }
  /** Few searches that find little need it. */
  get ids() {
    return (this.#ids ??= idsIn(this, this.tools));
  }
}

function drivenOf(conjuncts: readonly Condition[], scope: Scope): Searching["driven"] {
  return conjuncts.flatMap((conjunct) => {
    const driver = driverOf(conjunct, scope);
    return driver ? [{ conjunct, driver }] : [];
  });
}

/** The index that finds exactly a selection, if one does. */
export function exactDriver({ conjuncts, driven }: Searching): Driver | undefined {
  return conjuncts.length === 1 ? driven[0]?.driver : undefined;
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
export function isSelectedToo({ conjuncts, scope }: Searching, by: Condition): Sql {
  const others = conjuncts.filter((each) => each !== by);
  return allOf(others.map((each) => rowCondition(each, { scope })));
}

/** The same where the row is read, which may have changed since. */
function isStillSelected(search: Searching, by: Condition): Sql {
  return sql`f.ObjectStatus = 'Indexed' AND ${isSelectedToo(search, by)}`;
}

/** Does `work` for one part after the other of the rows among which a selection is. */
export async function eachSelected(
  search: Searching,
  rows: Rows,
  work: (part: Part, where: Sql) => boolean,
  cost = search.cost,
): Promise<void> {
  await eachPart(rows, cost, search.tools, (part) =>
    work(
      part,
      allOf([part.where, "ids" in rows ? isStillSelected(search, rows.by) : isSelected(search, part.range)]),
    ),
  );
}
