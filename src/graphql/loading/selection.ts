import {
  getNamedType,
  isAbstractType,
  Kind,
  typeFromAST,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLResolveInfo,
  type InlineFragmentNode,
  type SelectionSetNode,
} from "graphql";
import { fieldsToRead, type Detail, type TypeCalls } from "../../contract/calls.ts";
import type { Action } from "../../contract/wire.ts";
import { isIncluded } from "../../execution/collect-fields.ts";
import { callsOf } from "../schema/action-extensions.ts";

/** Whether selections on a type count. */
type Fits = (type: GraphQLNamedType) => boolean;

interface Found {
  readonly fields: FieldNode[];
  /** Visited already: fragments that spread each other twice would else take twice as long for each level. */
  readonly fragments: Set<string>;
  /** Whether a directive decides what is left out: with other variables it may decide otherwise. */
  isConditional: boolean;
}

const nothing = (): Found => ({ fields: [], fragments: new Set(), isConditional: false });

// By a field's node, which is the same for every item of a list, and for whoever sends the same document.
const known = new WeakMap<FieldNode, Map<string, ReadonlySet<string>>>();

/** Finds out once what a field's node selects, unless directives decide: the next request's variables may differ. */
function remembered(info: GraphQLResolveInfo, what: string, find: (found: Found) => FieldNode[]) {
  const [node, ...others] = info.fieldNodes;
  const before = others.length === 0 ? known.get(node!)?.get(what) : undefined;
  if (before) return before;
  const found = nothing();
  const selected = new Set(find(found).map(({ name }) => name.value));
  if (others.length === 0 && !found.isConditional) {
    known.set(node!, (known.get(node!) ?? new Map<string, ReadonlySet<string>>()).set(what, selected));
  }
  return selected;
}

/**
 * The fields that a query selects of the object being resolved, which the action reads. Fragments are looked into; what
 * is skipped, or stands in a fragment on another type, is left out.
 */
function selectedFields(info: GraphQLResolveInfo, action: Action): ReadonlySet<string> {
  return remembered(info, action, (found) => fieldsBelow(info, info.fieldNodes, found, isReadBy(action)));
}

/** The same as nodes of the document, of which several may select one field. */
export function selectedNodes(info: GraphQLResolveInfo, action: Action): FieldNode[] {
  return fieldsBelow(info, info.fieldNodes, nothing(), isReadBy(action));
}

const isReadBy =
  (action: Action): Fits =>
  (type) =>
    callsOf<TypeCalls>(type)?.action === action;

/** The fields that a query selects of the connection being resolved: `totalCount`, `nodes`. */
export function selectedOfPage(info: GraphQLResolveInfo): ReadonlySet<string> {
  return remembered(info, "page", (found) => fieldsBelow(info, info.fieldNodes, found));
}

/** The fields that a query selects of the items of the connection being resolved, under `nodes` or `edges { node }`. */
export function selectedOfItems(info: GraphQLResolveInfo): ReadonlySet<string> {
  return remembered(info, "items", (found) => {
    const below = (nodes: readonly FieldNode[]) => fieldsBelow(info, nodes, found);
    const named = (nodes: readonly FieldNode[], wanted: string) =>
      nodes.filter(({ name }) => name.value === wanted);
    const itemsOf = (node: FieldNode) => {
      if (node.name.value === "nodes") return [node];
      return node.name.value === "edges" ? named(below([node]), "node") : [];
    };
    return below(below(info.fieldNodes).flatMap(itemsOf));
  });
}

/** The fields that are selected directly below some fields. */
function fieldsBelow(
  info: GraphQLResolveInfo,
  nodes: readonly FieldNode[],
  found: Found,
  // In a valid document a fragment on an object's own type, or an interface of it, always applies.
  fits: Fits = () => true,
): FieldNode[] {
  const below = nothing();
  for (const { selectionSet } of nodes) collect(info, fits, selectionSet, below);
  found.isConditional ||= below.isConditional;
  return below.fields;
}

