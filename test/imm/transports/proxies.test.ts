import { describe, expect, it } from "vitest";
import { createImm } from "../../../src/imm/client.ts";
import { createCallStats, type Transport } from "../../../src/imm/transport.ts";
import { fixedCredentials } from "../../../src/imm/transports/credentials.ts";
import { openapiTransport, type Timeouts } from "../../../src/imm/transports/openapi.ts";
import type { Proxies } from "../../../src/network/proxies.ts";
import { startTestGateway, testKey } from "../../support/gateway/gateway.ts";
import { startProxy } from "../../support/upstream/forward-proxy.ts";
import {
  bytes,
  closedPort,
  json,
  neverRespond,
  raw,
  startUpstream,
} from "../../support/upstream/upstream.ts";

const photos = { ProjectName: "atlas", DatasetName: "photos" };

/** What only a proxy can reach: a name that doesn't exist. */
const http = "http://imm.test:8080";
const https = "https://imm.test";

function open(endpoint: string, proxies: Proxies, timeouts?: Timeouts): Transport {
  const credentials = fixedCredentials(testKey);
  return openapiTransport({ endpoint, credentials, proxies, ...(timeouts && { timeouts }) });
}

const connect = (endpoint: string, proxies: Proxies) => createImm({ transport: open(endpoint, proxies) });

/** How a write ends by a way to IMM. */
async function failureOf(way: Transport) {
  await using transport = way;
  const call = {
    action: "CreateDataset",
    params: photos,
    deadline: Infinity,
    stats: createCallStats(),
  } as const;
  const error: unknown = await transport.send(call).catch((reason: unknown) => reason);
  const { message, failure, unsent, httpStatus, cause } = error as Record<string, unknown>;
  return { message, failure, unsent, httpStatus, code: (cause as { code?: unknown } | undefined)?.code };
}

const withPassword = (url: string) => url.replace("//", "//ann:p%40ss@");
const authorization = `Basic ${Buffer.from("ann:p@ss").toString("base64")}`;

describe("a plain HTTP endpoint behind a proxy", () => {
  it("is asked by it, with the proxy's own password, and signed for the endpoint's host", async () => {
    await using service = await startTestGateway();
    await using proxy = await startProxy(service.endpoint);
    await using imm = connect(http, { http: withPassword(proxy.url) });
    const client = imm.for({});

    await client.call("CreateProject", { ProjectName: "atlas" });
    await client.call("CreateDataset", { ...photos, DatasetMaxTotalFileSize: 9007199254740993n });
    const { Dataset } = await client.call("GetDataset", photos);

    expect(Dataset).toMatchObject({ ...photos, DatasetMaxTotalFileSize: 9007199254740993n });
    expect(proxy.requests).toHaveLength(3);
    for (const request of proxy.requests) {
      expect(request).toEqual({
        method: "POST",
        target: expect.stringMatching(/^http:\/\/imm\.test:8080\/\?/) as string,
        authorization,
      });
    }
  });

  it("never sees the proxy's password", async () => {
    await using upstream = await startUpstream(json(200, { RequestId: "R", Dataset: photos }));
    await using proxy = await startProxy(upstream.url);
    await using imm = connect("http://imm.test", { http: proxy.url });

    await imm.for({}).call("GetDataset", photos);

    expect(proxy.requests).toMatchObject([{ authorization: undefined }]);
    expect(upstream.requests).toMatchObject([{ headers: { host: "imm.test" } }]);
  });

  it("has the limits that it has without: of time", async () => {
    await using proxy = await startProxy("http://127.0.0.1:1", () => {});
    const timeouts = { connect: 60_000, headers: 50, body: 50 };

    expect(await failureOf(open(http, { http: proxy.url }, timeouts))).toMatchObject({
      failure: "timeout",
    });
  });

  it("has the limits that it has without: of size", async () => {
    const Dataset = { ...photos, Description: "x".repeat(20e6) };
    await using upstream = await startUpstream(json(200, { RequestId: "R", Dataset }));
    await using proxy = await startProxy(upstream.url);

    expect(await failureOf(open(http, { http: proxy.url }))).toMatchObject({
      failure: "malformed",
      message: "The answer to CreateDataset is larger than 16 MiB.",
    });
  });

  it("has a status where the proxy answers itself", async () => {
    await using upstream = await startUpstream(bytes(502, "<html>"));
    await using proxy = await startProxy(upstream.url);

    expect(await failureOf(open(http, { http: proxy.url }))).toMatchObject({
      failure: "malformed",
      httpStatus: 502,
    });
  });

  it("is not reached if the proxy wants another password", async () => {
    await using proxy = await startProxy("http://127.0.0.1:1", ({ response }) => {
      response!.writeHead(407, { "content-length": 6 }).end("<html>");
    });

    expect(await failureOf(open(http, { http: proxy.url }))).toEqual({
      message: "The connection to the proxy failed during CreateDataset.",
      failure: "unreachable",
      unsent: true,
      httpStatus: undefined,
      code: "PROXY_HTTP_407",
    });
  });
});

