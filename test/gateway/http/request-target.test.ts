import { once } from "node:events";
import { connect as connect2, createServer as createServer2 } from "node:http2";
import { connect, type AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import express from "express";
import { describe, expect, it } from "vitest";
import {
  byExpress,
  byNode,
  startFrameworkServer,
  type Embed,
} from "../../support/gateway/framework-server.ts";
import { gatewayTo } from "../../support/gateway/gateway.ts";

const body = JSON.stringify({ query: "{ __typename }" });

/** Posts to a target as it is written, with lines of headers of its own; answers the status and the body. */
async function ask(embed: Embed, target: string, lines = "host: localhost\r\n"): Promise<[number, string]> {
  await using service = gatewayTo("http://127.0.0.1:1");
  await using embedded = await startFrameworkServer(service.gateway, embed);
  const socket = connect(embedded.port, "127.0.0.1");
  await once(socket, "connect");
  socket.write(
    `POST ${target} HTTP/1.1\r\n${lines}connection: close\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
  );
  const [head = "", ...rest] = (await text(socket)).split("\r\n\r\n");
  return [Number(head.slice(9, 12)), rest.join("\r\n\r\n")];
}

const answer = '{"data":{"__typename":"Query"}}';

/** The gateway in Express at any path, and mounted at a path. */
const anywhere: Embed = async (gateway) =>
  byExpress((request, response) => gateway(request, response))(gateway);
const mountedAt =
  (path: string): Embed =>
  async (gateway) =>
    byExpress(express.Router().use(path, gateway))(gateway);

describe("the target of a request", () => {
  it.each([
    "/graphql",
    "/graphql/",
    "/graphql?",
    "/graphql?x=/../y",
    "/graphql/?x",
    "//graphql",
    "/api/graphql",
    "/api/v1.0/graphql/",
  ])("is the graph's: %s", async (target) => {
    expect(await ask(byNode, target)).toEqual([200, answer]);
    expect(await ask(anywhere, target)).toEqual([200, answer]);
  });

  it.each([
    "//evil/graphql",
    "/x//graphql",
    "/x/../graphql",
    "/x/%2e%2E/graphql",
    "/./graphql",
    "/..graphql",
    "/\\evil/graphql",
    "\\graphql",
    "/x\\graphql",
    "/graphql/.",
    "/graphql/x/..",
    "/graphql//",
    "/graphql#x",
    "/elsewhere#/graphql",
    "/elsewhere?to=/graphql",
    "/elsewhere?/graphql/",
    "/graphqlx",
    "/xgraphql",
    "/GRAPHQL",
    "/graphql%2f",
  ])("is another: %s", async (target) => {
    expect((await ask(byNode, target))[0]).toBe(target.startsWith("/") ? 404 : 400);
    expect((await ask(anywhere, target))[0]).not.toBe(200);
  });

  it.each(["/graphql", "/api/graphql"])("is judged whole where Express cuts it: %s", async (path) => {
    expect(await ask(mountedAt(path), path)).toEqual([200, answer]);
    expect(await ask(mountedAt("/api"), "/api/graphql")).toEqual([200, answer]);
    expect((await ask(mountedAt("/api"), "/api//evil/graphql"))[0]).toBe(404);
  });

  it("is judged without a socket too", async () => {
    await using service = gatewayTo("http://127.0.0.1:1");
    const post = async (target: string) => {
      const init = { method: "POST", headers: { "content-type": "application/json" }, body };
      return (await service.gateway.fetch(`http://localhost${target}`, init)).status;
    };

    expect(await post("/api/graphql")).toBe(200);
    for (const target of ["//evil/graphql", "/elsewhere?to=/graphql", "/elsewhere#/graphql"]) {
      expect([target, await post(target)]).toEqual([target, 404]);
    }
  });
});

describe("the host of a request", () => {
  it.each([
    "host: localhost\r\nhost: localhost\r\n",
    "host: localhost\r\nHost: evil.example\r\n",
    "host: localhost/x\r\n",
    "host: localhost?\r\n",
    "host: me@localhost\r\n",
    "host: localhost#\r\n",
    "host: localhost\\x\r\n",
    "host:\r\n",
    "",
  ])("is one, and nothing but a host: %j", async (lines) => {
    for (const embed of [byNode, anywhere]) expect((await ask(embed, "/graphql", lines))[0]).toBe(400);
  });

  it.each<[number, Record<string, string>]>([
    [200, { ":authority": "localhost" }],
    [200, { ":authority": "localhost", host: "localhost" }],
    [400, { ":authority": "evil.example", host: "localhost" }],
    [403, { ":authority": "evil.example" }],
  ])("is one by HTTP/2 too: %d for %j", async (status, names) => {
    await using service = gatewayTo("http://127.0.0.1:1");
    const server = createServer2(service.gateway as never);
    await once(server.listen(0, "127.0.0.1"), "listening");
    const client = connect2(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    try {
      const headers = { ":method": "POST", ":path": "/graphql", "content-type": "application/json" };
      const stream = client.request({ ...headers, accept: "text/event-stream", ...names });
      stream.end(body);
      const [received] = (await once(stream, "response")) as [Record<string, unknown>];

      expect(received[":status"]).toBe(status);
      expect((await text(stream)).includes(answer)).toBe(status === 200);
    } finally {
      client.destroy();
      await new Promise((closed) => void server.close(closed));
    }
  });
});
