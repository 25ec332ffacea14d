import { serverAudits } from "graphql-http";
import { describe, expect, it } from "vitest";
import { gatewayTo } from "../../support/gateway/gateway.ts";
import { startSeededGateway } from "../../support/gateway/seeded-gateway.ts";

const preflighted = { "apollo-require-preflight": "true" };

describe("GraphQL over HTTP", () => {
  const audits = serverAudits({ url: "http://localhost/graphql" });

  it("is audited whole", () => {
    expect(audits).toHaveLength(61);
  });

  it.each(audits)("$name", async ({ id }) => {
    await using service = gatewayTo("http://127.0.0.1:1");
    const audit = serverAudits({
      url: "http://localhost/graphql",
      fetchFn: (url: string, init: RequestInit = {}) =>
        service.gateway.fetch(url, { ...init, headers: { ...init.headers, ...preflighted } }),
    }).find((candidate) => candidate.id === id)!;

    expect(await audit.fn()).toMatchObject({ status: "ok" });
  });
});

const create =
  'mutation { createDataset(input: { projectName: "atlas", datasetName: "stolen" }) { requestId } }';

describe("a page of another origin", () => {
  const elsewhere = { origin: "https://evil.example", "sec-fetch-site": "cross-site" };

  it.each([
    "text/plain",
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
    "application/graphql",
    "",
  ])("can't write by a POST of %j, which a browser sends without asking", async (type) => {
    await using service = await startSeededGateway();

    const response = await service.gateway.fetch("http://localhost/graphql", {
      method: "POST",
      headers: { ...elsewhere, ...(type && { "content-type": type }) },
      body: new TextEncoder().encode(JSON.stringify({ query: create })),
    });

    expect(response.status).toBe(415);
    expect(service.calls).toEqual([]);
  });

  it("is not allowed the POST of JSON that its browser asks for", async () => {
    await using service = await startSeededGateway();

    const response = await service.gateway.fetch("http://localhost/graphql", {
      method: "OPTIONS",
      headers: {
        ...elsewhere,
        "access-control-request-method": "POST",
        "access-control-request-headers": "content-type",
      },
    });

    expect(response.status).toBe(405);
    expect([...response.headers.keys()].filter((name) => name.startsWith("access-control-"))).toEqual([]);
  });

  it.each([
    [400, {}],
    [405, preflighted],
  ])("can't write by GET: %d with %j", async (status, headers) => {
    await using service = await startSeededGateway();

    const response = await service.gateway.fetch(
      `http://localhost/graphql?query=${encodeURIComponent(create)}`,
      { headers: { ...elsewhere, ...headers } },
    );

    expect(response.status).toBe(status);
    expect(service.calls).toEqual([]);
  });

  it("isn't let to read what a GET answers", async () => {
    await using service = await startSeededGateway();

    const response = await service.gateway.fetch("http://localhost/graphql?query={__typename}", {
      headers: { ...elsewhere, ...preflighted },
    });

    expect(response.status).toBe(200);
    expect(response.headers.has("access-control-allow-origin")).toBe(false);
  });

  it.each([
    "evil.example",
    "evil.example:4000",
    "localhost.evil.example",
    "127.0.0.1.evil.example",
    "10.0.0.1",
    "evil.localhost.example",
    "evil-localhost",
    "localhost.evil",
    "localhost..",
    ".localhost",
    "localhost@evil.example",
    "localhost,evil.example",
    "[::1].evil",
    "[::1]evil:4000",
    "[::2]:4000",
    "[::ffff:10.0.0.1]",
    "[::127.0.0.1]",
    "[localhost]",
    "[127.0.0.1]",
    "::1",
    "128.0.0.1",
    "127.0.0.256",
    "127.0.0.01",
    "127.1",
    "0x7f.1",
    "2130706433",
    "0",
    "0.0.0.0",
  ])("can't call by a name of its own, %s, that it points at this machine", async (host) => {
    await using service = await startSeededGateway();

    const response = await service.gateway.fetch("http://localhost/graphql", {
      method: "POST",
      headers: { host, "content-type": "application/json" },
      body: JSON.stringify({ query: create }),
    });

    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: "FORBIDDEN" } }] });
    expect(service.calls).toEqual([]);
  });
});

describe("a request from this machine", () => {
  it.each([
    "localhost",
    "localhost:4000",
    "LOCALHOST:4000",
    "localhost.",
    "localhost.:4000",
    "127.0.0.1:4000",
    "127.0.0.1:",
    "127.1.2.3",
    "[::1]",
    "[::1]:4000",
    "[0:0:0:0:0:0:0:1]:4000",
    "[::ffff:127.0.0.1]:4000",
    "[::ffff:7f00:1]:4000",
    "imm.localhost",
    "imm.localhost.:4000",
  ])("may name it %s", async (host) => {
    await using service = gatewayTo("http://127.0.0.1:1");

    const response = await service.gateway.fetch("http://localhost/graphql", {
      method: "POST",
      headers: { host, "content-type": "application/json; charset=utf-8" },
      body: '{"query":"{ __typename }"}',
    });

    expect(await response.json()).toEqual({ data: { __typename: "Query" } });
  });

  it("can't send several operations at once", async () => {
    await using service = gatewayTo("http://127.0.0.1:1");

    const response = await service.gateway.fetch("http://localhost/graphql", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: '[{"query":"{ __typename }"},{"query":"{ __typename }"}]',
    });

    expect(response.status).toBe(400);
  });

  it("gets nothing at another path", async () => {
    await using service = gatewayTo("http://127.0.0.1:1");

    expect((await service.gateway.fetch("http://localhost/")).status).toBe(404);
  });
});
