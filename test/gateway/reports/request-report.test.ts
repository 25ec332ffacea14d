import { connect } from "node:net";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import type { Authenticate } from "../../../src/gateway/callers/authenticate.ts";
import { readExplorer } from "../../../src/gateway/explorer/explorer-files.ts";
import type { RequestReport } from "../../../src/gateway/reports/request-report.ts";
import { startServer } from "../../../src/gateway/server.ts";
import { gatewayTo, type TestGatewayOptions } from "../../support/gateway/gateway.ts";
import { times } from "../../support/gateway/post.ts";
import { json, startUpstream, type Responder } from "../../support/upstream/upstream.ts";

const byHeader: Authenticate = ({ headers }) => {
  const name = headers.get("authorization");
  if (name === "nobody can tell") throw new Error("no database");
  return name ? { name, roles: [] } : undefined;
};

const answerProject: Responder = json(200, { RequestId: "R-1", Project: { ProjectName: "atlas" } });

/** A gateway over an upstream, with what it told of its requests. */
async function open(answer: Responder = answerProject, options: TestGatewayOptions = {}) {
  const upstream = await startUpstream(answer);
  const reports: RequestReport[] = [];
  const service = gatewayTo(upstream.url, {
    authenticate: byHeader,
    onRequest: (report) => void reports.push(report),
    ...options,
  });
  return {
    ...service,
    upstream,
    reports,
    post: (query: string, headers: Record<string, string> = {}, more: object = {}) =>
      service.gateway.fetch("http://localhost/graphql", {
        method: "POST",
        headers: { "content-type": "application/json", authorization: "ann", ...headers },
        body: JSON.stringify({ query, ...more }),
      }),
    async [Symbol.asyncDispose]() {
      await upstream[Symbol.asyncDispose]();
      await service[Symbol.asyncDispose]();
    },
  };
}

const project = 'query Atlas { project(projectName: "atlas") { projectName createTime } }';

