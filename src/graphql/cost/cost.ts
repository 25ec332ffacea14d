import {
  getArgumentValues,
  getNamedType,
  getNullableType,
  isAbstractType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  valueFromASTUntyped,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  type ValueNode,
} from "graphql";
import { isIncluded } from "../loading/selection.ts";
import { callsOf, type FieldCalls, type TypeCalls } from "../schema/calls.ts";
import { maxCalls, pageSize } from "../schema/connection.ts";

/** What a call to IMM costs; a field costs 1. */
const callCost = 50;

/** For how many things a list of introspection counts. */
const introspected = 4;

/**
 * An operation that is valid, with its variables as the schema reads them: they are asked for where an argument that
 * counts holds one, and at a directive.
 */
export interface Priced {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variableValues: Record<string, unknown>;
}

interface Selected {
  readonly cost: number;
  readonly fields: ReadonlySet<string>;
}

const nothing: Selected = { cost: 0, fields: new Set() };

/**
 * What an operation costs at most: each field 1, each call to IMM 50, and what stands under a page or under
 * `_entities` as often as that may bring things, under a list of introspection 4 times. Pothos' complexity plugin
 * takes a field for itself: it can't tell statistics that come with a thing from those that take a call, nor count
 * `_entities`, which isn't Pothos' own.
 */
export function costOf(priced: Priced): number {
  const { schema, document, operation } = priced;
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const root = schema.getRootType(operation.operation);
  const known = new Map<SelectionSetNode, Map<GraphQLNamedType, Selected>>();

  function select(set: SelectionSetNode | undefined, type: GraphQLNamedType | null | undefined): Selected {
    if (!set || !type) return nothing;
    const before = known.get(set)?.get(type);
    if (before) return before;
    let cost = 0;
    const fields = new Set<string>();
    for (const selection of set.selections) {
      if (isLeftOut(selection)) continue;
      if (selection.kind === Kind.FIELD) {
        cost += priceOf(selection, type);
        fields.add(selection.name.value);
        continue;
      }
      const fragment =
        selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
      const condition = fragment?.typeCondition?.name.value;
      const inner = select(
        fragment?.selectionSet,
        condition === undefined ? type : schema.getType(condition),
      );
      cost += inner.cost;
      for (const name of inner.fields) fields.add(name);
    }
    const selected = { cost, fields };
    known.set(set, (known.get(set) ?? new Map<GraphQLNamedType, Selected>()).set(type, selected));
    return selected;
  }

  function priceOf(node: FieldNode, type: GraphQLNamedType): number {
    const field = fieldOf(type, node.name.value);
    if (!field) return 1;
    const of = getNamedType(field.type);
    const inner = select(node.selectionSet, of);
    const things = type.name.startsWith("__") ? thingsOfList(field) : thingsOf(field, node, priced);
    const calls = isAbstractType(of)
      ? things
      : callsFor(field, of, inner.fields, type === root) * pagesOf(field, node, priced);
    return 1 + callCost * calls + things * inner.cost;
  }

  function isLeftOut(selection: SelectionNode): boolean {
    try {
      return !isIncluded(priced, selection);
    } catch {
      return false;
    }
  }

  return select(operation.selectionSet, root).cost;
}

const introspection = [SchemaMetaFieldDef, TypeMetaFieldDef];

function fieldOf(type: GraphQLNamedType, name: string): GraphQLField<unknown, unknown> | undefined {
  const own = isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
  return own ?? introspection.find((field) => field.name === name);
}

function thingsOfList({ type }: GraphQLField<unknown, unknown>): number {
  return isListType(getNullableType(type)) ? introspected : 1;
}

/** How many things a field may bring, each with what is selected of it. */
function thingsOf(field: GraphQLField<unknown, unknown>, node: FieldNode, priced: Priced): number {
  const counting = field.args.find(({ name }) => name === "first" || name === "representations");
  if (!counting) return 1;
  try {
    const asked = getArgumentValues(field, node, variablesFor(node, priced))[counting.name];
    return Array.isArray(asked) ? asked.length : pageSize(asked as number | null | undefined);
  } catch {
    // It fails alone, before it brings anything.
    return 0;
  }
}

/** How many pages a connection may read: behind a cursor that somebody made up there may be none for long. */
function pagesOf(field: GraphQLField<unknown, unknown>, node: FieldNode, priced: Priced): number {
  const after = node.arguments?.find(({ name }) => name.value === "after")?.value;
  if (!after || !field.args.some(({ name }) => name === "after")) return 1;
  return valueFromASTUntyped(after, variablesFor(node, priced)) == null ? 1 : maxCalls;
}

/** The variables, where an argument of a field holds one. */
function variablesFor({ arguments: given = [] }: FieldNode, priced: Priced): Record<string, unknown> {
  return given.some(({ value }) => holdsVariable(value)) ? priced.variableValues : {};
}

function holdsVariable(value: ValueNode): boolean {
  if (value.kind === Kind.LIST) return value.values.some(holdsVariable);
  if (value.kind === Kind.OBJECT) return value.fields.some((field) => holdsVariable(field.value));
  return value.kind === Kind.VARIABLE;
}

/** How many calls a field makes itself: none where the key of a thing, or what was read with it, is enough. */
function callsFor(
  field: GraphQLField<unknown, unknown>,
  type: GraphQLNamedType,
  selected: ReadonlySet<string>,
  isRoot: boolean,
): number {
  const action = callsOf<FieldCalls>(field)?.action;
  const thing = callsOf<TypeCalls>(type);
  if (action === undefined) return thing?.statistics.some((name) => selected.has(name)) ? 1 : 0;
  if (isRoot || action !== thing?.action) return 1;
  return [...selected].some((name) => !thing.keyFields.includes(name)) ? 1 : 0;
}
