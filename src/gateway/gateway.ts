import type { IncomingMessage, ServerResponse } from "node:http";
import { createLogger, createYoga } from "graphql-yoga";
import { createContext } from "../graphql/context.ts";
import { schema } from "../graphql/schema.ts";
import type { Renames } from "../graphql/renames.ts";
import { subgraphOf } from "../graphql/subgraph.ts";
import type { Imm } from "../imm/client.ts";
import type { CallReport } from "../imm/transport.ts";
import { createDocumentCache } from "./document-cache.ts";
import type { Authenticate } from "./authenticate.ts";
import { clientFacts } from "./client-facts.ts";
import type { Explorer } from "./explorer.ts";
import { defaultLimits, type Limits } from "./limits.ts";
import { listenerOf } from "./listener.ts";
import type { Logger } from "./logger.ts";
import { useBodyLimit } from "./use-body-limit.ts";
import { callerOf, useAuthentication, type Called } from "./use-authentication.ts";
import { asksForCalls, useCallTrace } from "./use-call-trace.ts";
import { useClosedSchema } from "./use-closed-schema.ts";
import { useCostLimit } from "./use-cost-limit.ts";
import { useExplorer } from "./use-explorer.ts";
import { useImmErrors } from "./use-imm-errors.ts";
import { useInlineTrace } from "./use-inline-trace.ts";
import { useInputErrors } from "./use-input-errors.ts";
import { useJsonOnly } from "./use-json-only.ts";
import { useLoopbackHost } from "./use-loopback-host.ts";
import { useNoSuggestions } from "./use-no-suggestions.ts";
import { useRateLimit, type RateLimit } from "./use-rate-limit.ts";
import { useRequestJson } from "./use-request-json.ts";
import { useSizeLimits } from "./use-size-limits.ts";

// What can't be parsed is as quickly refused once more.
const nothing = { get: () => undefined, set: () => undefined };

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
  /** Tells who calls. Default: everybody is `anonymous`, and only loopback names are answered. */
  readonly authenticate?: Authenticate | undefined;
  /**
   * Whose word on a client's address and scheme is taken (X-Forwarded-For, X-Forwarded-Proto): addresses, CIDR blocks,
   * `loopback`, `linklocal`, `uniquelocal`. Default: nobody's.
   */
  readonly trustedProxies?: readonly string[] | undefined;
  /** How much each caller may ask. Default: as much as they like. */
  readonly rateLimit?: RateLimit | undefined;
  /** The page to serve beside the graph. Default: none. */
  readonly explorer?: Explorer | undefined;
  /** Whether a request may ask which calls to IMM it caused. Default: it may not. */
  readonly traceCalls?: boolean | undefined;
  /** What one request may ask for. Default: `defaultLimits`, also for each limit that is left out. */
  readonly limits?: Partial<Limits> | undefined;
  /** Whether a request may ask for the graph itself. Default: it may. */
  readonly introspection?: boolean | undefined;
  /** Whether errors name what the sender may have meant. Default: they do. */
  readonly suggestions?: boolean | undefined;
}

/**
 * Makes the gateway over IMM. What it lets in and what it does to a request is the list of plugins, in order.
 *
 * @throws Error for a name that can't be renamed so, a proxy that can't be read, or a limit that lets nobody in.
 */
export function createGateway({
  imm,
  logger = createLogger("warn"),
  subgraph,
  authenticate,
  trustedProxies = [],
  rateLimit,
  explorer,
  traceCalls = false,
  limits: asked = {},
  introspection = true,
  suggestions = true,
}: GatewayOptions): Gateway {
  const limits = { ...defaultLimits, ...asked };
  const facts = clientFacts(trustedProxies);
  const yoga = createYoga<Called>({
    schema: subgraph ? subgraphOf(subgraph.renames) : schema,
    context(called) {
      const { request } = called;
      const caller = callerOf(called);
      const calls: CallReport[] | undefined = traceCalls && asksForCalls(request) ? [] : undefined;
      const onCall = calls && ((call: CallReport) => void calls.push(call));
      const client = imm.for({ caller, signal: request.signal, onCall });
      const { representations: maxRepresentations } = limits;
      return { ...createContext({ caller, imm: client, maxRepresentations }), calls };
    },
    plugins: [
      !authenticate && useLoopbackHost(),
      useJsonOnly(),
      useExplorer(explorer),
      useAuthentication({ authenticate, facts, logger }),
      rateLimit !== undefined && useRateLimit(rateLimit, { isNamed: authenticate !== undefined }),
      useBodyLimit(limits.bodyBytes),
      useRequestJson(),
      useSizeLimits(limits),
      useCostLimit(limits.cost),
      !introspection && useClosedSchema(),
      !suggestions && useNoSuggestions(),
      useInputErrors({ suggestions }),
      useImmErrors(logger),
      useCallTrace(),
      // A router asks for it; of a graph that stands alone nobody does.
      subgraph !== undefined && useInlineTrace(logger),
    ],
    // Whatever NODE_ENV says, a client never sees what is behind a masked error.
    maskedErrors: { isDev: false },
    parserAndValidationCache: { documentCache: createDocumentCache(), errorCache: nothing },
    // The list of plugins has one that costs less.
    maxRequestBodySize: false,
    cors: false,
    batching: false,
    multipart: false,
    graphiql: false,
    landingPage: false,
    logging: logger,
  });
  return listenerOf(yoga);
}
