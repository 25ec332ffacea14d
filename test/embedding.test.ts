import { once } from "node:events";
import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import express from "express";
import fastify from "fastify";
import {
  createGateway,
  createImm,
  fixedCredentials,
  openapiTransport,
  type Gateway,
  type GatewayOptions,
} from "imm-graphql";
import { describe, expect, it } from "vitest";
import { startTestGateway, testKey } from "./support/gateway/gateway.ts";

type Serve = (gateway: Gateway) => Promise<Server>;

const listening = async (server: Server) => {
  await once(server.listen(0, "127.0.0.1"), "listening");
  return server;
};

const servers: readonly (readonly [name: string, serve: Serve])[] = [
  ["node:http", (gateway) => listening(createServer(gateway))],
  [
    "Express",
    (gateway) => {
      const app = express();
      app.use(gateway.graphqlEndpoint, gateway);
      app.get("/about", (_request, response) => void response.send("ours"));
      return listening(createServer(app));
    },
  ],
  [
    "Express that reads bodies itself",
    (gateway) => {
      const app = express().use(express.json());
      app.use(gateway.graphqlEndpoint, gateway);
      app.get("/about", (_request, response) => void response.send("ours"));
      return listening(createServer(app));
    },
  ],
  [
    "Fastify",
    async (gateway) => {
      const app = fastify();
      app.all(gateway.graphqlEndpoint, (req, reply) => gateway.handleNodeRequestAndResponse(req, reply));
      app.get("/about", () => "ours");
      await app.listen({ port: 0, host: "127.0.0.1" });
      return app.server;
    },
  ],
];

interface Embedded extends AsyncDisposable {
  readonly server: Server;
  /** The status and the body of an answer. */
  send(
    query: string,
    options?: { variables?: object; host?: string; forwardedFor?: string },
  ): Promise<[number, unknown]>;
}

async function embed(
  serve: Serve,
  options: Pick<GatewayOptions, "authenticate" | "rateLimit" | "trustedProxies"> = {},
): Promise<Embedded> {
  const { endpoint, ...service } = await startTestGateway();
  const imm = createImm({
    transport: openapiTransport({ endpoint, credentials: fixedCredentials(testKey) }),
  });
  const server = await serve(createGateway({ imm, ...options }));
  const { port } = server.address() as AddressInfo;
  return {
    server,
    async send(query, { variables, host = `127.0.0.1:${port}`, forwardedFor = "" } = {}) {
      const outgoing = request({ port, path: "/graphql", method: "POST" });
      outgoing.setHeader("content-type", "application/json").setHeader("host", host);
      outgoing
        .setHeader("accept", "application/graphql-response+json")
        .setHeader("x-forwarded-for", forwardedFor);
      outgoing.end(JSON.stringify({ query, variables }));
      const [response] = await once(outgoing, "response");
      return [response.statusCode, JSON.parse(await text(response))];
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((closed) => void server.close(closed));
      await imm[Symbol.asyncDispose]();
      await service[Symbol.asyncDispose]();
    },
  };
}

const create = `
  mutation ($dataset: CreateDatasetInput!) {
    createProject(input: { projectName: "atlas" }) {
      project {
        projectName
      }
    }
    createDataset(input: $dataset) {
      dataset {
        datasetMaxTotalFileSize
      }
    }
  }
`;
const dataset = {
  projectName: "atlas",
  datasetName: "photos",
  datasetMaxTotalFileSize: "9223372036854775807",
};

describe.each(servers)("the gateway in a server of one's own, by %s", (name, serve) => {
  it("answers to the last digit, and leaves other paths to the server", async () => {
    await using embedded = await embed(serve);

    expect(await embedded.send(create, { variables: { dataset } })).toEqual([
      200,
      {
        data: {
          createProject: { project: { projectName: "atlas" } },
          createDataset: { dataset: { datasetMaxTotalFileSize: "9223372036854775807" } },
        },
      },
    ]);
    if (name === "node:http") return;
    const { port } = embedded.server.address() as AddressInfo;
    expect(await (await fetch(`http://127.0.0.1:${port}/about`)).text()).toBe("ours");
  });

  it("refuses bad values by their field, a bad query, and a body that isn't JSON", async () => {
    await using embedded = await embed(serve);
    const { port } = embedded.server.address() as AddressInfo;

    expect(
      await embedded.send(create, { variables: { dataset: { ...dataset, datasetMaxBindCount: 11 } } }),
    ).toEqual([
      400,
      { errors: [expect.objectContaining({ extensions: expect.objectContaining({ allowed: "1..10" }) })] },
    ]);
    expect((await embedded.send("{ nothing }"))[0]).toBe(400);
    const headers = { "content-type": "application/json" };
    const broken = await fetch(`http://127.0.0.1:${port}/graphql`, { method: "POST", headers, body: "{" });
    expect(broken.status).toBe(400);
  });

  it("tells nothing of its code to a request of whose host no URL can be made", async () => {
    await using embedded = await embed(serve);
    const { port } = embedded.server.address() as AddressInfo;

    for (const host of ["a b", "[", "127.0.0.1:99999"]) {
      const outgoing = request({ port, path: "/graphql", method: "POST" });
      outgoing.setHeader("content-type", "application/json").setHeader("host", host);
      outgoing.end('{"query":"{ __typename }"}');
      const [response] = await once(outgoing, "response");
      expect([response.statusCode, await text(response)]).toEqual([400, ""]);
    }
  });

  it("answers a name that isn't this machine's only where it knows its callers", async () => {
    const host = "graph.example.com";
    await using embedded = await embed(serve);
    await using open = await embed(serve, { authenticate: () => ({ name: "ann", roles: [] }) });

    expect((await embedded.send("{ __typename }", { host }))[0]).toBe(403);
    expect(await open.send("{ __typename }", { host })).toEqual([200, { data: { __typename: "Query" } }]);
  });

  it("tells clients apart by their address", async () => {
    const rateLimit = { requests: 1, seconds: 60 };
    await using embedded = await embed(serve, { rateLimit, trustedProxies: ["loopback"] });
    const from = async (forwardedFor: string) => (await embedded.send("{ __typename }", { forwardedFor }))[0];

    expect([await from("203.0.113.1"), await from("203.0.113.2"), await from("203.0.113.1")]).toEqual([
      200, 200, 429,
    ]);
  });
});
