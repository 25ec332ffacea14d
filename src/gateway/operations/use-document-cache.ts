import type { DocumentNode, GraphQLError } from "graphql";
import type { Plugin } from "graphql-yoga";
import { createDocumentCache } from "./document-cache.ts";

/** Parses and validates a document once, as long as it is kept. Yoga's own cache works out a name for the rules each time. */
export function useDocumentCache(): Plugin {
  const documents = createDocumentCache();
  const validated = new WeakMap<DocumentNode, readonly GraphQLError[]>();

  return {
    onParse({ params, setParsedDocument }) {
      const text = String(params.source);
      const known = documents.get(text);
      if (known) return setParsedDocument(known);
      return ({ result }) => {
        if (result && !(result instanceof Error)) documents.set(text, result as DocumentNode);
      };
    },
    onValidate({ params: { documentAST }, setResult }) {
      const known = validated.get(documentAST);
      if (known) return setResult(known);
      return ({ result }) => void validated.set(documentAST, result as readonly GraphQLError[]);
    },
  };
}
