import { randomInt } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type OutgoingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { text as textOf } from "node:stream/consumers";

/** The id of a request in IMM's replies. */
export const RequestId = "0F3B6E0E-6B0C-4C33-9F7C-3A0E4C1B2D10";

/** A request as it arrived. */
export interface UpstreamRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** The action that it asks for. */
  readonly action: string;
  readonly query: Readonly<Record<string, string>>;
  /** The parameters in the body; undefined where it isn't a form. */
  readonly form: Readonly<Record<string, string>> | undefined;
  /** Settles when the connection that it came by is closed. */
  readonly closed: Promise<void>;
}

/** Responds to a request, or leaves it without a response. */
export type Responder = (request: UpstreamRequest, response: ServerResponse) => void;

/** A stand-in for IMM: real HTTP on a free port of this machine. */
export interface Upstream extends AsyncDisposable {
  readonly url: string;
  /** The requests that it got, in order. */
  readonly requests: UpstreamRequest[];
}

/** Starts a stand-in that responds to every request in the same way. */
export async function startUpstream(respond: Responder): Promise<Upstream> {
  const requests: UpstreamRequest[] = [];
  // As the local IMM takes: parameters are in the address.
  const maxHeaderSize = 256 * 1024;
  const server = createServer({ maxHeaderSize }, async (incoming, response) => {
    const request = await read(incoming);
    requests.push(request);
    respond(request, response);
  });
  await new Promise<void>((listening) => void server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    async [Symbol.asyncDispose]() {
      const closed = new Promise((close) => void server.close(close));
      server.closeAllConnections();
      await closed;
    },
  };
}

/** An address that nothing listens at, for what calls nobody. */
export const unreachableUrl = "http://127.0.0.1:1";

/** An address of this machine where nothing listens. Whoever takes any port is given one above 32767, so this stays free. */
export async function closedPort(): Promise<string> {
  const server = createServer();
  const port = randomInt(10_000, 32_768);
  try {
    await once(server.listen(port, "127.0.0.1"), "listening");
  } catch {
    return closedPort();
  }
  await new Promise((closed) => server.close(closed));
  return `http://127.0.0.1:${port}`;
}

// One listener for each, however many requests come by it.
const closings = new WeakMap<Socket, Promise<void>>();

function closingOf(socket: Socket): Promise<void> {
  const closing =
    closings.get(socket) ?? new Promise<void>((close) => void socket.once("close", () => close()));
  closings.set(socket, closing);
  return closing;
}

async function read(incoming: IncomingMessage): Promise<UpstreamRequest> {
  const { method = "", url = "", headers, socket } = incoming;
  const closed = closingOf(socket);
  const body = await textOf(incoming);
  const isForm = headers["content-type"] === "application/x-www-form-urlencoded";
  return {
    method,
    path: url,
    headers: headers as UpstreamRequest["headers"],
    action: String(headers["x-acs-action"]),
    query: Object.fromEntries(new URL(url, "http://localhost").searchParams),
    form: isForm ? Object.fromEntries(new URLSearchParams(body)) : undefined,
    closed,
  };
}

/** Answers with JSON, of a value or as it is written. */
export function json(status: number, body: object | string, headers: OutgoingHttpHeaders = {}): Responder {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return bytes(status, text, { "content-type": "application/json;charset=utf-8", ...headers });
}

/** Answers with whatever bytes and headers. */
export function bytes(status: number, body: Buffer | string, headers: OutgoingHttpHeaders = {}): Responder {
  return (_request, response) => {
    response.writeHead(status, { "content-length": Buffer.byteLength(body), ...headers });
    response.end(body);
  };
}

/** Writes to the connection itself, which need not be HTTP, and closes or resets it where told to. */
export function raw(written: string, ending: "close" | "keep" | "reset" = "keep"): Responder {
  return (_request, { socket }) => {
    // The reset must not overtake what was written.
    socket?.write(written, () => {
      if (ending === "reset") socket.resetAndDestroy();
      if (ending === "close") socket.end();
    });
  };
}

/** Never responds. */
export const neverRespond: Responder = () => {};
