import { GraphQLError, validate } from "graphql";
import type { Plugin } from "graphql-yoga";

/** Lets no error of a document name what its sender may have meant. */
export function useNoSuggestions(): Plugin {
  return {
    onValidate({ setValidationFn }) {
      setValidationFn((...[schema, document, rules]: Parameters<typeof validate>) =>
        validate(schema, document, rules, { hideSuggestions: true }).map(withoutSuggestion),
      );
    },
  };
}

// The rule on selections of scalars and objects doesn't know the option.
function withoutSuggestion(error: GraphQLError): GraphQLError {
  const message = error.message.replace(/ Did you mean .*$/s, "");
  return message === error.message ? error : new GraphQLError(message, { nodes: error.nodes ?? null });
}
