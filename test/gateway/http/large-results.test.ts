import { once } from "node:events";
import { request, type IncomingMessage } from "node:http";
import { buffer } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import { startServer } from "../../../src/gateway/server.ts";
import { gatewayTo } from "../../support/gateway/gateway.ts";
import { json, RequestId, startUpstream } from "../../support/upstream/upstream.ts";

const query = '{ datasets(projectName: "atlas", first: 200) { nodes { datasetName description } } }';
const body = JSON.stringify({ query });

const descriptions = [
  ["Latin-1", `Photos of the atlas, ${"as they were taken ".repeat(40)}`],
  ["Chinese", `地图集 😀 },{ ${"照片".repeat(300)}`],
] as const;

/** A gateway over an IMM whose projects have 200 datasets. */
async function open(description: string) {
  const Datasets = Array.from({ length: 200 }, (_, index) => ({
    ProjectName: "atlas",
    DatasetName: `dataset-${index}`,
    Description: description,
  }));
  const upstream = await startUpstream(json(200, { RequestId, Datasets, NextToken: "" }));
  const service = gatewayTo(upstream.url);
  return {
    ...service,
    nodes: Datasets.map(({ DatasetName }) => ({ datasetName: DatasetName, description })),
    async [Symbol.asyncDispose]() {
      await service[Symbol.asyncDispose]();
      await upstream[Symbol.asyncDispose]();
    },
  };
}

/** Posts by a connection, and what came back: its head, and its body's bytes. */
async function post(url: string, headers: Record<string, string> = {}) {
  const sending = request(url, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
  });
  sending.end(body);
  const [response] = (await once(sending, "response")) as [IncomingMessage];
  return { headers: response.headers, bytes: await buffer(response) };
}

describe.each(descriptions)("a page of 200 in %s", (_name, description) => {
  it("is JSON with its length, whatever type of it is accepted", async () => {
    await using service = await open(description);
    await using server = await startServer(service.gateway, { host: "127.0.0.1", port: 0 });

    for (const accept of ["application/json", "application/graphql-response+json"]) {
      const { headers, bytes } = await post(server.url, { accept });

      expect(headers["content-type"]).toBe(`${accept}; charset=utf-8`);
      expect(headers["content-length"]).toBe(String(bytes.length));
      const answer = JSON.stringify({ data: { datasets: { nodes: service.nodes } } });
      expect(bytes.length).toBeGreaterThan(131_072);
      expect(bytes.equals(Buffer.from(answer))).toBe(true);
    }
  });

  it("is the same in a stream and in parts", async () => {
    await using service = await open(description);
    await using server = await startServer(service.gateway, { host: "127.0.0.1", port: 0 });
    const answer = JSON.stringify({ data: { datasets: { nodes: service.nodes } } });

    const stream = await post(server.url, { accept: "text/event-stream" });
    const parts = await post(server.url, { accept: "multipart/mixed" });

    expect(stream.bytes.toString().split("\n").includes(`data: ${answer}`)).toBe(true);
    const part = `Content-Length: ${Buffer.byteLength(answer)}\r\n\r\n${answer}\r\n`;
    expect(parts.bytes.includes(Buffer.from(part))).toBe(true);
  });

  it("is a Response like any other without a server", async () => {
    await using service = await open(description);
    const send = () =>
      service.gateway.fetch("http://localhost/graphql", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body,
      });

    const response = await send();

    const text = await response.text();
    expect(response.headers.get("content-length")).toBe(String(Buffer.byteLength(text)));
    expect(JSON.parse(text)).toEqual({ data: { datasets: { nodes: service.nodes } } });
    expect(await (await send()).json()).toEqual(JSON.parse(text));
    const { body: stream } = await send();
    expect((await buffer(stream as never)).toString() === text).toBe(true);
  });

  it("may be twice in an answer, with the calls that it took", async () => {
    await using service = await open(description);
    const twice = query.replace("nodes", "again: nodes { datasetName description } nodes");

    const response = await service.gateway.fetch("http://localhost/graphql", {
      method: "POST",
      headers: { "content-type": "application/json", "x-imm-trace-calls": "1" },
      body: JSON.stringify({ query: twice }),
    });

    const text = await response.text();
    const { data, extensions } = JSON.parse(text) as {
      data: { datasets: unknown };
      extensions: { imm: { calls: unknown[] } };
    };
    expect(data.datasets).toEqual({ again: service.nodes, nodes: service.nodes });
    expect(extensions.imm.calls).toHaveLength(1);
    expect(response.headers.get("content-length")).toBe(String(Buffer.byteLength(text)));
  });
});
