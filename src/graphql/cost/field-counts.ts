import {
  getArgumentValues,
  Kind,
  valueFromASTUntyped,
  type FieldNode,
  type GraphQLField,
  type GraphQLNamedType,
  type ValueNode,
} from "graphql";
import type { TypeCalls } from "../../contract/calls.ts";
import { callsOf, type FieldCalls } from "../schema/action-extensions.ts";
import { maxCalls, pageSize } from "../schema/connection.ts";

/** The variables of an operation: they are asked for if an argument that counts holds one. */
export interface Variables {
  readonly variableValues: Record<string, unknown>;
}

/** The argument that says how many objects a field may bring. */
export function countingArgument({ args }: GraphQLField<unknown, unknown>) {
  return args.find(({ name }) => name === "first" || name === "representations");
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
  if (Array.isArray(asked)) return asked.length;
  const size = callsOf<FieldCalls>(field)?.page;
  if (!size) throw new Error(`The connection ${field.name} doesn't say how many items a page has.`);
  return pageSize(asked as number | null | undefined, size, isNested);
}

/** How many pages a connection may read: behind a cursor that somebody made up there may be none for long. */
export function pagesOf(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  variables: Variables,
): number {
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

/** How many calls a field makes itself: none if the key of an object, or what was read with it, is enough. */
export function callsFor(
  field: GraphQLField<unknown, unknown>,
  type: GraphQLNamedType,
  selected: ReadonlySet<string>,
  isRoot: boolean,
): number {
  const action = callsOf<FieldCalls>(field)?.action;
  const object = callsOf<TypeCalls>(type);
  if (action === undefined) return detailSelected(type, selected) === undefined ? 0 : 1;
  if (isRoot || action !== object?.action) return 1;
  return [...selected].some((name) => !object.keyFields.includes(name)) ? 1 : 0;
}

/** The first selected field of a type that a list or an update leaves out, so that it costs a call. */
export function detailSelected(type: GraphQLNamedType, selected: ReadonlySet<string>): string | undefined {
  const details = callsOf<TypeCalls>(type)?.details ?? [];
  return details.flatMap(({ inLists, fields }) => (inLists ? [] : fields)).find((name) => selected.has(name));
}
