import { once } from "node:events";
import type { Server, ServerResponse } from "node:http";
import { Server as NetServer, type Socket } from "node:net";
import { setImmediate as tick } from "node:timers/promises";

/** How long a stop waits, in milliseconds. */
export interface DrainTimeouts {
  /** For the next request of a client that keeps its connection: it may be on its way. */
  readonly idleMs: number;
  /** For what is in flight to be answered. */
  readonly graceMs: number;
}

/** The stop of a server. */
export interface Drain {
  /** Whether it has begun. */
  readonly hasBegun: boolean;
  /**
   * Takes no new connection, answers all that came by those there are, each time asking to close it, and ends when
   * nobody is connected any more. Streams that would go on are ended by `endStreams`, and their connections with them.
   */
  finish(endStreams?: () => void): Promise<void>;
}

/**
 * Watches a server's connections, so that it can be stopped without losing an answer. To be called before others listen
 * to its requests.
 */
export function watchForDrain(server: Server, { idleMs, graceMs }: DrainTimeouts): Drain {
  const connections = new Set<Socket>();
  const unanswered = new Set<ServerResponse>();
  let hasBegun = false;
  let closesIdle = false;

  // Once whatever has arrived is read, an idle connection has no request in it.
  const closeIdle = () =>
    setImmediate(() => {
      server.closeIdleConnections();
      // Node doesn't count connections without any request as idle.
      for (const socket of connections) if (socket.bytesRead === 0) socket.destroy();
    });

  const closeAfter = ({ req: { socket } }: ServerResponse) => {
    const isLast = [...unanswered].every((other) => other.writableFinished || other.req.socket !== socket);
    if (isLast) socket.end();
  };

  server.on("connection", (socket) => {
    connections.add(socket);
    socket.once("close", () => connections.delete(socket));
  });
  server.on("request", ({ socket }, response) => {
    // Where a client doesn't wait for answers, the connection closes after the last.
    if (hasBegun) for (const before of unanswered) before.shouldKeepAlive ||= before.req.socket === socket;
    if (hasBegun) response.shouldKeepAlive = false;
    unanswered.add(response);
    response.once("close", () => {
      unanswered.delete(response);
      if (closesIdle) closeIdle();
    });
  });

  return {
    get hasBegun() {
      return hasBegun;
    },
    async finish(endStreams) {
      hasBegun = true;
      const closed = once(server, "close");
      // Connections that wait in the kernel are accepted first: closing the port would reset them.
      await tick();
      // HTTP's own `close` also cuts what is idle, with the request in it that nobody has read yet.
      NetServer.prototype.close.call(server);
      const last = new Map([...unanswered].map((response) => [response.req.socket, response]));
      for (const response of last.values()) {
        response.shouldKeepAlive = false;
        // The head of a stream is sent, and promises to keep the connection.
        if (response.headersSent) response.once("finish", () => closeAfter(response));
      }
      endStreams?.();
      const timers = [
        setTimeout(() => {
          closesIdle = true;
          closeIdle();
        }, idleMs),
        setTimeout(() => server.closeAllConnections(), graceMs),
      ];
      await closed;
      for (const timer of timers) clearTimeout(timer);
      // HTTP's own `close` also stops its timer for slow requests.
      server.close();
    },
  };
}
