import {
  getDirectiveValues,
  getNamedType,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  isAbstractType,
  Kind,
  typeFromAST,
  type FragmentDefinitionNode,
  type GraphQLResolveInfo,
  type InlineFragmentNode,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";
import type { Action } from "../contract/wire.ts";
import { callsOf, type TypeCalls } from "./calls.ts";

/**
 * The fields of a thing that a query selects under the field being resolved: what the action that reads it must
 * bring. Fragments are looked into; what is skipped, or stands in a fragment on another type, is left out.
 */
function selectedFields(info: GraphQLResolveInfo, action: Action): Set<string> {
  const found: Found = { names: new Set(), fragments: new Set() };
  for (const { selectionSet } of info.fieldNodes) collect(info, action, selectionSet, found);
  return found.names;
}

interface Found {
  readonly names: Set<string>;
  /** Looked into already: fragments that spread each other twice would else take twice as long for each level. */
  readonly fragments: Set<string>;
}

function collect(
  info: GraphQLResolveInfo,
  action: Action,
  selectionSet: SelectionSetNode | undefined,
  found: Found,
): void {
  for (const selection of selectionSet?.selections ?? []) {
    if (!isIncluded(info, selection)) continue;
    if (selection.kind === Kind.FIELD) {
      found.names.add(selection.name.value);
      continue;
    }
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      lookInto(info, action, selection, found);
      continue;
    }
    const name = selection.name.value;
    const fragment = info.fragments[name];
    if (!fragment || found.fragments.has(name)) continue;
    found.fragments.add(name);
    lookInto(info, action, fragment, found);
  }
}

function lookInto(
  info: GraphQLResolveInfo,
  action: Action,
  fragment: FragmentDefinitionNode | InlineFragmentNode,
  found: Found,
): void {
  if (appliesTo(info, action, fragment.typeCondition)) collect(info, action, fragment.selectionSet, found);
}

function isIncluded({ variableValues }: GraphQLResolveInfo, node: SelectionNode): boolean {
  return (
    getDirectiveValues(GraphQLSkipDirective, node, variableValues)?.["if"] !== true &&
    getDirectiveValues(GraphQLIncludeDirective, node, variableValues)?.["if"] !== false
  );
}

type TypeCondition = Parameters<typeof typeFromAST>[1];

function appliesTo(
  { schema }: GraphQLResolveInfo,
  action: Action,
  condition: TypeCondition | undefined,
): boolean {
  if (!condition) return true;
  const type = getNamedType(typeFromAST(schema, condition));
  const types = isAbstractType(type) ? schema.getPossibleTypes(type) : type ? [type] : [];
  return types.some((possible) => callsOf<TypeCalls>(possible)?.action === action);
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
  return [...selectedFields(info, action)].some((name) => !keyFields.has(name));
}
