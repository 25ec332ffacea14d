import { GraphQLError, type DirectiveNode } from "graphql";
import { operationTooLarge } from "../../graphql/cost/operation-too-large.ts";

/** The error for a subscription whose client doesn't take a stream. */
export const notAcceptable = {
  status: 406,
  code: "BAD_REQUEST",
  message:
    "A subscription is answered by a stream of events (GraphQL over SSE): send accept: text/event-stream.",
};

/** The error for a directive that could leave out a subscription's only field. */
export function conditional(directive: DirectiveNode): GraphQLError {
  return new GraphQLError(
    `@${directive.name.value} isn't allowed on the root field of a subscription, which must always be there.`,
    { nodes: directive, extensions: { code: "BAD_REQUEST", http: { status: 400, spec: true } } },
  );
}

/** The last event of a stream whose caller's token has run out. */
export function expired(): GraphQLError {
  return new GraphQLError("The caller's token has expired: subscribe again with a new one.", {
    extensions: { code: "UNAUTHENTICATED" },
  });
}

/** The last event of a stream that has been open for as long as one may be. */
export function tooLong(allowed: number): GraphQLError {
  return operationTooLarge({
    limit: "streamSeconds",
    requested: undefined,
    allowed,
    message: `A stream may be open for ${allowed} seconds: subscribe again.`,
  });
}

// Streams end when files are indexed, which nobody knows in advance.
const retryAfterMs = 5_000;

/** The error for one stream too many. */
export function tooManyStreams(limit: "callerStreams" | "streams", allowed: number): GraphQLError {
  const message =
    limit === "streams"
      ? `The gateway has ${allowed} streams open, as many as it may: come back later.`
      : `A caller may have ${allowed} streams open: end one, or come back later.`;
  const http = { status: 429, spec: true, headers: { "retry-after": String(retryAfterMs / 1000) } };
  return new GraphQLError(message, { extensions: { code: "THROTTLED", limit, allowed, retryAfterMs, http } });
}

/** The error for a stream that would be opened while the gateway stops. */
export function stopping(): GraphQLError {
  return new GraphQLError("The gateway is being stopped: subscribe again in a moment.", {
    extensions: { code: "UPSTREAM_UNAVAILABLE", retryAfterMs: 1_000, http: { status: 503, spec: true } },
  });
}
