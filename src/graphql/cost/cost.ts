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
import type { TypeCalls } from "../../contract/calls.ts";
import { isIncluded } from "../loading/selection.ts";
import { callsOf, type FieldCalls } from "../schema/action-extensions.ts";
import { maxCalls, pageSize } from "../schema/connection.ts";
import { Share, Shares } from "./shares.ts";

/** What a call to IMM costs; a field costs 1. */
const callCost = 50;

/** How many objects a list of introspection counts for. */
const introspected = 4;

/**
 * An operation that is valid, with its variables as the schema reads them: they are asked for if an argument that counts
 * holds one, and at a directive.
 */
export interface Priced {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variableValues: Record<string, unknown>;
}

/** What a selection costs each time that it is executed. */
interface Price {
  readonly total: number;
  /** The part of the total that belongs to no share yet. */
  readonly rest: number;
  readonly shares: Shares;
}

interface Selected extends Price {
  readonly fields: ReadonlySet<string>;
}

const nothing: Selected = { total: 0, rest: 0, shares: new Shares(), fields: new Set() };

/**
 * What an operation costs at most: each field 1, each call to IMM 50, and what stands under a page or under
 * `_entities` as often as that may bring objects, under a list of introspection 4 times. Pothos' complexity plugin
 * takes a field for itself: it can't tell statistics that come with an object from those that take a call, nor count
 * `_entities`, which isn't Pothos' own.
 */
export function costOf(priced: Priced): number {
  return priceOf(priced, { withShares: false }).total;
}

/** The shares of an operation's cost, the largest first. */
export function sharesOf(priced: Priced): Share[] {
  const { shares } = priceOf(priced, { withShares: true });
  return [...shares].toSorted((a, b) => b.cost - a.cost);
}

function priceOf(priced: Priced, { withShares }: { withShares: boolean }): Price {
  const { schema, document, operation } = priced;
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const root = schema.getRootType(operation.operation);
  const memo = { outsideLists: new Memo(), inLists: new Memo() };

  function select(
    set: SelectionSetNode | undefined,
    type: GraphQLNamedType | null | undefined,
    isNested: boolean,
  ): Selected {
    if (!set || !type) return nothing;
    const known = isNested ? memo.inLists : memo.outsideLists;
    const before = known.get(set, type);
    if (before) return before;
    let [total, rest] = [0, 0];
    const shares = new Shares();
    const fields = new Set<string>();
    const add = (price: Price) => {
      total += price.total;
      rest += price.rest;
      if (withShares) for (const share of price.shares) shares.add(share);
    };
    for (const selection of set.selections) {
      if (isLeftOut(selection, priced)) continue;
      if (selection.kind === Kind.FIELD) {
        add(priceOfField(selection, type, isNested));
        fields.add(selection.name.value);
        continue;
      }
      const fragment =
        selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
      const condition = fragment?.typeCondition?.name.value;
      const of = condition === undefined ? type : schema.getType(condition);
      const inner = select(fragment?.selectionSet, of, isNested);
      add(inner);
      for (const name of inner.fields) fields.add(name);
    }
    const selected = { total, rest, shares, fields };
    known.set(set, type, selected);
    return selected;
  }

  function priceOfField(node: FieldNode, type: GraphQLNamedType, isNested: boolean): Price {
    const field = fieldOf(type, node.name.value);
    if (!field) return { ...nothing, total: 1, rest: 1 };
    const of = getNamedType(field.type);
    const isList = isListType(getNullableType(field.type));
    const inner = select(node.selectionSet, of, isNested || (isList && type !== root));
    const isIntrospection = type.name.startsWith("__");
    const objects = isIntrospection
      ? isList
        ? introspected
        : 1
      : objectsOf(field, node, { priced, isNested });
    const calls = isAbstractType(of)
      ? objects
      : callsFor(field, of, inner.fields, type === root) * pagesOf(field, node, priced);
    const total = 1 + callCost * calls + objects * inner.total;
    return withShares
      ? { total, ...divide({ field, of, type, calls, objects, inner, isRoot: type === root }) }
      : { ...nothing, total };
  }

  return select(operation.selectionSet, root, false);
}

/** What has been found out of the selections of a document, by the type that they are made of. */
class Memo {
  readonly #bySet = new Map<SelectionSetNode, Map<GraphQLNamedType, Selected>>();

  get(set: SelectionSetNode, type: GraphQLNamedType): Selected | undefined {
    return this.#bySet.get(set)?.get(type);
  }

  set(set: SelectionSetNode, type: GraphQLNamedType, selected: Selected): void {
    const byType = this.#bySet.get(set) ?? new Map<GraphQLNamedType, Selected>();
    this.#bySet.set(set, byType.set(type, selected));
  }
}

interface Visited {
  readonly field: GraphQLField<unknown, unknown>;
  readonly of: GraphQLNamedType;
  readonly type: GraphQLNamedType;
  readonly calls: number;
  readonly objects: number;
  readonly inner: Selected;
  readonly isRoot: boolean;
}

/** Divides what a field costs into shares: its own, if it is a root field, calls IMM or brings a page, and those below it. */
function divide({ field, of, type, calls, objects, inner, isRoot }: Visited): Pick<Price, "rest" | "shares"> {
  const argument = countingArgument(field);
  const page =
    argument && objects > 1 ? { argument: argument.name, field: field.name, value: objects } : undefined;
  const shares = new Shares();
  for (const share of inner.shares) shares.add(share.times(objects, page));
  const detail = callsOf<FieldCalls>(field) ? undefined : detailSelected(of, inner.fields);
  const callsCost = callCost * calls;
  if (calls > 0 && detail !== undefined) shares.add(new Share(`${of.name}.${detail}`, callsCost));
  const callsItself = detail === undefined && calls > 0;
  const ownCalls = callsItself ? callsCost : 0;
  const ownObjects = objects * inner.rest;
  if (!isRoot && !argument && !callsItself) return { rest: 1 + ownObjects, shares };
  // A smaller page saves objects of its own, but no call that reads it: those are as many as the page around it has.
  shares.add(
    new Share(
      `${type.name}.${field.name}`,
      1 + ownCalls + ownObjects,
      ownObjects > ownCalls ? page : undefined,
    ),
  );
  return { rest: 0, shares };
}

function isLeftOut(selection: SelectionNode, priced: Priced): boolean {
  try {
    return !isIncluded(priced, selection);
  } catch {
    return false;
  }
}

const introspection = [SchemaMetaFieldDef, TypeMetaFieldDef];

function fieldOf(type: GraphQLNamedType, name: string): GraphQLField<unknown, unknown> | undefined {
  const own = isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
  return own ?? introspection.find((field) => field.name === name);
}

/** The argument that says how many objects a field may bring. */
function countingArgument({ args }: GraphQLField<unknown, unknown>) {
  return args.find(({ name }) => name === "first" || name === "representations");
}

/** How many objects a field may bring, each with what is selected of it. */
function objectsOf(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  { priced, isNested }: { priced: Priced; isNested: boolean },
): number {
  const counting = countingArgument(field);
  if (!counting) return 1;
  let asked: unknown;
  try {
    asked = getArgumentValues(field, node, variablesFor(node, priced))[counting.name];
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

/** How many calls a field makes itself: none if the key of an object, or what was read with it, is enough. */
function callsFor(
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
function detailSelected(type: GraphQLNamedType, selected: ReadonlySet<string>): string | undefined {
  const details = callsOf<TypeCalls>(type)?.details ?? [];
  return details.flatMap(({ inLists, fields }) => (inLists ? [] : fields)).find((name) => selected.has(name));
}
