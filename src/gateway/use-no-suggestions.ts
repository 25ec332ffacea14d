import { validate } from "graphql";
import type { Plugin } from "graphql-yoga";

/** Lets no error of a document name what its sender may have meant. */
export function useNoSuggestions(): Plugin {
  return {
    onValidate({ setValidationFn }) {
      setValidationFn((...[schema, document, rules]: Parameters<typeof validate>) =>
        validate(schema, document, rules, { hideSuggestions: true }),
      );
    },
  };
}
