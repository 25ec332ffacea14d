import { once } from "node:events";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import { startServer, type GatewayServer } from "../../../src/gateway/server.ts";
import { gatewayTo } from "../../support/gateway/gateway.ts";

const body = '{"query":"{ __typename }"}';
const event = 'event: next\ndata: {"data":{"__typename":"Query"}}\n\nevent: complete\ndata:\n\n';

function post(accept: string, lines: string, version = "1.1"): string {
  return `POST /graphql HTTP/${version}\r\nhost: localhost\r\naccept: ${accept}\r\n${lines}content-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`;
}

async function open({ url }: GatewayServer) {
  const socket = connect(Number(new URL(url).port), "127.0.0.1");
  await once(socket, "connect");
  return socket;
}

describe.each([
  ["text/event-stream", "event: complete"],
  ["multipart/mixed", '{"data":{"__typename":"Query"}}'],
])("an answer by a stream, %s,", (accept, end) => {
  it("is the last of a connection that its client wants closed", async () => {
    await using service = gatewayTo("http://127.0.0.1:1");
    await using server = await startServer(service.gateway, { host: "127.0.0.1", port: 0 });
    const socket = await open(server);

    socket.write(post(accept, "connection: close\r\n"));
    const received = await text(socket);

    expect(received).toMatch(/^HTTP\/1\.1 200 OK\r\n[^]*\r\nconnection: close\r\n/i);
    expect(received).toContain(end);
    expect(received.match(/^connection:/gim)).toHaveLength(1);
  });

  it("leaves open what its client keeps, until the server is stopped", async () => {
    await using service = gatewayTo("http://127.0.0.1:1");
    const server = await startServer(service.gateway, { host: "127.0.0.1", port: 0, idleMs: 10_000 });
    const socket = await open(server);
    let received = "";
    socket.setEncoding("utf8").on("data", (part: string) => (received += part));

    socket.write(post(accept, ""));
    await expect.poll(() => received).toMatch(/\r\n0\r\n\r\n$/);
    received = "";
    const stopped = server[Symbol.asyncDispose]();
    socket.write(post(accept, ""));
    await once(socket, "end");
    await stopped;

    expect(received).toMatch(/^HTTP\/1\.1 200 OK\r\n[^]*\r\nconnection: close\r\n/i);
  });

  it("isn't in chunks for who speaks HTTP/1.0", async () => {
    await using service = gatewayTo("http://127.0.0.1:1");
    await using server = await startServer(service.gateway, { host: "127.0.0.1", port: 0 });
    const socket = await open(server);

    socket.write(post(accept, "", "1.0"));
    const received = await text(socket);

    expect(received).toContain(end);
    expect(received).not.toMatch(/^transfer-encoding:/im);
  });

  it("is kept by no cache", async () => {
    await using service = gatewayTo("http://127.0.0.1:1");
    await using server = await startServer(service.gateway, { host: "127.0.0.1", port: 0 });
    const init = { method: "POST", headers: { accept, "content-type": "application/json" }, body };

    for (const response of [await fetch(server.url, init), await service.gateway.fetch(server.url, init)]) {
      expect(response.headers.get("cache-control")).toBe("no-store");
      expect(await response.text()).toContain(end);
    }
  });
});

it("tells events as Server-Sent Events are written", async () => {
  await using service = gatewayTo("http://127.0.0.1:1");
  const headers = { accept: "text/event-stream", "content-type": "application/json" };

  const response = await service.gateway.fetch("http://localhost/graphql", { method: "POST", headers, body });

  expect(await response.text()).toBe(`:\n\n${event}`);
});
