import { once } from "node:events";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { createClient } from "graphql-sse";
import { describe, expect, it } from "vitest";
import { startServer } from "../../../src/gateway/server.ts";
import { indexOf, scriptedGateway, waitFor } from "../../support/gateway/scripted-gateway.ts";
import { subscribe } from "../../support/gateway/subscribe.ts";

const a = "oss://photos/a.jpg";

/** A listening gateway over these files. */
async function listen(index = indexOf(), options: Parameters<typeof startServer>[1] | object = {}) {
  const service = scriptedGateway(index.script);
  const server = await startServer(service.gateway, { host: "127.0.0.1", port: 0, ...options });
  let stopped: Promise<void> | undefined;
  const stop = () => (stopped ??= Promise.resolve(server[Symbol.asyncDispose]()));
  return {
    ...{ service, stop, index },
    url: server.url,
    async connect(allowHalfOpen = false) {
      const port = Number(new URL(server.url).port);
      const socket = connect({ port, host: "127.0.0.1", allowHalfOpen });
      await once(socket, "connect");
      return socket;
    },
    async [Symbol.asyncDispose]() {
      await stop();
      await service[Symbol.asyncDispose]();
    },
  };
}

function post(body: object): string {
  const content = JSON.stringify(body);
  return `POST /graphql HTTP/1.1\r\nhost: localhost\r\naccept: text/event-stream\r\ncontent-type: application/json\r\ncontent-length: ${content.length}\r\n\r\n${content}`;
}

describe("a client of a stream", () => {
  it("that vanishes ends it at once", async () => {
    await using server = await listen();
    const stays = await subscribe(server.url, waitFor(a));
    const leaves = await subscribe(server.url, waitFor(a));
    await expect.poll(() => server.service.open).toBe(2);

    await leaves.leave();

    await expect.poll(() => server.service.open, { interval: 1 }).toBe(1);
    expect(server.service.ended).toMatchObject([{ end: "left" }]);
    await stays.leave();
    await expect.poll(() => server.service.open).toBe(0);
    expect(server.service.clock.waiting).toBe(0);
  });

  it.each(["destroy", "resetAndDestroy"] as const)("ends it by how its connection ends: %s", async (how) => {
    await using server = await listen();
    const socket = await server.connect();
    socket.on("error", () => {});
    socket.write(post(waitFor(a)));
    await once(socket, "data");

    socket[how]();

    await expect.poll(() => server.service.open).toBe(0);
    expect(server.service.clock.waiting).toBe(0);
  });

  it("that closes its half of the connection still gets its events", async () => {
    await using server = await listen();
    const socket = await server.connect(true);
    const received = text(socket);
    socket.end(post(waitFor(a)));
    await expect.poll(() => server.service.open).toBe(1);

    server.index.files.set(a, {});
    await server.service.clock.advance(0);

    expect(await received).toMatch(/event: next\n[^]*"uri":"oss:[^]*event: complete/);
  });

  it("is sent a comment now and then, so that nothing between takes the connection for dead", async () => {
    await using server = await listen();
    const socket = await server.connect();
    let received = "";
    socket.setEncoding("utf8").on("data", (part: string) => (received += part));
    socket.write(post(waitFor(a)));

    // Under test the pause is 0.3 seconds instead of 12.
    await expect.poll(() => received.match(/^:$/gm)?.length ?? 0).toBeGreaterThan(2);

    socket.destroy();
  });

  it("may use graphql-sse", async () => {
    await using server = await listen(indexOf([a, {}]));
    const client = createClient({ url: server.url, retryAttempts: 0 });
    const { query, variables } = waitFor(a);
    const events: unknown[] = [];
    const done = (async () => {
      for await (const event of client.iterate({ query, variables })) events.push(event.data);
    })();
    await expect.poll(() => server.service.open).toBe(1);
    await server.service.clock.advance(0);
    await done;

    expect(events).toEqual([{ fileIndexed: { uri: a, objectStatus: "Indexed", fileReason: null } }]);
    client.dispose();
  });
});

describe("a server that is stopped", () => {
  it("completes open streams at once, and answers what it was asked before", async () => {
    const index = indexOf();
    let answer = () => {};
    index.onCall = () => new Promise<void>((resolve) => (answer = resolve));
    await using server = await listen(index, { idleMs: 5_000 });
    const streams = await Promise.all([1, 2, 3].map(() => subscribe(server.url, waitFor(a))));
    await expect.poll(() => server.service.open).toBe(3);
    const query = '{ dataset(projectName: "atlas", datasetName: "photos") { description } }';
    const asked = fetch(server.url, {
      ...{ method: "POST", headers: { "content-type": "application/json" } },
      body: JSON.stringify({ query }),
    });
    await expect.poll(() => server.service.sent.length).toBe(1);

    const began = performance.now();
    const stopped = server.stop();
    for (const stream of streams) expect(await stream.rest()).toEqual([{ event: "complete" }]);
    answer();

    expect(await (await asked).json()).toEqual({ data: { dataset: { description: "Ours." } } });
    await stopped;
    expect(performance.now() - began).toBeLessThan(2_500);
    expect(server.service.ended.map(({ end }) => end)).toEqual(["stopped", "stopped", "stopped"]);
  });

  it("closes the connection of a stream as soon as that is complete", async () => {
    await using server = await listen(indexOf(), { idleMs: 60_000, graceMs: 60_000 });
    const socket = await server.connect();
    const received = text(socket);
    socket.write(post(waitFor(a)));
    await expect.poll(() => server.service.open).toBe(1);

    await server.stop();

    expect(await received).toMatch(/event: complete\ndata:\n\n\r\n0\r\n\r\n$/);
  });
});