describe("the report of a request", () => {
  it("tells what it ran, for whom, at which cost and by which calls", async () => {
    await using service = await open();
    const before = Date.now();

    await service.post(project, { traceparent: "00-trace", tracestate: "a=b" });

    const number = expect.any(Number) as number;
    expect(service.reports).toEqual([
      {
        startedAt: number,
        left: false,
        failed: false,
        ms: number,
        status: 200,
        caller: "ann",
        operation: { name: "Atlas", type: "query", startedAt: number, ms: number },
        cost: 53,
        calls: [service.calls[0]],
        codes: [],
        limits: [],
        traceparent: "00-trace",
        tracestate: "a=b",
      },
    ]);
    const [{ startedAt, ms, operation }] = service.reports as [RequestReport];
    expect(startedAt).toBeGreaterThanOrEqual(before);
    expect(operation!.startedAt).toBeGreaterThanOrEqual(startedAt);
    expect(operation!.ms).toBeLessThanOrEqual(ms);
  });

  it("keeps its calls in the order in which they were made, also where nobody may ask for them", async () => {
    await using service = await open(
      (request, response) =>
        json(200, { RequestId: "R", Project: { ProjectName: request.query["ProjectName"] } })(
          request,
          response,
        ),
      { traceCalls: false },
    );
    const fields = times(3, (index) => `p${index}: project(projectName: "p-${index}") { createTime }`);

    const response = await service.post(`{ ${fields} }`, { "x-imm-trace-calls": "1" });

    expect(await response.json()).not.toHaveProperty("extensions");
    expect(service.reports[0]!.calls.map(({ params }) => params)).toEqual([
      { ProjectName: "p-0" },
      { ProjectName: "p-1" },
      { ProjectName: "p-2" },
    ]);
  });

  const small = { bodyBytes: 2000, tokens: 100, variables: 1, cost: 120 };
  const form = { "content-type": "application/x-www-form-urlencoded" };

  it.each<[string, Partial<RequestReport>, string, Record<string, string>?, object?]>([
    [
      "no credentials",
      { status: 401, caller: undefined, codes: ["UNAUTHENTICATED"] },
      project,
      { authorization: "" },
    ],
    [
      "credentials that can't be judged",
      { status: 503, caller: undefined, codes: ["UPSTREAM_UNAVAILABLE"] },
      project,
      { authorization: "nobody can tell" },
    ],
    [
      "what a page can send unasked",
      { status: 415, caller: undefined, codes: ["BAD_REQUEST"] },
      project,
      form,
    ],
    [
      "a body of too many bytes",
      { status: 413, codes: ["OPERATION_TOO_LARGE"], limits: ["bodyBytes"] },
      `# ${"x".repeat(2000)}\n${project}`,
    ],
    ["what can't be parsed", { status: 200, codes: ["GRAPHQL_PARSE_FAILED"] }, "{"],
    ["what isn't valid", { status: 200, codes: ["GRAPHQL_VALIDATION_FAILED"] }, "{ nothing }"],
    [
      "a document of too many tokens",
      { status: 200, codes: ["OPERATION_TOO_LARGE"], limits: ["tokens"] },
      `{ ${times(100, () => "__typename")} }`,
    ],
    [
      "too many variables",
      { status: 200, codes: ["OPERATION_TOO_LARGE"], limits: ["variables"] },
      "query Many { __typename }",
      {},
      { variables: { a: 1, b: 2 } },
    ],
    [
      "too high a cost",
      { status: 200, cost: 156, codes: ["OPERATION_TOO_LARGE"], limits: ["cost"] },
      `{ ${times(3, (index) => `p${index}: project(projectName: "p-${index}") { createTime }`)} }`,
    ],
    [
      "a value that isn't allowed",
      { status: 200, codes: ["BAD_USER_INPUT"] },
      '{ project(projectName: "") { id } }',
    ],
    [
      "an operation that isn't there",
      { status: 400, codes: ["OPERATION_RESOLUTION_FAILURE"] },
      project,
      {},
      { operationName: "Other" },
    ],
    ["nothing to run", { status: 200, codes: ["GRAPHQL_PARSE_FAILED"] }, ""],
  ])("tells once of %s", async (_what, expected, query, headers, more) => {
    await using service = await open(answerProject, { limits: small });

    const response = await service.post(query, headers, more);

    expect(response.status).toBe(expected.status);
    expect(service.reports).toHaveLength(1);
    expect(service.reports[0]).toMatchObject({ limits: [], calls: [], caller: "ann", ...expected });
    expect(service.requests).toHaveLength(1);
  });

  it("tells once of a host that isn't this machine, and not of another address", async () => {
    await using service = await open(answerProject, { authenticate: undefined });

    await service.gateway.fetch("http://gateway.example.com/graphql");
    await service.gateway.fetch("http://localhost/nowhere", { headers: { "apollo-require-preflight": "1" } });

    expect(service.reports.map(({ status, caller, codes }) => [status, caller, codes])).toEqual([
      [403, undefined, ["FORBIDDEN"]],
    ]);
  });

  it.each(["/api/graphql", "/graphql/", "//graphql"])("tells of what runs at %s too", async (path) => {
    await using service = await open();

    const response = await service.gateway.fetch(`http://localhost${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: "ann" },
      body: JSON.stringify({ query: project }),
    });

    expect(response.status).toBe(200);
    expect(service.reports).toMatchObject([{ operation: { name: "Atlas" } }]);
  });

  it("tells once of a body that isn't JSON", async () => {
    await using service = await open();

    await service.gateway.fetch("http://localhost/graphql", {
      method: "POST",
      headers: { "content-type": "application/json", authorization: "ann" },
      body: "{",
    });

    expect(service.reports.map(({ status, codes }) => [status, codes])).toEqual([[400, ["BAD_REQUEST"]]]);
  });

  it("tells once of a caller who asks too often", async () => {
    await using service = await open(answerProject, { rateLimit: { requests: 1, seconds: 60 } });

    await service.post("{ __typename }");
    await service.post("{ __typename }");

    expect(
      service.reports.map(({ status, caller, codes, limits }) => [status, caller, codes, limits]),
    ).toEqual([
      [200, "ann", [], []],
      [429, "ann", ["THROTTLED"], ["rate"]],
    ]);
  });

  it("has each code of its errors once, of masked ones too", async () => {
    const fails = json(500, { RequestId: "R", Code: "InternalError", Message: "No." });
    await using service = await open(fails, {
      trustedDocuments: undefined,
      clock: {
        // A bug, wherever the client looks at it.
        now: () => {
          throw new Error("no clock");
        },
        elapsed: () => 0,
        after: () => () => {},
      },
    });

    await service.post(
      '{ a: project(projectName: "a") { createTime } b: project(projectName: "b") { createTime } }',
    );

    expect(service.reports.map(({ status, codes }) => [status, codes])).toEqual([
      [200, ["INTERNAL_SERVER_ERROR"]],
    ]);
  });

  it("tells neither of the explorer nor of what a browser asks before a request", async () => {
    const explorer = await readExplorer(pathToFileURL("dist/explorer/"), { region: "x", endpoint: "y" });
    await using service = await open(answerProject, { explorer, corsOrigins: ["https://app.example.com"] });
    const ask = async (path: string, init: RequestInit) =>
      (await service.gateway.fetch(`http://localhost${path}`, init)).status;
    const html = { headers: { accept: "text/html" } };
    const preflight = {
      method: "OPTIONS",
      headers: { origin: "https://app.example.com", "access-control-request-method": "POST" },
    };

    expect([
      await ask("/graphql", html),
      await ask("/", html),
      await ask("/explorer/assets/none.js", {}),
      await ask("/graphql", preflight),
    ]).toEqual([200, 302, 404, 204]);
    expect(service.reports).toEqual([]);
  });

  it("tells once of a client that left", async () => {
    const leaving = new AbortController();
    await using service = await open(() => leaving.abort());
    await using server = await startServer(service.gateway, { host: "127.0.0.1", port: 0 });

    const response = fetch(server.url, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: "ann" },
      body: JSON.stringify({ query: project }),
      signal: leaving.signal,
    });

    await expect(response).rejects.toThrow(/abort/);
    await expect.poll(() => service.reports.length).toBe(1);
    expect(service.reports).toMatchObject([
      {
        caller: "ann",
        operation: { name: "Atlas" },
        calls: [{ action: "GetProject", outcome: "cancelled" }],
        left: true,
        failed: true,
        codes: [],
      },
    ]);
    expect(service.log).toEqual([]);
  });

  it("tells how a write ended whose client left, and logs its failure", async () => {
    let answerIt = () => {};
    let called = () => {};
    const isCalled = new Promise<void>((resolve) => (called = resolve));
    await using service = await open((request, response) => {
      answerIt = () => json(500, { RequestId: "R", Code: "InternalError" })(request, response);
      called();
    });
    await using server = await startServer(service.gateway, { host: "127.0.0.1", port: 0 });
    const body = JSON.stringify({
      query: 'mutation { createProject(input: { projectName: "atlas" }) { requestId } }',
    });
    const head = [
      ...["POST /graphql HTTP/1.1", "host: localhost", "authorization: ann"],
      ...["content-type: application/json", `content-length: ${body.length}`, "", body],
    ];

    const client = connect(Number(new URL(server.url).port), "127.0.0.1");
    client.write(head.join("\r\n"));
    await isCalled;
    // What only closes may still read its answer.
    client.resetAndDestroy();
    // By then the server has heard it.
    await fetch(new URL("/livez", server.url));
    answerIt();

    await expect.poll(() => service.reports.length).toBe(1);
    expect(service.reports).toMatchObject([
      { left: true, failed: true, codes: ["UPSTREAM_ERROR"], calls: [{ outcome: "refused" }] },
    ]);
    expect(service.log).toEqual([expect.stringContaining("CreateProject failed.")]);
  });

  it.each<[string, TestGatewayOptions["onRequest"]]>([
    [
      "throws",
      () => {
        throw new Error("The teller failed.");
      },
    ],
    ["rejects", (async () => Promise.reject(new Error("The teller failed."))) as () => void],
  ])("is lost where who is told %s, and the answer isn't", async (_how, onRequest) => {
    await using service = await open(answerProject, { onRequest });

    const response = await service.post("{ __typename }");

    expect(await response.json()).toEqual({ data: { __typename: "Query" } });
    expect(service.log).toEqual([expect.stringContaining("The teller failed.")]);
    expect(service.requests).toHaveLength(1);
  });
});