describe("a tunnel to an HTTPS endpoint", () => {
  it("is asked for by name, with the proxy's own password", async () => {
    await using proxy = await startProxy("http://127.0.0.1:1", ({ socket }) => void socket.destroy());

    await failureOf(open(https, { https: withPassword(proxy.url) }));

    expect(proxy.requests[0]).toEqual({ method: "CONNECT", target: "imm.test:443", authorization });
  });

  it.each([403, 407, 502])("that the proxy refuses with %i was not sent anything", async (status) => {
    await using proxy = await startProxy("http://127.0.0.1:1", ({ socket }) => {
      socket.end(`HTTP/1.1 ${status} No\r\ncontent-length: 0\r\n\r\n`);
    });

    expect(await failureOf(open(https, { https: proxy.url }))).toEqual({
      message: "The connection to the proxy failed during CreateDataset.",
      failure: "unreachable",
      unsent: true,
      httpStatus: undefined,
      code: `PROXY_HTTP_${status}`,
    });
  });

  it("to a proxy that nobody listens at says so, and was not sent anything", async () => {
    expect(await failureOf(open(https, { https: await closedPort() }))).toMatchObject({
      message: "The connection to the proxy failed during CreateDataset.",
      unsent: true,
      code: "ECONNREFUSED",
    });
  });

  it("that the proxy cuts off was not sent anything", async () => {
    await using proxy = await startProxy("http://127.0.0.1:1", ({ socket }) => void socket.destroy());

    expect(await failureOf(open(https, { https: proxy.url }))).toMatchObject({
      failure: "unreachable",
      unsent: true,
    });
  });

  it("that the proxy never makes is given up in time, and was not sent anything", async () => {
    await using proxy = await startProxy("http://127.0.0.1:1", () => {});
    const timeouts = { connect: 50, headers: 60_000, body: 60_000 };

    expect(await failureOf(open(https, { https: proxy.url }, timeouts))).toMatchObject({
      message: "The proxy did not answer CreateDataset in time.",
      failure: "timeout",
      unsent: true,
      code: "PROXY_TIMEOUT",
    });
  });

  it("is not made if nobody listens where the proxy should be", async () => {
    expect(await failureOf(open(https, { https: await closedPort() }))).toMatchObject({
      failure: "unreachable",
      unsent: true,
      code: "ECONNREFUSED",
    });
  });

  it("that leads to what speaks no TLS fails", async () => {
    await using upstream = await startUpstream(raw("HTTP/1.1 200 OK\r\n\r\n"));
    await using proxy = await startProxy(upstream.url);

    expect(await failureOf(open(https, { https: proxy.url }))).toMatchObject({ failure: "unreachable" });
    expect(upstream.requests).toEqual([]);
  });
});

