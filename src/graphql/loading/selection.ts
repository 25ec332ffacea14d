import {
  getDirectiveValues,
  getNamedType,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  isAbstractType,
  Kind,
  typeFromAST,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLResolveInfo,
  type InlineFragmentNode,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";
import type { Action } from "../../contract/wire.ts";
import { callsOf, type TypeCalls } from "../schema/calls.ts";

/** Whether what is selected on a type is looked for. */
type Fits = (type: GraphQLNamedType) => boolean;

interface Found {
  readonly fields: FieldNode[];
  /** Looked into already: fragments that spread each other twice would else take twice as long for each level. */
  readonly fragments: Set<string>;
  /** Whether a directive has its say in what is left out: then the next request's variables may tell otherwise. */
  isConditional: boolean;
}

const nothing = (): Found => ({ fields: [], fragments: new Set(), isConditional: false });

// By a field's node, which is the same for every thing of a list, and for whoever sends the same document.
const known = new WeakMap<FieldNode, Map<Action, ReadonlySet<string>>>();

/**
 * The fields of a thing that a query selects under the field being resolved: what the action that reads it must
 * bring. Fragments are looked into; what is skipped, or stands in a fragment on another type, is left out.
 */
function selectedFields(info: GraphQLResolveInfo, action: Action): ReadonlySet<string> {
  const node = info.fieldNodes[0]!;
  const before = info.fieldNodes.length === 1 ? known.get(node)?.get(action) : undefined;
  if (before) return before;
  const found = nothing();
  const fits: Fits = (type) => callsOf<TypeCalls>(type)?.action === action;
  for (const { selectionSet } of info.fieldNodes) collect(info, fits, selectionSet, found);
  const selected = new Set(found.fields.map(({ name }) => name.value));
  if (info.fieldNodes.length === 1 && !found.isConditional) {
    known.set(node, (known.get(node) ?? new Map<Action, ReadonlySet<string>>()).set(action, selected));
  }
  return selected;
}

/** Every place where the operation selects the root field being resolved, by whatever alias. */
export function placesOf(info: GraphQLResolveInfo): FieldNode[] {
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

/** Whether neither `@skip` nor `@include` leaves a selection out. */
export function isIncluded(
  operation: Pick<GraphQLResolveInfo, "variableValues">,
  node: SelectionNode,
): boolean {
  if (!node.directives?.length) return true;
  const { variableValues } = operation;
  return (
    getDirectiveValues(GraphQLSkipDirective, node, variableValues)?.["if"] !== true &&
    getDirectiveValues(GraphQLIncludeDirective, node, variableValues)?.["if"] !== false
  );
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

/** The fields that IMM counts only when asked. */
export const statistics: readonly string[] = ["fileCount", "totalFileSize"];

/** The parameter that makes IMM count files, where a query selects what that brings. */
export function statisticsOf(info: GraphQLResolveInfo, action: Action): { WithStatistics?: true } {
  const selected = selectedFields(info, action);
  return statistics.some((name) => selected.has(name)) ? { WithStatistics: true } : {};
}

/** Whether a query selects more of a thing than those fields, which its key alone answers. */
export function selectsBeyond(
  info: GraphQLResolveInfo,
  action: Action,
  keyFields: ReadonlySet<string>,
): boolean {
  for (const name of selectedFields(info, action)) if (!keyFields.has(name)) return true;
  return false;
}
