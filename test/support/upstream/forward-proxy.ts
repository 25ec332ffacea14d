import { createServer, request as startRequest, type IncomingMessage, type ServerResponse } from "node:http";
import { connect, type AddressInfo, type Socket } from "node:net";
import type { Duplex } from "node:stream";

/** What a proxy was asked, in order. */
export interface ProxiedRequest {
  /** `CONNECT` for a tunnel. */
  readonly method: string;
  /** The host and port that a tunnel should lead to, or the whole address of what is forwarded. */
  readonly target: string;
  readonly authorization: string | undefined;
}

/** A proxy on a free port of this machine, that leads whatever it is asked for to one place. */
export interface TestProxy extends AsyncDisposable {
  readonly url: string;
  readonly requests: ProxiedRequest[];
}

/** Starts a proxy. What `refuse` is given isn't led anywhere. */
export async function startProxy(
  to: string,
  refuse?: (answer: { readonly socket: Duplex; readonly response?: ServerResponse }) => void,
): Promise<TestProxy> {
  const requests: ProxiedRequest[] = [];
  const sockets = new Set<Socket>();
  const note = ({ method = "", url = "", headers }: IncomingMessage) =>
    requests.push({ method, target: url, authorization: headers["proxy-authorization"] });
  const { hostname, port } = new URL(to);

  const server = createServer((incoming, response) => {
    note(incoming);
    if (refuse) return refuse({ socket: incoming.socket, response });
    const { method, url, headers } = incoming;
    const { pathname, search } = new URL(url!);
    const options = { hostname, port, method, path: `${pathname}${search}`, headers };
    const onwards = startRequest(options, (answer) => {
      response.writeHead(answer.statusCode!, answer.headers);
      answer.pipe(response);
    });
    onwards.on("error", () => response.destroy());
    incoming.pipe(onwards);
  });
  server.on("connect", (incoming: IncomingMessage, socket: Duplex) => {
    note(incoming);
    socket.on("error", () => {});
    if (refuse) return refuse({ socket });
    const onwards = connect(Number(port), hostname, () => {
      socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
      socket.pipe(onwards).pipe(socket);
    });
    onwards.on("error", () => socket.destroy());
    socket.on("close", () => onwards.destroy());
  });
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  await new Promise<void>((listening) => void server.listen(0, "127.0.0.1", listening));

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    async [Symbol.asyncDispose]() {
      const closed = new Promise((close) => void server.close(close));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
