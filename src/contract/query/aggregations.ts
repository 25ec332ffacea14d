import { isComparable, isNumeric } from "../query-fields.ts";
import { textOf } from "./operands.ts";
import { queryMembers, type QueryMember } from "./query-members.ts";
import { QueryProblem } from "./query-problem.ts";

/** What IMM computes of a field's values in the files that a query finds. */
export interface Aggregation {
  readonly Field: string;
  readonly Operation: string;
}

/** The graph's names of what IMM computes. */
export const aggregateOperations = {
  average: "average",
  count: "count",
  distinct: "distinct",
  groups: "group",
  max: "max",
  min: "min",
  sum: "sum",
} as const;

/** How many groups IMM returns. */
export const groupsPage = { max: 2000, default: 100 };

/** How many files there are: every file has a URI. */
export const countOfFiles: Aggregation = { Field: "URI", Operation: "count" };

/** What files are aggregated by, in the order of the graph's names. */
export const aggregableMembers: readonly QueryMember[] = queryMembers.flatMap(aggregable);

function aggregable(member: QueryMember): QueryMember[] {
  if (member.is === "field") return isComparable(member.kind) ? [member] : [];
  if (member.is === "map") return [{ ...member, name: nameOfEntry(member.path) }];
  return [{ ...member, members: member.members.flatMap(aggregable) }];
}

// As `File` names what reads one entry, or what an entry is.
function nameOfEntry(path: string): string {
  const names: Readonly<Record<string, string>> = {
    CustomLabels: "customLabel",
    OSSTagging: "ossTag",
    OSSUserMeta: "ossUserMeta",
  };
  const name = names[path];
  if (name === undefined) throw new Error(`The graph has no name for an entry of ${path}.`);
  return name;
}

/** The type of the graph for what is aggregated of a field of a kind. */
export function aggregateTypeOf(member: QueryMember): "NumberAggregate" | "ValueAggregate" {
  return member.is === "field" && isNumeric(member.kind) ? "NumberAggregate" : "ValueAggregate";
}

/** What a selection in an aggregate is about: the members of a part of a file, or one field. */
export type Aggregated =
  | { readonly members: readonly QueryMember[] }
  | { readonly field: string }
  | { readonly aggregation: Aggregation };

/**
 * What a field of an aggregate is about; undefined for `__typename`.
 *
 * @throws QueryProblem for a key or a field that is empty or can't be sent.
 */
export function aggregatedBy(
  around: Aggregated,
  name: string,
  args: Readonly<Record<string, unknown>>,
): Aggregated | undefined {
  if ("field" in around) {
    if (!Object.hasOwn(aggregateOperations, name)) return undefined;
    const Operation = aggregateOperations[name as keyof typeof aggregateOperations];
    return { aggregation: { Field: around.field, Operation } };
  }
  if (!("members" in around)) return undefined;
  if (around.members === aggregableMembers && name === "count") return { aggregation: countOfFiles };
  if (around.members === aggregableMembers && name === "raw")
    return { field: named(args["field"], "raw(field:)") };
  const member = around.members.find((each) => each.name === name);
  if (!member) return undefined;
  if (member.is === "field") return { field: member.path };
  if (member.is === "map") return { field: `${member.path}.${named(args["key"], `${name}(key:)`)}` };
  return { members: member.members };
}

function named(value: unknown, place: string): string {
  const text = textOf({ value, place });
  if (text === "") throw new QueryProblem({ place, message: "The text is empty." });
  return text;
}
