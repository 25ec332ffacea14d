import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";

/** Something that answers GraphQL on a port of this machine. */
export interface Service extends AsyncDisposable {
  readonly url: string;
}

/** Puts a listener on a port; 0 picks one. */
export async function listen(listener: RequestListener, port = 0): Promise<Service> {
  const server = createServer(listener).listen(port, "127.0.0.1");
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
