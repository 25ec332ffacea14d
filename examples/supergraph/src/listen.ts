import { once } from "node:events";
import { createServer, type IncomingMessage, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";

/** Something that answers GraphQL on a port of this machine. */
export interface Service extends AsyncDisposable {
  readonly url: string;
}

/**
 * Puts a listener on a port; 0 picks one. Nothing here says who calls, so that requests which a page elsewhere could
 * send through its reader's browser are refused, as imm-graphql itself refuses them.
 */
export async function listen(listener: RequestListener, port = 0): Promise<Service> {
  const server = createServer((request, response) => {
    if (isOurs(request)) listener(request, response);
    else response.writeHead(403).end();
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    async [Symbol.asyncDispose]() {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}

function isOurs({ method, headers }: IncomingMessage): boolean {
  const isHere = /^(localhost|127\.0\.0\.1)(:\d+)?$/.test(headers.host ?? "");
  return isHere && (method === "GET" || /^application\/json\b/.test(headers["content-type"] ?? ""));
}
