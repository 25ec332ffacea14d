import { isSortable } from "../query-fields.ts";
import { elementsOf, isGiven, memberOf, type Placed } from "./operands.ts";
import { queryMembers, type QueryMember } from "./query-members.ts";
import { QueryProblem } from "./query-problem.ts";

/** How a query sorts files, as its parameters say it. */
export interface SortParameters {
  /** Fields, the most important first: `Size,Filename`. */
  readonly Sort: string;
  /** A direction for each: `desc,asc`. */
  readonly Order: string;
}

/** How many fields IMM sorts by. */
export const maxSortFields = 5;

/** What files are sorted by, in the order of the graph's names. */
export const sortableMembers: readonly QueryMember[] = queryMembers.flatMap((member): QueryMember[] => {
  if (member.is === "field") return isSortable(member.path) ? [member] : [];
  if (member.is !== "structure") return [];
  const members = member.members.filter(({ path }) => isSortable(path));
  return members.length > 0 ? [{ ...member, members }] : [];
});

/**
 * Reads an `orderBy`; undefined if there is nothing in it.
 *
 * @throws QueryProblem for too many fields, or an element with none or several.
 */
export function readOrder(orderBy: unknown): SortParameters | undefined {
  if (!isGiven(orderBy)) return undefined;
  const elements = elementsOf({ value: orderBy, place: "orderBy" });
  if (elements.length > maxSortFields) {
    throw new QueryProblem({
      place: "orderBy",
      message: `Files are sorted by at most ${maxSortFields} fields.`,
      allowed: `0..${maxSortFields} fields`,
      sent: `${elements.length} fields`,
    });
  }
  const sorts = elements.map((element) => {
    const found = sortsIn(element, sortableMembers);
    if (found.length === 1) return found[0]!;
    throw new QueryProblem({
      place: element.place,
      message: "Each element has exactly one field: give each field an element of its own.",
      allowed: "1 field",
      sent: `${found.length} fields`,
    });
  });
  if (sorts.length === 0) return undefined;
  return {
    Sort: sorts.map(({ path }) => path).join(","),
    Order: sorts.map(({ direction }) => direction).join(","),
  };
}

function sortsIn(element: Placed, members: readonly QueryMember[]): { path: string; direction: string }[] {
  return members.flatMap((member) => {
    const inner = memberOf(element, member.name);
    if (!isGiven(inner.value)) return [];
    if ("members" in member) return sortsIn(inner, member.members);
    // An enum's value, or its name where only that is known.
    return [{ path: member.path, direction: String(inner.value).toLowerCase() }];
  });
}
