import {
  getDirectiveValues,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  isAbstractType,
  Kind,
  typeFromAST,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type InlineFragmentNode,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";
import type { Execution } from "./plan.ts";

type Collected = Pick<Execution, "schema" | "fragments" | "variableValues">;

/** CollectFields: the fields that selection sets have on an object type, by their names in the response. */
export function collectFields(
  execution: Collected,
  type: GraphQLObjectType,
  selectionSets: readonly SelectionSetNode[],
): Map<string, FieldNode[]> {
  const { schema, fragments } = execution;
  const collected = new Map<string, FieldNode[]>();
  const visited = new Set<string>();

  function collect({ selections }: SelectionSetNode): void {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        if (!isIncluded(execution, selection)) continue;
        const responseName = (selection.alias ?? selection.name).value;
        const nodes = collected.get(responseName);
        if (nodes) nodes.push(selection);
        else collected.set(responseName, [selection]);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        if (isIncluded(execution, selection) && appliesToType(selection)) collect(selection.selectionSet);
      } else {
        const name = selection.name.value;
        if (visited.has(name) || !isIncluded(execution, selection)) continue;
        visited.add(name);
        const fragment = fragments[name];
        if (fragment && appliesToType(fragment)) collect(fragment.selectionSet);
      }
    }
  }

  function appliesToType({ typeCondition }: InlineFragmentNode | FragmentDefinitionNode): boolean {
    if (!typeCondition) return true;
    const condition = typeFromAST(schema, typeCondition);
    return condition === type || (isAbstractType(condition) && schema.isSubType(condition, type));
  }

  for (const selectionSet of selectionSets) collect(selectionSet);
  return collected;
}

/** Whether neither `@skip` nor `@include` leaves a selection out. */
export function isIncluded(
  { variableValues }: Pick<Execution, "variableValues">,
  selection: SelectionNode,
): boolean {
  if (!selection.directives?.length) return true;
  return (
    getDirectiveValues(GraphQLSkipDirective, selection, variableValues)?.["if"] !== true &&
    getDirectiveValues(GraphQLIncludeDirective, selection, variableValues)?.["if"] !== false
  );
}
