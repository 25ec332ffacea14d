import type { IncomingMessage, ServerResponse } from "node:http";
import { createLogger, createYoga } from "graphql-yoga";
import { createContext } from "../graphql/context.ts";
import { schema } from "../graphql/schema.ts";
import type { Renames } from "../graphql/renames.ts";
import { subgraphOf } from "../graphql/subgraph.ts";
import type { Imm } from "../imm/client.ts";
import type { CallReport } from "../imm/transport.ts";
import { corsFor } from "./cors.ts";
import type { Explorer } from "./explorer.ts";
import { listenerOf } from "./listener.ts";
import type { Logger } from "./logger.ts";
import { checkTrustedDocuments, type TrustedDocuments } from "./trusted-documents.ts";
import { useCacheHeaders } from "./use-cache-headers.ts";
import { asksForCalls, useCallTrace } from "./use-call-trace.ts";
import { useCsrfPrevention } from "./use-csrf-prevention.ts";
import { useExplorer } from "./use-explorer.ts";
import { useImmErrors } from "./use-imm-errors.ts";
import { useInlineTrace } from "./use-inline-trace.ts";
import { useInputErrors } from "./use-input-errors.ts";
import { useLoopbackHost } from "./use-loopback-host.ts";
import { useNoTrustedDocuments, useTrustedDocuments } from "./use-trusted-documents.ts";

/** The gateway at `/graphql`: a listener for `node:http` and whatever takes one. */
export interface Gateway {
  (request: IncomingMessage, response: ServerResponse): void;
  /** The path that it answers at. */
  readonly graphqlEndpoint: string;
  /** Answers a request without a server. */
  fetch(input: Request | URL | string, init?: RequestInit): Promise<Response>;
  /** Answers what a framework such as Fastify has read already. */
  handleNodeRequestAndResponse(
    request: { readonly raw: IncomingMessage; readonly body: unknown },
    reply: { readonly raw: ServerResponse },
  ): Promise<Response>;
  /** Lets go of what it holds; the client of IMM is its maker's. */
  dispose(): Promise<void>;
}

/** What a gateway is made of. */
export interface GatewayOptions {
  readonly imm: Imm;
  /** Where it tells what failed. Default: the console, warnings and errors alone. */
  readonly logger?: Logger | undefined;
  /** Serves the graph as a part of a larger one, with these names changed. Default: as one that stands alone. */
  readonly subgraph?: { readonly renames?: Renames } | undefined;
  /**
   * Whether it answers whatever name a request calls it by. Only for a server that knows its callers itself.
   * Default: loopback names alone.
   */
  readonly anyHost?: boolean | undefined;
  /** The page to serve beside the graph. Default: none. */
  readonly explorer?: Explorer | undefined;
  /** Whether a request may ask which calls to IMM it caused. Default: it may not. */
  readonly traceCalls?: boolean | undefined;
  /** Which pages of other origins may read its answers: `https://app.example.com`. Default: none. */
  readonly corsOrigins?: readonly string[] | undefined;
  /** The only documents that it runs. Default: it runs any. */
  readonly trustedDocuments?: TrustedDocuments | undefined;
}

/**
 * Makes the gateway over IMM. What it lets in and what it does to a request is the list of plugins, in order.
 *
 * @throws Error for a name that can't be renamed so, for what isn't an origin, and for documents that can't run.
 */
export function createGateway({
  imm,
  logger = createLogger("warn"),
  subgraph,
  anyHost = false,
  explorer,
  traceCalls = false,
  corsOrigins = [],
  trustedDocuments,
}: GatewayOptions): Gateway {
  const graph = subgraph ? subgraphOf(subgraph.renames) : schema;
  if (trustedDocuments) checkTrustedDocuments(trustedDocuments, graph);
  const yoga = createYoga({
    schema: graph,
    context({ request }) {
      const calls: CallReport[] | undefined = traceCalls && asksForCalls(request) ? [] : undefined;
      const onCall = calls && ((call: CallReport) => void calls.push(call));
      return { ...createContext(imm.for({ signal: request.signal, onCall })), calls };
    },
    plugins: [
      !anyHost && useLoopbackHost(),
      useCacheHeaders({ varyByOrigin: corsOrigins.length > 0 }),
      useExplorer(explorer),
      useCsrfPrevention(),
      trustedDocuments ? useTrustedDocuments(trustedDocuments) : useNoTrustedDocuments(),
      useInputErrors(),
      useImmErrors(logger),
      useCallTrace(),
      // A router asks for it; of a graph that stands alone nobody does.
      subgraph !== undefined && useInlineTrace(logger),
    ],
    // Whatever NODE_ENV says, a client never sees what is behind a masked error.
    maskedErrors: { isDev: false },
    cors: corsFor(corsOrigins),
    batching: false,
    multipart: false,
    graphiql: false,
    landingPage: false,
    logging: logger,
  });
  return listenerOf(yoga);
}
