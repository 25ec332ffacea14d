import {
  Kind,
  OperationTypeNode,
  type DirectiveNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type SelectionSetNode,
} from "graphql";

/**
 * The `@skip` or `@include` at the root of a subscription in a document. GraphQL forbids them there: a subscription has
 * exactly one field. graphql-js reads them without the variables, and fails.
 */
export function rootCondition({ definitions }: DocumentNode): DirectiveNode | undefined {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const visited = new Set<string>();

  const find = ({ selections }: SelectionSetNode): DirectiveNode | undefined => {
    for (const selection of selections) {
      const condition = selection.directives?.find(({ name }) => /^(skip|include)$/.test(name.value));
      if (condition) return condition;
      if (selection.kind === Kind.FIELD) continue;
      const below = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragmentOf(selection.name.value);
      const found = below && find(below.selectionSet);
      if (found) return found;
    }
    return undefined;
  };
  const fragmentOf = (name: string) => {
    if (visited.has(name)) return undefined;
    visited.add(name);
    return fragments.get(name);
  };

  for (const definition of definitions) {
    const isSubscription =
      definition.kind === Kind.OPERATION_DEFINITION &&
      definition.operation === OperationTypeNode.SUBSCRIPTION;
    const found = isSubscription && find(definition.selectionSet);
    if (found) return found;
  }
  return undefined;
}
