import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { text } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import { startServer } from "../../src/gateway/server.ts";
import { gatewayTo } from "../support/gateway/gateway.ts";
import { json, neverRespond, startUpstream, type Responder } from "../support/upstream/upstream.ts";

const body = JSON.stringify({ query: '{ project(projectName: "atlas") { projectName } }' });
const atlas = '{"data":{"project":{"projectName":"atlas"}}}';
const answerAtlas = json(200, { RequestId: "R", Project: { ProjectName: "atlas" } });

function post(lines = "", version = "1.1"): string {
  return `POST /graphql HTTP/${version}\r\nhost: localhost\r\n${lines}content-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`;
}

async function open(answer: Responder) {
  const upstream = await startUpstream(answer);
  const service = gatewayTo(upstream.url);
  const server = await startServer(service.gateway, { host: "127.0.0.1", port: 0 });
  return {
    upstream,
    service,
    async connect(): Promise<Socket> {
      const socket = connect({
        port: Number(new URL(server.url).port),
        host: "127.0.0.1",
        allowHalfOpen: true,
      });
      await once(socket, "connect");
      return socket;
    },
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]();
      await upstream[Symbol.asyncDispose]();
      await service[Symbol.asyncDispose]();
    },
  };
}

const final = (received: string) => received.replaceAll("HTTP/1.1 100 Continue\r\n\r\n", "");

describe("a client that closes its half of the connection after its request", () => {
  it.each(["", "connection: close\r\n", "connection: keep-alive\r\n"])(
    "is answered, and the connection closed: %j",
    async (lines) => {
      await using server = await open(answerAtlas);
      const socket = await server.connect();

      socket.end(post(lines));
      const received = final(await text(socket));

      expect(received).toMatch(/^HTTP\/1\.1 200 OK\r\n[^]*\r\nconnection: close\r\n/i);
      expect(received).toContain(atlas);
      expect(server.service.requests).toMatchObject([{ status: 200 }]);
      expect(server.service.requests[0]).not.toHaveProperty("left");
    },
  );

  it.each(["1.0", "1.1"])("is answered once IMM answers, by HTTP/%s", async (version) => {
    const held: (() => void)[] = [];
    await using server = await open(
      (request, response) => void held.push(() => answerAtlas(request, response)),
    );
    const socket = await server.connect();
    const received = text(socket);

    socket.write(post("", version));
    await expect.poll(() => held.length).toBe(1);
    await new Promise<void>((done) => void socket.end(done));
    // By then the server has heard it.
    const other = await server.connect();
    other.end("GET /livez HTTP/1.1\r\nhost: localhost\r\n\r\n");
    await text(other);
    held[0]!();

    expect(final(await received)).toMatch(/^HTTP\/1\.1 200 OK\r\n[^]*"projectName":"atlas"/);
  });

  it("is answered all that it sent at once", async () => {
    await using server = await open(answerAtlas);
    const socket = await server.connect();

    socket.end(`${post()}${post()}`);

    expect((await text(socket)).match(/"projectName":"atlas"/g)).toHaveLength(2);
  });

  it("is answered by a stream of events", async () => {
    await using server = await open(answerAtlas);
    const socket = await server.connect();

    socket.end(post("accept: text/event-stream\r\n"));

    expect(await text(socket)).toMatch(
      /\r\nconnection: close\r\n[^]*event: next\ndata: \{"data"[^]*event: complete/i,
    );
  });

  it("gets no answer to a request that isn't whole", async () => {
    await using server = await open(answerAtlas);
    const socket = await server.connect();

    socket.end(post().slice(0, -1));

    expect(await text(socket)).toMatch(/^HTTP\/1\.1 400 /);
    expect(server.upstream.requests).toEqual([]);
  });
});

describe("a client that leaves before its answer", () => {
  it.each(["", "connection: close\r\n", "connection: keep-alive\r\n"])(
    "is waited for no longer, whatever it wanted of its connection: %j",
    async (lines) => {
      await using server = await open(neverRespond);
      const socket = await server.connect();
      socket.write(post(lines));
      await expect.poll(() => server.upstream.requests.length).toBe(1);

      socket.destroy();
      await server.upstream.requests[0]!.closed;

      await expect.poll(() => server.service.requests).toMatchObject([{ left: true }]);
      expect(server.service.log).toEqual([]);
    },
  );
});
