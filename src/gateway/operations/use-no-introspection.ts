import { GraphQLError, type ValidationRule } from "graphql";
import type { Plugin } from "graphql-yoga";

const telling = new Set(["__schema", "__type", "_service"]);

/** Refuses whatever asks for the graph itself: introspection, and the SDL that a subgraph tells, which graphql-js' rule lets through. */
export function useNoIntrospection(): Plugin {
  const rule: ValidationRule = (context) => ({
    Field(node) {
      const name = node.name.value;
      if (!telling.has(name) || context.getParentType() !== context.getSchema().getQueryType()) return;
      const message = `Introspection is off here, and ${name} with it: imm-graphql/schema.graphql and imm-graphql/subgraph.graphql have the graph as SDL.`;
      context.reportError(new GraphQLError(message, { nodes: node }));
    },
  });
  return { onValidate: ({ addValidationRule }) => addValidationRule(rule) };
}
