import { once } from "node:events";
import { request as ask, type IncomingMessage } from "node:http";
import { text } from "node:stream/consumers";
import { setImmediate } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import type { Authenticate } from "../../../src/gateway/callers/authenticate.ts";
import { readExplorer } from "../../../src/gateway/explorer/explorer-files.ts";
import { startServer } from "../../../src/gateway/server.ts";
import { gatewayTo } from "../../support/gateway/gateway.ts";
import { startSeededGateway } from "../../support/gateway/seeded-gateway.ts";
import { json, startUpstream, unreachableUrl, type Responder } from "../../support/upstream/upstream.ts";

const here = { host: "127.0.0.1", port: 0 };

/** Everybody is who they say. */
const byHeader: Authenticate = ({ headers }) => {
  const name = headers.get("authorization");
  return name ? { name, roles: ["reader"] } : undefined;
};

const create =
  'mutation { createDataset(input: { projectName: "atlas", datasetName: "stolen" }) { requestId } }';
const post = (query: string, headers: Record<string, string> = {}) => ({
  method: "POST",
  headers: { "content-type": "application/json", ...headers },
  body: JSON.stringify({ query }),
});

describe("who sends no credentials", () => {
  const paths = [
    "/graphql",
    "//graphql",
    "/graphql/",
    "//graphql//",
    "/graphql/more",
    "/GraphQL",
    "/%67raphql",
    "/graphql;v=1",
    "/./graphql",
    "/",
    "/explorer",
    "/admin",
    "/health",
    "/health/",
    "/graphql/health",
    "/anything/health?x=/health",
    `/graphql?query=${encodeURIComponent("{ projects { nodes { id } } }")}`,
    `/graphql?query=${encodeURIComponent(create)}`,
  ];
  const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "PURGE"];

  it.each(methods.flatMap((method) => paths.map((path) => [method, path] as const)))(
    "can do nothing by %s %s",
    async (method, path) => {
      await using service = gatewayTo(unreachableUrl, { authenticate: byHeader });
      const asking = { headers: { "apollo-require-preflight": "true" } };
      const init = method === "GET" || method === "HEAD" ? asking : post(create);

      const response = await service.gateway.fetch(`http://localhost${path}`, { ...init, method });

      expect(response.status).toBe(401);
      expect(response.headers.get("www-authenticate")).toBe("Bearer");
      expect(service.calls).toEqual([]);
    },
  );

  it("can't make a call, nor tell whether there is something to call for", async () => {
    await using service = gatewayTo(unreachableUrl, { authenticate: byHeader });

    for (const query of ["{ __typename }", "{ nothing }", "{", "{ __schema { types { name } } }", create]) {
      const response = await service.gateway.fetch("http://localhost/graphql", post(query));
      expect([response.status, await response.json()]).toEqual([
        401,
        {
          errors: [
            {
              message:
                "The gateway must know its callers: send a token that is valid, by Authorization: Bearer <token>.",
              extensions: { code: "UNAUTHENTICATED" },
            },
          ],
        },
      ]);
    }
    expect(service.calls).toEqual([]);
  });

  it.each([
    ["GET", "/graphql", "text/html", 200],
    ["GET", "/", "text/html", 302],
    ["GET", "/explorer/assets/none.js", "*/*", 404],
  ])("is answered for %s %s, of which nothing is anybody's", async (method, path, accept, status) => {
    const explorer = await readExplorer(pathToFileURL("dist/explorer/"), { region: "x", endpoint: "y" });
    await using service = gatewayTo(unreachableUrl, { authenticate: byHeader, explorer });
    const init = method === "GET" ? { headers: { accept } } : post(create);

    expect((await service.gateway.fetch(`http://localhost${path}`, { ...init, method })).status).toBe(status);
    expect(service.calls).toEqual([]);
  });

  it("is answered before their body is read", async () => {
    await using service = gatewayTo(unreachableUrl, { authenticate: byHeader });
    await using server = await startServer(service.gateway, here);
    const outgoing = ask(server.url, { method: "POST" });
    outgoing.setHeader("content-type", "application/json").setHeader("content-length", 1_000_000);
    outgoing.on("error", () => {});
    outgoing.flushHeaders();

    const [response] = (await once(outgoing, "response")) as [IncomingMessage];

    expect(response.statusCode).toBe(401);
    outgoing.destroy();
  });
});

