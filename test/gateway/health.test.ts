import { once } from "node:events";
import { request, type IncomingMessage } from "node:http";
import { text } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import { startServer } from "../../src/gateway/server.ts";
import { gatewayTo } from "../support/gateway/gateway.ts";

async function open(problem?: () => string | undefined) {
  // Whoever sends credentials is turned away, and so is who sends none.
  const service = gatewayTo("http://127.0.0.1:1", { authenticate: () => undefined });
  const server = await startServer(service.gateway, {
    host: "127.0.0.1",
    port: 0,
    ...(problem && { problem }),
  });
  const { hostname, port } = new URL(server.url);
  return {
    service,
    async ask(method: string, path: string, headers: Record<string, string> = {}) {
      const outgoing = request({ hostname, port, method, path, headers, agent: false }).end();
      const [response] = (await once(outgoing, "response")) as [IncomingMessage];
      return { status: response.statusCode, headers: response.headers, body: await text(response) };
    },
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]();
      await service[Symbol.asyncDispose]();
    },
  };
}

describe("a probe", () => {
  it.each(["/livez", "/readyz", "/livez/", "/readyz?x=1", "/livez/?", "/readyz/?a=/b#c"])(
    "is answered at %s, whoever asks and by whatever name",
    async (path) => {
      await using server = await open();

      for (const host of ["localhost", "gateway.example.com", "evil example"]) {
        expect(await server.ask("GET", path, { host })).toMatchObject({
          status: 200,
          headers: {
            "content-type": "text/plain; charset=utf-8",
            "content-length": "2",
            "cache-control": "no-store",
          },
          body: "ok",
        });
      }
      expect(await server.ask("HEAD", path)).toMatchObject({ status: 200, body: "" });
      expect(server.service.log).toEqual([]);
      expect(server.service.requests).toEqual([]);
    },
  );

  it("says at /readyz why no requests should come, while there is a reason", async () => {
    let reason: string | undefined = "測 is gone";
    await using server = await open(() => reason);

    expect(await server.ask("GET", "/readyz")).toMatchObject({ status: 503, body: "測 is gone" });
    expect(await server.ask("HEAD", "/readyz")).toMatchObject({ status: 503, body: "" });
    expect(await server.ask("GET", "/livez")).toMatchObject({ status: 200, body: "ok" });
    reason = undefined;
    expect(await server.ask("GET", "/readyz")).toMatchObject({ status: 200, body: "ok" });
  });

  it.each(["POST", "PUT", "DELETE", "OPTIONS"])("can't be made by %s", async (method) => {
    await using server = await open();

    expect(await server.ask(method, "/livez")).toMatchObject({
      status: 405,
      headers: { allow: "GET, HEAD" },
      body: "",
    });
  });

  it.each(["/livez//", "//livez", "/livezx", "/readyz#", "/LIVEZ", "/graphql/livez", "/health", "/nowhere"])(
    "isn't answered at %s, nor is anything else",
    async (path) => {
      await using server = await open();

      expect((await server.ask("GET", path, { "apollo-require-preflight": "1" })).status).toBe(401);
    },
  );
});
