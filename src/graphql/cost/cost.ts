import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";
import { isIncluded } from "../../execution/collect-fields.ts";
import { callsOf, type FieldCalls } from "../schema/action-extensions.ts";
import {
  callsEach,
  callsFor,
  countingArgument,
  detailSelected,
  objectsOf,
  type Variables,
} from "./field-counts.ts";
import { Share, Shares } from "./shares.ts";

/** What a call to IMM costs; a field costs 1. */
const callCost = 50;

/** How many objects a list of introspection counts for. */
const introspected = 4;

/** An operation that is valid, with its variables as the schema reads them, which are asked for at a directive too. */
export interface Priced extends Variables {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
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
      : objectsOf(field, node, { variables: priced, isNested });
    const calls = isAbstractType(of)
      ? objects
      : callsFor(field, of, inner.fields, { isRoot: type === root, objects }) *
        callsEach(field, node, { variables: priced, objects });
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