describe("who is known", () => {
  it("may do all, by whatever name they call the gateway", async () => {
    await using service = await startSeededGateway();
    await using open = gatewayTo(service.endpoint, { authenticate: byHeader });

    const response = await open.gateway.fetch(
      "https://graph.example.com/graphql",
      post(create, { authorization: "ann" }),
    );

    expect(await response.json()).toMatchObject({ data: { createDataset: {} } });
    expect(open.calls.map(({ action }) => action)).toEqual(["CreateDataset"]);
    expect([...open.callers.values()]).toEqual([{ name: "ann", roles: ["reader"], isSecure: false }]);
  });

  it("is anonymous where nobody asks", async () => {
    await using service = gatewayTo(unreachableUrl);

    await service.send("{ projects { nodes { id } } }");

    expect([...service.callers.values()]).toEqual([{ name: "anonymous", roles: [], isSecure: false }]);
  });

  it("is never taken for another who asks at the same time", async () => {
    const names = Array.from({ length: 20 }, (_, index) => `caller-${index}`);
    const all = async (arrived: unknown[]) => {
      while (arrived.length < names.length) await setImmediate();
    };
    const seen: string[] = [];
    const authenticate: Authenticate = async (request) => {
      const name = request.headers.get("authorization")!;
      seen.push(name);
      await all(seen);
      // The first to come is the last to be known.
      for (let turn = seen.indexOf(name); turn < names.length; turn += 1) await setImmediate();
      return { name, roles: [`${name}-role`] };
    };
    const waiting: string[] = [];
    const answer: Responder = async ({ query, form }, response) => {
      const { DatasetName = "" } = { ...query, ...form };
      waiting.push(DatasetName);
      await all(waiting);
      const Dataset = { ProjectName: "atlas", DatasetName, Description: `of ${DatasetName}` };
      json(200, { Dataset, RequestId: DatasetName })({} as never, response);
    };
    await using upstream = await startUpstream(answer);
    await using service = gatewayTo(upstream.url, { authenticate });

    const answers = await Promise.all(
      names.map(async (name) => {
        const query = `{ dataset(projectName: "atlas", datasetName: "${name}") { description } }`;
        const response = await service.gateway.fetch(
          "http://localhost/graphql",
          post(query, { authorization: name }),
        );
        return response.json();
      }),
    );

    expect(answers).toEqual(names.map((name) => ({ data: { dataset: { description: `of ${name}` } } })));
    expect(
      [...service.callers].map(([{ params }, caller]) => [
        params["DatasetName"],
        caller?.name,
        caller?.roles,
      ]),
    ).toEqual(expect.arrayContaining(names.map((name) => [name, name, [`${name}-role`]])));
    expect(service.calls).toHaveLength(names.length);
  });

  it("sends one header Authorization alone", async () => {
    await using service = gatewayTo(unreachableUrl, { authenticate: byHeader });
    await using server = await startServer(service.gateway, here);
    const send = async (authorization: string | string[]) => {
      const outgoing = ask(server.url, { method: "POST" });
      outgoing.setHeader("content-type", "application/json").setHeader("authorization", authorization);
      outgoing.end('{"query":"{ __typename }"}');
      const [response] = (await once(outgoing, "response")) as [IncomingMessage];
      return [response.statusCode, await text(response)];
    };

    expect(await send("ann")).toEqual([200, '{"data":{"__typename":"Query"}}']);
    expect(await send(["ann", "ann"])).toEqual([401, expect.stringContaining("UNAUTHENTICATED")]);
    expect(service.log).toEqual(["A caller is refused: several headers Authorization."]);
  });
});

describe("credentials that can't be checked", () => {
  it.each<[string, Authenticate]>([
    [
      "at once",
      () => {
        throw new Error("no database");
      },
    ],
    [
      "later",
      async () => {
        throw new Error("no database");
      },
    ],
  ])("let nobody in, and are told in the log alone, where checking fails %s", async (_name, authenticate) => {
    await using service = gatewayTo(unreachableUrl, { authenticate });

    const response = await service.gateway.fetch(
      "http://localhost/graphql",
      post(create, { authorization: "ann-token" }),
    );

    expect([response.status, await response.json()]).toEqual([
      503,
      {
        errors: [
          {
            message: "The gateway can't check the caller's token at this time: try again later.",
            extensions: { code: "UPSTREAM_UNAVAILABLE" },
          },
        ],
      },
    ]);
    expect(service.calls).toEqual([]);
    expect(service.log).toEqual([expect.stringContaining("no database")]);
    expect(service.log[0]).not.toContain("ann-token");
  });
});
