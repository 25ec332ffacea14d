import { createYoga } from "graphql-yoga";
import { createFilePolling } from "../graphql/polling/file-polling.ts";
import { schema } from "../graphql/schema.ts";
import { subgraphOf } from "../graphql/subgraph/subgraph.ts";
import { systemClock } from "../imm/clock.ts";
import type { CallReport } from "../imm/transport.ts";
import { useAuthentication } from "./callers/use-authentication.ts";
import { useRateLimit } from "./callers/use-rate-limit.ts";
import { failureLog } from "./errors/failure-log.ts";
import { useImmErrors } from "./errors/use-imm-errors.ts";
import { useInputErrors } from "./errors/use-input-errors.ts";
import { useExplorer } from "./explorer/use-explorer.ts";
import type { GatewayOptions } from "./gateway-options.ts";
import { useRequestBody } from "./http/body/use-request-body.ts";
import { useRequestJson } from "./http/body/use-request-json.ts";
import { clientDisconnectOf } from "./http/client-disconnect.ts";
import { createClientInfoReader } from "./http/client-info.ts";
import { corsFor } from "./http/cors.ts";
import { useAccept } from "./http/use-accept.ts";
import { useCacheHeaders } from "./http/use-cache-headers.ts";
import { useConnectionHeaders } from "./http/use-connection-headers.ts";
import { useCsrfPrevention } from "./http/use-csrf-prevention.ts";
import { useGraphPath } from "./http/use-graph-path.ts";
import { useLargeResults } from "./http/use-large-results.ts";
import { useLoopbackHost } from "./http/use-loopback-host.ts";
import { listenerOf, type Gateway } from "./listener.ts";
import { nonThrowingLogger } from "./logger.ts";
import { defaultDeadlineMs, limitsOf } from "./operations/limits.ts";
import { checkTrustedDocuments } from "./operations/trusted-documents.ts";
import { useCostLimit } from "./operations/use-cost-limit.ts";
import { useDocumentCache } from "./operations/use-document-cache.ts";
import { useExecutor } from "./operations/use-executor.ts";
import { useNoIntrospection } from "./operations/use-no-introspection.ts";
import { useNoSuggestions } from "./operations/use-no-suggestions.ts";
import { useSizeLimits } from "./operations/use-size-limits.ts";
import { useNoTrustedDocuments, useTrustedDocuments } from "./operations/use-trusted-documents.ts";
import { draftOf } from "./reports/request-draft.ts";
import { requestLog } from "./reports/request-log.ts";
import { streamLog, tellAll } from "./reports/stream-log.ts";
import { useCallTrace } from "./reports/use-call-trace.ts";
import { useInlineTrace } from "./reports/use-inline-trace.ts";
import { useRequestReport } from "./reports/use-request-report.ts";
import { contextFactory } from "./request-context.ts";
import type { ServerContext } from "./server-context.ts";
import { runEvents } from "./subscriptions/run-event.ts";
import { createStreams } from "./subscriptions/streams.ts";
import { createSubscribe } from "./subscriptions/subscribe.ts";
import { useSubscriptions } from "./subscriptions/use-subscriptions.ts";

/**
 * Makes the gateway over IMM. What it lets in and what it does to a request is the list of plugins, in order.
 *
 * @throws Error for a name that can't be renamed so, a proxy that can't be read, a limit or a deadline that lets nobody
 *   in, what isn't an origin, and documents that can't run.
 */
export function createGateway({
  imm,
  logger: loggerOption,
  subgraph,
  authenticate,
  trustedProxies = [],
  rateLimit,
  explorer,
  traceCalls = false,
  deadlineMs = defaultDeadlineMs,
  onRequest,
  onStream,
  clock = systemClock,
  limits: limitOverrides = {},
  introspection = true,
  suggestions = true,
  corsOrigins = [],
  trustedDocuments,
}: GatewayOptions): Gateway {
  const limits = limitsOf(limitOverrides);
  const logger = nonThrowingLogger(loggerOption);
  if (!(deadlineMs > 0)) throw new Error(`deadlineMs must be more than 0, not ${deadlineMs}.`);
  const readClientInfo = createClientInfoReader(trustedProxies);
  const graph = subgraph ? subgraphOf(subgraph.renames) : schema;
  if (trustedDocuments) checkTrustedDocuments(trustedDocuments, graph);
  const tellStream = tellAll([streamLog(logger), ...(onStream ? [onStream] : [])], logger);
  const logFailures = failureLog(logger);
  const onCall = (call: CallReport) => tellStream({ kind: "call", call });
  const filePolling = createFilePolling({ imm, clock, onCall, onFailure: (error) => logFailures([error]) });
  const { representations: maxRepresentations } = limits;
  const contextFor = contextFactory({
    imm,
    filePolling,
    deadlineMs,
    traceCalls,
    maxRepresentations,
    suggestions,
  });
  const streams = createStreams(limits, { isNamed: authenticate !== undefined });
  const subscribe = createSubscribe({
    streams,
    limits,
    clock,
    runEvent: runEvents(contextFor, onCall),
    onStream: tellStream,
  });
  const yoga = createYoga<ServerContext>({
    schema: graph,
    context(serverContext) {
      const draft = draftOf(serverContext);
      const disconnect = (draft.disconnect = clientDisconnectOf(serverContext.request));
      return contextFor(serverContext, { calls: draft.calls, disconnect });
    },
    plugins: [
      useExecutor(),
      useSubscriptions(subscribe),
      useRequestReport([requestLog(logger), ...(onRequest ? [onRequest] : [])], logger),
      !authenticate && useLoopbackHost(),
      useConnectionHeaders(),
      useCacheHeaders({ varyByOrigin: corsOrigins.length > 0 }),
      useExplorer(explorer),
      useCsrfPrevention(),
      useAuthentication({ authenticate, readClientInfo, logger }),
      useGraphPath(),
      useAccept(),
      rateLimit !== undefined && useRateLimit(rateLimit, { isNamed: authenticate !== undefined, clock }),
      useRequestBody(limits.bodyBytes),
      useRequestJson(),
      trustedDocuments ? useTrustedDocuments(trustedDocuments) : useNoTrustedDocuments(),
      useSizeLimits(limits),
      useCostLimit(limits.cost),
      !introspection && useNoIntrospection(),
      !suggestions && useNoSuggestions(),
      useInputErrors({ suggestions }),
      useImmErrors(logger),
      useCallTrace(),
      useLargeResults(),
      // A router asks for it; of a graph that stands alone nobody does.
      subgraph !== undefined && useInlineTrace(logger),
      useDocumentCache(),
    ],
    // Whatever NODE_ENV says, a client never sees what is behind a masked error.
    maskedErrors: { isDev: false },
    // The list of plugins has one.
    parserAndValidationCache: false,
    // The list of plugins has one that costs less.
    maxRequestBodySize: false,
    cors: corsFor(corsOrigins),
    batching: false,
    multipart: false,
    // Yoga answers whatever URL ends with this, before any plugin: no URL has a line's end in it.
    healthCheckEndpoint: "\n",
    graphiql: false,
    landingPage: false,
    logging: logger,
  });
  return listenerOf(yoga, { completeStreams: () => streams.stop() });
}
