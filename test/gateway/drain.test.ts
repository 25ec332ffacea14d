import { once } from "node:events";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import { startServer, type ServerOptions } from "../../src/gateway/server.ts";
import { gatewayTo } from "../support/gateway/gateway.ts";
import { json, neverRespond, startUpstream, type Responder } from "../support/upstream/upstream.ts";

/** A server over an upstream, and connections to it that write requests as they like. */
async function open(answer: Responder, options: Partial<ServerOptions> = {}) {
  const upstream = await startUpstream(answer);
  const service = gatewayTo(upstream.url);
  const server = await startServer(service.gateway, { host: "127.0.0.1", port: 0, ...options });
  let stopped: Promise<void> | undefined;
  const stop = () => (stopped ??= Promise.resolve(server[Symbol.asyncDispose]()));
  return {
    upstream,
    requests: service.requests,
    abort: service.abort,
    stop,
    async connect() {
      const socket = connect(Number(new URL(server.url).port), "127.0.0.1");
      await once(socket, "connect");
      return socket;
    },
    async [Symbol.asyncDispose]() {
      await stop();
      // Calls that it never answers end with it.
      await upstream[Symbol.asyncDispose]();
      await service[Symbol.asyncDispose]();
    },
  };
}

function get(path: string): string {
  return `GET ${path} HTTP/1.1\r\nhost: localhost\r\n\r\n`;
}

function post(query: string): string {
  const body = JSON.stringify({ query });
  return `POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`;
}

/** Every answer that came by a connection: its status, what becomes of the connection, its body. */
function answers(received: string): [number, string | undefined, string][] {
  return received
    .split(/(?=HTTP\/1\.1 )/)
    .filter(Boolean)
    .map((answer) => {
      const [head = "", body = ""] = answer.split("\r\n\r\n");
      return [Number(head.slice(9, 12)), /^connection: (.*)$/im.exec(head)?.[1], body];
    });
}

const project = '{ project(projectName: "atlas") { projectName } }';
const atlas = '{"data":{"project":{"projectName":"atlas"}}}';
const answerAtlas = json(200, { RequestId: "R", Project: { ProjectName: "atlas" } });

describe("a server that is stopped", () => {
  it("answers what is on its way on a connection that was idle", async () => {
    await using server = await open(neverRespond);
    const socket = await server.connect();
    socket.write(get("/livez"));
    await once(socket, "data");

    // It is written, and nobody has read it.
    socket.write(post("{ __typename }"));
    const stopped = server.stop();

    expect(answers(await text(socket))).toEqual([[200, "close", '{"data":{"__typename":"Query"}}']]);
    await stopped;
  });

  it("answers the first that a connection asks", async () => {
    await using server = await open(neverRespond);
    const socket = await server.connect();

    socket.write(post("{ __typename }"));
    const stopped = server.stop();

    expect(answers(await text(socket))).toEqual([[200, "close", '{"data":{"__typename":"Query"}}']]);
    await stopped;
  });

  it("answers what is in flight, and closes its connection", async () => {
    await using server = await open((request, response) => {
      void server.stop();
      setImmediate(() => answerAtlas(request, response));
    });
    const socket = await server.connect();

    socket.write(post(project));

    expect(answers(await text(socket))).toEqual([[200, "close", atlas]]);
    await server.stop();
  });

  it("answers all that a client sent at once, and closes after the last", async () => {
    const held: (() => void)[] = [];
    await using server = await open(
      (request, response) => void held.push(() => answerAtlas(request, response)),
    );
    const socket = await server.connect();
    socket.write(post(project));
    await expect.poll(() => held.length).toBe(1);

    const stopped = server.stop();
    socket.write(`${post("{ __typename }")}${get("/readyz")}`, () => held[0]!());

    expect(answers(await text(socket))).toEqual([
      [200, "keep-alive", atlas],
      [200, "keep-alive", '{"data":{"__typename":"Query"}}'],
      [503, "close", "draining"],
    ]);
    await stopped;
  });

  it("says at /readyz that it is, and at /livez that it lives", async () => {
    await using server = await open(neverRespond, { idleMs: 10_000 });
    const sockets = [await server.connect(), await server.connect()];
    const received = sockets.map((socket) => text(socket));

    const stopped = server.stop();
    sockets[0]!.write(get("/readyz"));
    sockets[1]!.write(get("/livez"));

    expect((await Promise.all(received)).map(answers)).toEqual([
      [[503, "close", "draining"]],
      [[200, "close", "ok"]],
    ]);
    // Nobody is connected any more: it waits for no other.
    await stopped;
  });

  it("takes no new connection", async () => {
    await using server = await open(neverRespond, { idleMs: 10_000 });
    const socket = await server.connect();

    const stopped = server.stop();
    await expect
      .poll(() => server.connect().catch(({ code }: { code: string }) => code))
      .toBe("ECONNREFUSED");
    socket.end();
    await stopped;
  });

  it("closes connections that ask for nothing, those also that have been asking", async () => {
    await using server = await open(neverRespond, { idleMs: 10 });
    const [active, silent] = [await server.connect(), await server.connect()];
    active.write(get("/livez"));
    await once(active, "data");

    const closed = [once(active.resume(), "close"), once(silent.resume(), "close")];
    await server.stop();

    expect(await Promise.all(closed)).toEqual([[false], [false]]);
  });

  it("answers what takes too long with what is known of it, and tells of it", async () => {
    await using server = await open(() => {
      void server.stop();
      setTimeout(server.abort, 20);
    });
    const socket = await server.connect();

    socket.write(post('mutation Slow { createProject(input: { projectName: "atlas" }) { requestId } }'));
    const [[status, connection, body] = []] = answers(await text(socket));

    expect([status, connection, JSON.parse(body!)]).toMatchObject([
      200,
      "close",
      {
        errors: [
          {
            message:
              "The answer to CreateProject was lost and its outcome is unknown: look whether it was done before you repeat it.",
            extensions: { code: "UPSTREAM_TIMEOUT" },
          },
        ],
      },
    ]);
    expect(server.requests).toMatchObject([
      { operation: "Slow", status: 200, codes: ["UPSTREAM_TIMEOUT"], failed: { timeout: 2 } },
    ]);
    await server.stop();
  });

  it("answers a read that takes too long with why", async () => {
    await using server = await open(() => {
      void server.stop();
      setTimeout(server.abort, 20);
    });
    const socket = await server.connect();

    socket.write(post(project));
    const [[, , body] = []] = answers(await text(socket));

    expect(JSON.parse(body!)).toMatchObject({
      data: { project: null },
      errors: [{ message: "GetProject was given up: the gateway is being stopped." }],
    });
    expect(server.upstream.requests).toHaveLength(1);
    await server.stop();
  });

  it("cuts off who isn't answered in its time", async () => {
    await using server = await open(() => void server.stop(), { graceMs: 50 });
    const socket = await server.connect();

    socket.write(post(project));

    expect(await text(socket)).toBe("");
    await server.stop();
  });

  it("leaves no timer behind", async () => {
    const before = process.getActiveResourcesInfo().filter((kind) => kind === "Timeout").length;
    {
      await using server = await open(neverRespond);
      await server.stop();
    }

    expect(process.getActiveResourcesInfo().filter((kind) => kind === "Timeout").length).toBe(before);
  });
});
