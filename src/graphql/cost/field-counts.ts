import {
  getArgumentValues,
  getNamedType,
  Kind,
  valueFromASTUntyped,
  type FieldNode,
  type GraphQLField,
  type GraphQLNamedType,
  type ValueNode,
} from "graphql";
import { callsToRead, type TypeCalls } from "../../contract/calls.ts";
import { graphName } from "../../contract/names.ts";
import { callsOf, type FieldCalls } from "../schema/action-extensions.ts";
import { maxCalls, pageSize } from "../paging/connection.ts";

/** The variables of an operation: they are asked for if an argument that counts holds one. */
export interface Variables {
  readonly variableValues: Record<string, unknown>;
}

/** The argument that says how many objects a field may bring. */
export function countingArgument(field: GraphQLField<unknown, unknown>) {
  const batch = callsOf<TypeCalls>(getNamedType(field.type))?.batch;
  const names = ["first", "representations", batch ? graphName(batch.parameter) : ""];
  if (callsOf<FieldCalls>(field)?.batch) names.push("input");
  return field.args.find(({ name }) => names.includes(name));
}

/** How many objects a field may bring, each with what is selected of it. */
export function objectsOf(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  { variables, isNested }: { variables: Variables; isNested: boolean },
): number {
  const counting = countingArgument(field);
  if (!counting) return 1;
  let asked: unknown;
  try {
    asked = getArgumentValues(field, node, variablesFor(node, variables))[counting.name];
  } catch {
    // It fails alone, before it brings anything.
    return 0;
  }
  const { page: size, batch } = callsOf<FieldCalls>(field) ?? {};
  const listed = batch ? (asked as Record<string, unknown>)[batch] : asked;
  if (Array.isArray(listed)) return listed.length;
  if (!size) throw new Error(`The connection ${field.name} doesn't say how many items a page has.`);
  return pageSize(asked as number | null | undefined, size, isNested);
}

/** How many calls it takes to read so many objects by their keys, or by how many pages a connection may read them. */
export function callsEach(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  { variables, objects }: { variables: Variables; objects: number },
): number {
  const calls = callsOf<TypeCalls>(getNamedType(field.type));
  return calls?.batch ? callsToRead(calls, objects) : pagesOf(field, node, variables);
}

/** How many pages a connection may read: behind a cursor that somebody made up there may be none for long. */
function pagesOf(field: GraphQLField<unknown, unknown>, node: FieldNode, variables: Variables): number {
  const after = node.arguments?.find(({ name }) => name.value === "after")?.value;
  if (!after || !field.args.some(({ name }) => name === "after")) return 1;
  return valueFromASTUntyped(after, variablesFor(node, variables)) == null ? 1 : maxCalls;
}

/** The variables, where an argument of a field holds one. */
function variablesFor({ arguments: given = [] }: FieldNode, variables: Variables): Record<string, unknown> {
  return given.some(({ value }) => holdsVariable(value)) ? variables.variableValues : {};
}

function holdsVariable(value: ValueNode): boolean {
  if (value.kind === Kind.LIST) return value.values.some(holdsVariable);
  if (value.kind === Kind.OBJECT) return value.fields.some((field) => holdsVariable(field.value));
  return value.kind === Kind.VARIABLE;
}

/**
 * How many calls a field makes itself: none if the key of an object, or what was read with it, is enough. A poll of a
 * subscription is made for all its events, and for all who wait for them, so that it counts as one.
 */
export function callsFor(
  field: GraphQLField<unknown, unknown>,
  type: GraphQLNamedType,
  selected: ReadonlySet<string>,
  { isRoot, objects }: { isRoot: boolean; objects: number },
): number {
  const { action, polled } = callsOf<FieldCalls>(field) ?? {};
  const object = callsOf<TypeCalls>(type);
  if (action === undefined) return detailSelected(type, selected) === undefined ? 0 : 1;
  if (polled) return [...selected].some((name) => !polled.includes(name)) ? 1 + objects : 1;
  // An object that arguments name may not be there; any other is, and its key may be enough.
  if (isRoot || action !== object?.action || field.args.length > 0) return 1;
  return [...selected].some((name) => !object.keyFields.includes(name)) ? 1 : 0;
}

/** The first selected field of a type that a list or an update leaves out, so that it costs a call. */
export function detailSelected(type: GraphQLNamedType, selected: ReadonlySet<string>): string | undefined {
  const details = callsOf<TypeCalls>(type)?.details ?? [];
  return details.flatMap(({ inLists, fields }) => (inLists ? [] : fields)).find((name) => selected.has(name));
}