/** The nodes of the fields that are selected directly below those of a document. */
export function nodesBelow(info: GraphQLResolveInfo, nodes: readonly FieldNode[]): FieldNode[] {
  return fieldsBelow(info, nodes, nothing());
}

/** Every place where the operation selects the root field being resolved, by whatever alias. */
export function rootFieldNodes(info: GraphQLResolveInfo): FieldNode[] {
  const found = nothing();
  collect(info, (type) => type === info.parentType, info.operation.selectionSet, found);
  return found.fields.filter(({ name }) => name.value === info.fieldName);
}

function collect(
  info: GraphQLResolveInfo,
  fits: Fits,
  selectionSet: SelectionSetNode | undefined,
  found: Found,
): void {
  for (const selection of selectionSet?.selections ?? []) {
    if (selection.directives?.length) found.isConditional = true;
    if (!isIncluded(info, selection)) continue;
    if (selection.kind === Kind.FIELD) {
      found.fields.push(selection);
      continue;
    }
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      lookInto(info, fits, selection, found);
      continue;
    }
    const name = selection.name.value;
    const fragment = info.fragments[name];
    if (!fragment || found.fragments.has(name)) continue;
    found.fragments.add(name);
    lookInto(info, fits, fragment, found);
  }
}

function lookInto(
  info: GraphQLResolveInfo,
  fits: Fits,
  fragment: FragmentDefinitionNode | InlineFragmentNode,
  found: Found,
): void {
  if (appliesTo(info, fits, fragment.typeCondition)) collect(info, fits, fragment.selectionSet, found);
}

type TypeCondition = Parameters<typeof typeFromAST>[1];

function appliesTo(
  { schema }: GraphQLResolveInfo,
  fits: Fits,
  condition: TypeCondition | undefined,
): boolean {
  if (!condition) return true;
  const type = getNamedType(typeFromAST(schema, condition));
  const types = isAbstractType(type) ? schema.getPossibleTypes(type) : type ? [type] : [];
  return types.some(fits);
}

/** The parameters that make IMM answer what a query selects of the object being resolved, and no more. */
export function detailsOf(
  info: GraphQLResolveInfo,
  calls: TypeCalls,
): Record<string, true | readonly string[]> {
  return parametersFor(calls, calls.details, selectedFields(info, calls.action));
}

// By what is selected, which is the same for every item of a list.
const knownLists = new WeakMap<ReadonlySet<string>, readonly string[]>();

/** What IMM calls the fields that are selected; undefined if it can't be told which. */
function wireFields(calls: TypeCalls, selected: ReadonlySet<string>): readonly string[] | undefined {
  const before = knownLists.get(selected);
  if (before || !calls.fieldList) return before;
  const fields = fieldsToRead(calls.fieldList, calls.keyFields, selected);
  if (fields) knownLists.set(selected, fields);
  return fields;
}

/** The same for the items of the connection being resolved. */
export function detailsOfItems(
  info: GraphQLResolveInfo,
  calls: TypeCalls,
): Record<string, true | readonly string[]> {
  const inLists = calls.details.filter((detail) => detail.inLists);
  return parametersFor(calls, inLists, selectedOfItems(info));
}

function parametersFor(
  calls: TypeCalls,
  details: readonly Detail[],
  selected: ReadonlySet<string>,
): Record<string, true | readonly string[]> {
  const parameters: Record<string, true | readonly string[]> = {};
  for (const { fields, parameter } of details) {
    if (parameter && fields.some((name) => selected.has(name))) parameters[parameter] = true;
  }
  const listed = wireFields(calls, selected);
  if (listed) parameters[calls.fieldList!.parameter] = listed;
  return parameters;
}

/** Whether a query selects more of an object than what its key alone answers. */
export function selectsBeyondKey(info: GraphQLResolveInfo, { action, keyFields }: TypeCalls): boolean {
  for (const name of selectedFields(info, action)) if (!keyFields.includes(name)) return true;
  return false;
}
