import { EventEmitter, once } from "node:events";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import { startServer } from "../../src/gateway/server.ts";
import { gatewayTo } from "../support/gateway/gateway.ts";
import { startUpstream } from "../support/upstream/upstream.ts";

const here = { host: "127.0.0.1", port: 0 };

describe("a server", () => {
  it.each(["localhost:99999", "evil example", "%", "[::1", "evil<script>"])(
    "turns the host %j away without a word",
    async (host) => {
      await using service = gatewayTo("http://127.0.0.1:1");
      await using server = await startServer(service.gateway, here);
      const socket = connect(Number(new URL(server.url).port), here.host);

      socket.end(`GET /graphql?query={__typename} HTTP/1.1\r\nhost: ${host}\r\nconnection: close\r\n\r\n`);
      const [head, body] = (await text(socket)).split("\r\n\r\n");

      expect(head).toMatch(/^HTTP\/1\.1 400 /);
      expect(body).toBe("");
      expect(service.log).toEqual([]);
    },
  );

  it.each(["http://127.0.0.1/graphql", "*", "graphql"])(
    "turns the target %j away without a word",
    async (target) => {
      await using service = gatewayTo("http://127.0.0.1:1");
      await using server = await startServer(service.gateway, here);
      const socket = connect(Number(new URL(server.url).port), here.host);

      socket.end(`OPTIONS ${target} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n`);
      const [head, body] = (await text(socket)).split("\r\n\r\n");

      expect(head).toMatch(/^HTTP\/1\.1 400 /);
      expect(body).toBe("");
      expect(service.log).toEqual([]);
    },
  );

  const post = (url: string, query: string, signal: AbortSignal) =>
    fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query }),
      signal,
    });

  it("cancels what a client reads that leaves, and takes that for no fault", async () => {
    const leaving = new AbortController();
    await using upstream = await startUpstream(() => leaving.abort());
    await using service = gatewayTo(upstream.url);
    await using server = await startServer(service.gateway, here);

    await expect(post(server.url, "{ projects { nodes { id } } }", leaving.signal)).rejects.toThrow(/abort/);
    await upstream.requests[0]!.closed;

    expect(service.log).toEqual([]);
  });

  it("lets what a client writes that leaves run to its end", async () => {
    const leaving = new AbortController();
    const answered = new EventEmitter();
    await using upstream = await startUpstream((_request, response) => {
      leaving.abort();
      response.on("close", () => answered.emit("close", response.writableFinished));
      // Whoever asked is gone by then.
      void request.finally(() => response.end(JSON.stringify({ Project: { ProjectName: "atlas" } })));
    });
    await using service = gatewayTo(upstream.url);
    await using server = await startServer(service.gateway, here);
    const create = 'mutation { createProject(input: { projectName: "atlas" }) { requestId } }';
    const closed = once(answered, "close");
    const request: Promise<unknown> = post(server.url, create, leaving.signal).catch(() => "left");

    expect(await request).toBe("left");
    expect(await closed).toEqual([true]);
    await expect
      .poll(() => service.calls.map(({ action, status }) => [action, status]))
      .toEqual([["CreateProject", 200]]);
  });

  const livez = "GET /livez HTTP/1.1\r\nhost: localhost\r\n\r\n";

  it.each<[number | undefined, string]>([
    [undefined, "75"],
    [120_000, "120"],
  ])("keeps a connection that is idle, and says for how long: %s", async (keepAliveMs, seconds) => {
    await using service = gatewayTo("http://127.0.0.1:1");
    const options = { ...here, ...(keepAliveMs !== undefined && { keepAliveMs }) };
    await using server = await startServer(service.gateway, options);
    const socket = connect(Number(new URL(server.url).port), here.host);

    socket.write(livez);
    const [received] = (await once(socket, "data")) as [Buffer];
    socket.destroy();

    expect(received.toString()).toMatch(new RegExp(`\r\nkeep-alive: timeout=${seconds}\r\n`, "i"));
  });

  it("closes a connection that was idle for as long", async () => {
    await using service = gatewayTo("http://127.0.0.1:1");
    await using server = await startServer(service.gateway, { ...here, keepAliveMs: 20 });
    const socket = connect(Number(new URL(server.url).port), here.host);

    socket.write(livez);

    expect(await text(socket)).toMatch(/\r\n\r\nok$/);
  });

  it("doesn't wait for a connection that is idle when it is stopped", async () => {
    await using service = gatewayTo("http://127.0.0.1:1");
    const server = await startServer(service.gateway, { ...here, keepAliveMs: 1_000_000 });
    const socket = connect(Number(new URL(server.url).port), here.host);
    socket.write(livez);
    const received = text(socket);
    await fetch(new URL("/livez", server.url));

    await server[Symbol.asyncDispose]();

    expect(await received).toMatch(/\r\n\r\nok$/);
  });
});
