import type { Server, ServerResponse } from "node:http";
import type { Socket } from "node:net";

const firstProbeMs = 100;
const longestProbeMs = 10_000;

/**
 * Makes a server answer clients that close their half of a connection after a request, and still notice those that left:
 * both look the same until something is written to them.
 */
export function answerHalfClosed(server: Server): void {
  const latest = new WeakMap<Socket, ServerResponse>();
  // Node's own, though neither documented nor typed. Without it a request ends with its client's half.
  Object.assign(server, { httpAllowHalfOpen: true });

  server.on("connection", (socket) => {
    socket.once("end", () => {
      const response = latest.get(socket);
      if (response && !response.writableEnded) expectClose(response);
    });
  });
  server.on("request", ({ socket }, response) => void latest.set(socket, response));
}

/**
 * Closes a connection after its last response, or once its client turns out to have left. Into a stream of events a
 * probe is written as a comment, between two of its lines.
 */
function expectClose(response: ServerResponse): void {
  response.shouldKeepAlive = false;
  let timer: NodeJS.Timeout;
  // If the client left, its system refuses the first probe, and the second fails. HTTP/1.0 has no interim response.
  const probe = (ms: number) => {
    timer = setTimeout(() => {
      if (response.writableEnded) return;
      if (!response.headersSent) response.writeContinue();
      else if (isEventStream(response)) response.write(":\n");
      else return;
      probe(Math.min(2 * ms, longestProbeMs));
    }, ms);
  };
  if (response.req.httpVersion === "1.0") return;
  probe(firstProbeMs);
  response.once("close", () => clearTimeout(timer));
}

function isEventStream(response: ServerResponse): boolean {
  return String(response.getHeader("content-type")).startsWith("text/event-stream");
}
