import { GraphQLError } from "graphql";
import type { Plugin } from "graphql-yoga";

/** Answers 400 where JSON of a request can't be read, also in a query string, and nothing of how the parser failed. */
export function useRequestJson(): Plugin {
  return {
    onRequestParse({ requestParser, setRequestParser }) {
      if (!requestParser) return;
      setRequestParser(async (request) => {
        try {
          return await requestParser(request);
        } catch (error) {
          const isClientError = error instanceof GraphQLError && !("originalError" in error.extensions);
          throw isClientError ? error : unreadable();
        }
      });
    },
  };
}

function unreadable(): GraphQLError {
  return new GraphQLError("The JSON of the request can't be read.", {
    extensions: { code: "BAD_REQUEST", http: { status: 400 } },
  });
}
