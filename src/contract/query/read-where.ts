import type { Condition, Places, Query } from "./condition.ts";
import { around, filterConditions, joined, withoutCondition } from "./filters.ts";
import { elementsOf, isGiven, memberOf, textOf, type Placed } from "./operands.ts";
import { checkLimits, put } from "./query-limits.ts";
import { queryMembers, type QueryMember } from "./query-members.ts";
import { QueryProblem } from "./query-problem.ts";
import { rawCondition } from "./raw-condition.ts";

/** What conditions are on: a file, or an element of one of its lists. */
interface Subject {
  readonly members: ReadonlyMap<string, QueryMember>;
  /** What a `where` on it may have, in the order of its names, which is that of the graph's input types. */
  readonly names: readonly string[];
  /** The path of the list. */
  readonly list: string | undefined;
}

function subject(members: readonly QueryMember[], list?: string): Subject {
  const byName = new Map(members.map((member) => [member.name, member]));
  return { members: byName, names: ["and", "not", "or", "raw", ...byName.keys()].toSorted(), list };
}

const file = subject(queryMembers);
const elements = new Map(
  queryMembers.flatMap((member) =>
    member.is === "list" ? [[member.path, subject(member.members, member.path)]] : [],
  ),
);

/**
 * Reads a `where`. Conditions beside each other must all hold; they come in the order of their names. What is null is as
 * if absent.
 *
 * @throws QueryProblem for what IMM wouldn't take, or what has no condition in it.
 */
export function readWhere(where: object): Query {
  const places: Places = new Map();
  const query = { tree: conditionOf({ value: where, place: "where" }, file, places), places };
  checkLimits(query);
  return query;
}

function conditionOf(where: Placed, on: Subject, places: Places): Condition {
  const conditions = on.names.flatMap((name) => {
    const inner = memberOf(where, name);
    return isGiven(inner.value) ? conditionsOf(name, inner, on, places) : [];
  });
  return joined("and", conditions, { place: where.place, places });
}

function conditionsOf(name: string, inner: Placed, on: Subject, places: Places): Condition[] {
  const { place } = inner;
  switch (name) {
    case "and":
    case "or": {
      const conditions = elementsOf(inner).map((where) => conditionOf(where, on, places));
      return [joined(name, conditions, { place, places })];
    }
    case "not":
      return [around("not", [conditionOf(inner, on, places)], { place, places })];
    case "raw":
      return someOf(inner).map((raw) => put(places, rawCondition(raw, on.list), raw.place));
    default:
      return ofMember(on.members.get(name)!, inner, places);
  }
}

function ofMember(member: QueryMember, filter: Placed, places: Places): Condition[] {
  const { path } = member;
  switch (member.is) {
    case "field":
      return filterConditions(filter, { field: path, kind: member.kind, places });
    case "map":
      return someOf(filter).flatMap((entry) =>
        filterConditions(entry, { field: `${path}.${keyOf(entry)}`, kind: "string", places }),
      );
    case "structure": {
      const inner = member.members.map((each) => ({ each, filter: memberOf(filter, each.name) }));
      const given = inner.filter((below) => isGiven(below.filter.value));
      if (given.length === 0) throw withoutCondition(filter.place);
      return given.flatMap((below) => ofMember(below.each, below.filter, places));
    }
    case "list": {
      const some = memberOf(filter, "some");
      if (!isGiven(some.value)) throw withoutCondition(filter.place);
      const condition = conditionOf(some, elements.get(path)!, places);
      return [around("nested", [condition], { place: some.place, places, field: path })];
    }
  }
}

/** The elements of a list that has some. */
function someOf(list: Placed): Placed[] {
  const found = elementsOf(list);
  if (found.length === 0) throw withoutCondition(list.place);
  return found;
}

function keyOf(entry: Placed): string {
  const key = memberOf(entry, "key");
  const text = textOf(key);
  if (text === "") throw new QueryProblem({ place: key.place, message: "The key is empty." });
  return text;
}