describe("no proxy", () => {
  const answer = json(200, { RequestId: "R", Dataset: photos });

  it.each([
    ["NO_PROXY names it", { noProxy: "example.com, imm.test" }],
    ["NO_PROXY names its domain", { noProxy: ".test" }],
    ["NO_PROXY names its port too", { noProxy: "imm.test:8080" }],
    ["NO_PROXY names all", { noProxy: "*" }],
    ["NO_PROXY names all among others", { noProxy: "example.com, *" }],
    ["NO_PROXY names it with a last dot", { noProxy: "imm.test." }],
    ["NO_PROXY names it with a last dot and its port", { noProxy: "imm.test.:8080" }],
    ["NO_PROXY names its domain with a star", { noProxy: "*.test" }],
    ["NO_PROXY names it behind a star", { noProxy: "*imm.test" }],
    ["NO_PROXY names it in capitals", { noProxy: "IMM.Test" }],
    ["it is the other protocol's", { https: "http://127.0.0.1:1", http: undefined }],
  ])("is asked for an endpoint if %s", async (_what, settings) => {
    await using upstream = await startUpstream(answer);
    await using proxy = await startProxy(upstream.url);

    const failure = await failureOf(open(http, { http: proxy.url, ...settings }));

    // It can't be found but by the proxy.
    expect(failure).toMatchObject({ unsent: true });
    expect(proxy.requests).toEqual([]);
  });

  it.each([
    ["names another", { noProxy: "example.com" }],
    ["names another port", { noProxy: "imm.test:80" }],
    ["names what ends like it", { noProxy: "mm.test" }],
    ["names what ends like it behind a star", { noProxy: "*mm.test" }],
    ["names blocks of addresses alone", { noProxy: "0.0.0.0/0,::/0" }],
    ["names what is no host", { noProxy: "http://imm.test,imm.*,imm.test:http,." }],
  ])("is left out if NO_PROXY %s", async (_what, settings) => {
    await using upstream = await startUpstream(answer);
    await using proxy = await startProxy(upstream.url);
    await using imm = connect(http, { http: proxy.url, ...settings });

    await imm.for({}).call("GetDataset", photos);

    expect(proxy.requests).toHaveLength(1);
  });

  // It takes a second to give a connection up.
  it.concurrent.each([
    ["imm.test.", "imm.test"],
    ["192.0.2.7", "192.0.2.7"],
    ["192.0.2.7", "192.0.2.7:80"],
    ["192.0.2.7", "192.0.2.0/24"],
    ["[100::7]", "100::7"],
    ["[100::7]", "0100:0::7"],
    ["[100::7]", "[100::7]"],
    ["[100::7]", "[100::7]:80"],
    ["[100::7]", "100::/64"],
  ])("is asked for http://%s if NO_PROXY is %s", async (host, noProxy) => {
    await using proxy = await startProxy("http://127.0.0.1:1", ({ socket }) => void socket.destroy());
    const timeouts = { connect: 50, headers: 50, body: 50 };

    expect(await failureOf(open(`http://${host}`, { http: proxy.url, noProxy }, timeouts))).toMatchObject({
      unsent: true,
    });
    expect(proxy.requests).toEqual([]);
  });

  it.each([
    "localhost.",
    "a.localhost",
    "a.localhost.",
    "a_b.localhost",
    "127.9.9.9",
    "[::1]",
    "[::ffff:127.0.0.1]",
    "0.0.0.0",
    "[::ffff:0.0.0.0]",
    "[::]",
  ])("is asked for what is this machine too: %s", async (host) => {
    await using proxy = await startProxy("http://127.0.0.1:1", ({ socket }) => void socket.destroy());
    const { port } = new URL(await closedPort());

    await failureOf(open(`http://${host}:${port}`, { http: proxy.url }));
    await failureOf(open(`https://${host}:${port}`, { https: proxy.url }));

    expect(proxy.requests).toEqual([]);
  });

  it.each(["127.0.0.1", "localhost"])("is asked for this machine: %s", async (host) => {
    await using upstream = await startUpstream(answer);
    await using proxy = await startProxy("http://127.0.0.1:1", () => {});
    const { port } = new URL(upstream.url);
    await using imm = connect(`http://${host}:${port}`, { http: proxy.url, https: proxy.url });

    await imm.for({}).call("GetDataset", photos);

    expect(proxy.requests).toEqual([]);
  });

  it("is waited for when the client is closed", async () => {
    await using upstream = await startUpstream(neverRespond);
    await using proxy = await startProxy(upstream.url);
    const imm = connect(http, { http: proxy.url });
    const call = imm.for({}).call("GetDataset", photos);
    await expect.poll(() => upstream.requests).toHaveLength(1);

    imm.abort();

    await expect(call).rejects.toMatchObject({ failure: "timeout", endedBy: "stop" });
    await imm[Symbol.asyncDispose]();
  });
});
