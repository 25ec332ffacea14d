import {
  defaultExtractPersistedOperationId,
  usePersistedOperations,
} from "@graphql-yoga/plugin-persisted-operations";
import { GraphQLError } from "graphql";
import type { OnParamsEventPayload, Plugin } from "graphql-yoga";
import { toJsonText } from "../../text/to-json-text.ts";
import { truncate } from "../../text/truncate.ts";
import type { TrustedDocuments } from "./trusted-documents.ts";

/** Runs these documents and no others: those that a request names by an id, and those whose text it sends to the letter. */
export function useTrustedDocuments(documents: TrustedDocuments): Plugin {
  const texts = new Set<unknown>(documents.values());
  const byId = usePersistedOperations({
    extractPersistedOperationId: (params, request, context) => idOf({ params, request, context }),
    getPersistedOperation: (id) => documents.get(id) ?? null,
    // The plugin can let all texts through or none: its option isn't called with the text.
    allowArbitraryOperations: true,
    customErrors: { keyNotFound: withoutId, notFound: unknownId },
  });
  return {
    onPluginInit: ({ addPlugin }) => addPlugin(byId),
    onParams({ params: { query } }) {
      if (query && !texts.has(query)) throw unlisted(query);
    },
  };
}

/** Answers clients that try an id first. By the message Apollo Client and urql know to send texts from then on. */
export function useNoTrustedDocuments(): Plugin {
  return {
    onParams({ params, request, context }) {
      if (params.query || defaultExtractPersistedOperationId(params, request, context) === null) return;
      throw requestError("PERSISTED_QUERY_NOT_SUPPORTED", "PersistedQueryNotSupported");
    },
  };
}

type ParamsEvent = Pick<OnParamsEventPayload, "context" | "params" | "request">;

/** The id as Apollo's and urql's clients send it, or as GraphQL over HTTP has it. */
function idOf({ params, request, context }: ParamsEvent): string | null {
  const documentId: unknown = "documentId" in params ? params.documentId : inAddress(request);
  if (typeof documentId === "string") return documentId;
  return defaultExtractPersistedOperationId(params, request, context);
}

// Of a GET Yoga reads no parameters but its own.
function inAddress({ method, url }: Request): string | null {
  return method === "GET" ? new URL(url, "http://localhost").searchParams.get("documentId") : null;
}

const instead = "This gateway runs listed documents alone.";

function withoutId(): GraphQLError {
  return requestError("PERSISTED_QUERY_ID_REQUIRED", `No document is named. ${instead} Send the id of one.`);
}

// By the code PERSISTED_QUERY_NOT_FOUND, or its message, clients would send the text too.
function unknownId(event: ParamsEvent): GraphQLError {
  const sent = truncate(toJsonText(idOf(event)));
  return requestError("PERSISTED_QUERY_NOT_IN_LIST", `No document has this id. ${instead} Sent: ${sent}.`);
}

function unlisted(text: unknown): GraphQLError {
  const message = `This document isn't listed. ${instead} Send the id of one, or its text to the letter. Sent: ${truncate(toJsonText(text))}.`;
  return requestError("QUERY_NOT_IN_SAFELIST", message);
}

function requestError(code: string, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code, http: { spec: true, status: 400 } } });
}
