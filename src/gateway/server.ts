import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import type { Gateway } from "./gateway.ts";

/** A gateway that listens. */
export interface GatewayServer extends AsyncDisposable {
  /** Where it answers: `http://127.0.0.1:4000/graphql`. */
  readonly url: string;
}

// Of the 10 seconds that a stop may take, what is left is for those behind the gateway.
const graceMs = 8_500;

const defaultRequestMs = 10_000;

/**
 * Puts a gateway on a port; 0 picks one. Disposed of, it stops accepting and finishes what is in flight, for 8.5
 * seconds at most. A client has `requestMs`, 10 seconds unless told otherwise, to send a request whole; then it is
 * answered 408 and its connection closed.
 *
 * @throws Error where the port can't be had.
 */
export async function startServer(
  gateway: Gateway,
  { host, port, requestMs = defaultRequestMs }: { host: string; port: number; requestMs?: number },
): Promise<GatewayServer> {
  // Connections that have asked for nothing yet: Node's own `closeIdleConnections` leaves them open.
  const silent = new Set<Socket>();
  const timeouts = {
    requestTimeout: requestMs,
    headersTimeout: requestMs,
    connectionsCheckingInterval: Math.min(1000, requestMs),
  };
  const server = createServer(timeouts, (request, response) => {
    silent.delete(request.socket);
    // A connection that stays open would hold up the stop.
    if (!server.listening) response.shouldKeepAlive = false;
    void gateway(request, response);
  });
  server.on("connection", (socket) => {
    silent.add(socket);
    socket.once("close", () => silent.delete(socket));
  });
  server.listen(port, host);
  try {
    await once(server, "listening");
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    const reason = code === "EADDRINUSE" ? "is in use" : `can't be listened on (${code})`;
    throw new Error(`Port ${port} of ${host} ${reason}: set PORT or HOST to another; PORT=0 picks one.`, {
      cause,
    });
  }
  const { family, address, port: listening } = server.address() as AddressInfo;

  return {
    url: `http://${family === "IPv6" ? `[${address}]` : address}:${listening}/graphql`,
    async [Symbol.asyncDispose]() {
      const closed = once(server, "close");
      server.close();
      for (const socket of silent) socket.destroy();
      const timer = setTimeout(() => server.closeAllConnections(), graceMs);
      await closed;
      clearTimeout(timer);
      await gateway.dispose();
    },
  };
}
