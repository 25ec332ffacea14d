import { once } from "node:events";
import { createServer, request, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import express, { type RequestHandler } from "express";
import fastify, { type FastifyInstance } from "fastify";
import type { Gateway } from "../../../src/gateway/listener.ts";

/** Puts a gateway into a server that listens. */
export type Embed = (gateway: Gateway) => Promise<Server>;

/** What was answered, and what became of the connection. */
export interface Received {
  readonly status: number;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

/** A gateway by node:http alone. */
export async function byNode(gateway: Gateway): Promise<Server> {
  return listening(createServer(gateway));
}

/** A gateway in Express, behind what Express does to a request before. */
export function byExpress(...before: RequestHandler[]): Embed {
  return async (gateway) => {
    const app = express();
    if (before.length > 0) app.use(...before);
    return listening(createServer(app.use(gateway.graphqlEndpoint, gateway)));
  };
}

/** A gateway in Fastify, which is made ready for it before. */
export function byFastify(before: (app: FastifyInstance) => unknown = () => {}): Embed {
  return async (gateway) => {
    const app = fastify({ bodyLimit: 1_000_000 });
    before(app);
    app.all(gateway.graphqlEndpoint, (incoming, reply) =>
      gateway.handleNodeRequestAndResponse(incoming, reply),
    );
    await app.listen({ port: 0, host: "127.0.0.1" });
    return app.server;
  };
}

async function listening(server: Server): Promise<Server> {
  await once(server.listen(0, "127.0.0.1"), "listening");
  return server;
}

/** What is posted. */
export interface PostRequest {
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string | string[]>>;
  readonly body?: string | Uint8Array;
}

/** A gateway in a server that listens. */
export interface FrameworkServer extends AsyncDisposable {
  readonly port: number;
  /** Posts by a connection of its own, in chunks unless the headers have a length. */
  send(sending: PostRequest): Promise<Received>;
}

/** Starts a server with a gateway in it. */
export async function startFrameworkServer(gateway: Gateway, embed: Embed): Promise<FrameworkServer> {
  const server = await embed(gateway);
  const { port } = server.address() as AddressInfo;
  return {
    port,
    async send({ path = "/graphql", headers = {}, body = "" }) {
      const outgoing = request({ port, host: "127.0.0.1", path, method: "POST", agent: false });
      for (const [name, value] of Object.entries(headers)) outgoing.setHeader(name, value);
      outgoing.flushHeaders();
      outgoing.end(body);
      const [response] = (await once(outgoing, "response")) as [IncomingMessage];
      return { status: response.statusCode!, headers: response.headers, body: await text(response) };
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((closed) => void server.close(closed));
    },
  };
}
