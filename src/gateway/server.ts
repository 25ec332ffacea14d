import { createServer } from "node:http";
import { listen } from "../network/listen.ts";
import { watchForDrain, type DrainTimeouts } from "./drain.ts";
import { answerHalfClosed } from "./half-close.ts";
import { answerProbe } from "./health.ts";
import type { Gateway } from "./listener.ts";

/** A gateway that listens. */
export interface GatewayServer extends AsyncDisposable {
  /** Where it answers: `http://127.0.0.1:4000/graphql`. */
  readonly url: string;
}

/** Where a server listens, and how long it waits. */
export interface ServerOptions extends Partial<DrainTimeouts> {
  readonly host: string;
  /** 0 picks one. */
  readonly port: number;
  /** How long a client may take to send a request whole; then it is answered 408. Default: 10 seconds. */
  readonly requestMs?: number;
  /** How long a connection may be idle between requests. Default: 75 seconds. */
  readonly keepAliveMs?: number;
  /** Why no requests should come, if so: `/readyz` says it. */
  readonly problem?: () => string | undefined;
}

/** Longer than most balancers, which keep 60 seconds: else one may send a request on a connection that is being closed. */
export const defaultKeepAliveMs = 75_000;

const defaultRequestMs = 10_000;

// Of the 10 seconds that a stop may take, what is left is for those behind the gateway.
const defaultGraceMs = 8_500;

/**
 * Puts a gateway on a port, with `/livez` and `/readyz` beside it. Disposed of, it stops accepting and finishes what is
 * in flight, for `graceMs` at most, 8.5 seconds unless told otherwise. A connection that is idle then is closed after
 * `idleMs`, at once unless told otherwise.
 *
 * @throws Error where the port can't be had.
 */
export async function startServer(
  gateway: Gateway,
  {
    host,
    port,
    requestMs = defaultRequestMs,
    keepAliveMs = defaultKeepAliveMs,
    problem,
    ...patience
  }: ServerOptions,
): Promise<GatewayServer> {
  const { idleMs = 0, graceMs = defaultGraceMs } = patience;
  const timeouts = {
    requestTimeout: requestMs,
    headersTimeout: requestMs,
    keepAliveTimeout: keepAliveMs,
    connectionsCheckingInterval: Math.min(1000, requestMs),
  };
  const server = createServer(timeouts);
  answerHalfClosed(server);
  const drain = watchForDrain(server, { idleMs, graceMs });
  server.on("request", (request, response) => {
    const notReady = () => (drain.hasBegun ? "draining" : problem?.());
    if (!answerProbe(request, response, { notReady })) void gateway(request, response);
  });
  const origin = await listen(server, { host, port, setting: "PORT" });

  return {
    url: `${origin}/graphql`,
    async [Symbol.asyncDispose]() {
      await drain.finish(gateway.completeStreams);
      await gateway.dispose();
    },
  };
}
