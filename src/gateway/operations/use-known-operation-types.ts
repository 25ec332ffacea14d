import { GraphQLError, type ValidationRule } from "graphql";
import type { Plugin } from "graphql-yoga";

/** Refuses operations of a type that the graph doesn't have: none of graphql-js' own rules does. */
export function useKnownOperationTypes(): Plugin {
  return { onValidate: ({ addValidationRule }) => addValidationRule(knownOperationTypes) };
}

const knownOperationTypes: ValidationRule = (context) => ({
  OperationDefinition(node) {
    if (context.getSchema().getRootType(node.operation)) return;
    const message = `This API has no ${node.operation} operations.`;
    context.reportError(new GraphQLError(message, { nodes: node }));
  },
});
