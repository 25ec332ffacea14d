import { describe, expect, it } from "vitest";
import {
  gatewayTo,
  startTestGateway,
  type TestGateway,
  type TestGatewayOptions,
} from "../../support/gateway/gateway.ts";

const app = "https://app.example.com";
const other = "http://localhost:5173";

const headersOf = ({ headers }: Response) =>
  Object.fromEntries([...headers].map(([name, value]) => [name.toLowerCase(), value]));
const corsHeadersOf = ({ headers }: Response) =>
  [...headers.keys()].filter((name) => /^access-control-/i.test(name));

const preflight = ({ gateway }: TestGateway, origin: string, path = "/graphql") =>
  gateway.fetch(`http://localhost${path}`, {
    method: "OPTIONS",
    headers: {
      origin,
      "access-control-request-method": "POST",
      "access-control-request-headers": "authorization,content-type,x-else",
    },
  });

const post = ({ gateway }: TestGateway, headers: Record<string, string>, query = "{ __typename }") =>
  gateway.fetch("http://localhost/graphql", {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify({ query }),
  });

const open = (options: TestGatewayOptions = { corsOrigins: [app, other] }) =>
  gatewayTo("http://127.0.0.1:1", options);

describe("a page of a listed origin", () => {
  it.each([app, other])("is told what it may send, and for how long that holds: %s", async (origin) => {
    await using service = open();

    const response = await preflight(service, origin);

    expect([response.status, await response.text()]).toEqual([204, ""]);
    expect(headersOf(response)).toEqual({
      "access-control-allow-headers":
        "content-type, authorization, apollo-require-preflight, x-apollo-operation-name, x-imm-trace-calls, x-imm-cost",
      "access-control-allow-methods": "GET, POST",
      "access-control-allow-origin": origin,
      "access-control-expose-headers": "retry-after",
      "access-control-max-age": "7200",
      "cache-control": "no-store",
      "content-length": "0",
      vary: "Origin",
    });
  });

  it("may read answers, and shows no cookie", async () => {
    await using service = open({ corsOrigins: [app] });

    const response = await post(service, { origin: app });

    expect(await response.json()).toEqual({ data: { __typename: "Query" } });
    expect(headersOf(response)).toMatchObject({ "access-control-allow-origin": app, vary: "Origin" });
    expect(response.headers.has("access-control-allow-credentials")).toBe(false);
  });

  it("leaves nothing of itself in what others are refused with", async () => {
    await using service = open({ corsOrigins: [app], authenticate: () => undefined });

    expect(corsHeadersOf(await post(service, { origin: app }))).toContain("access-control-allow-origin");
    const refused = await post(service, { origin: "https://evil.example" });

    expect([refused.status, corsHeadersOf(refused)]).toEqual([401, []]);
  });

  it.each<[number, TestGatewayOptions]>([
    [401, { authenticate: () => undefined }],
    [413, { limits: { bodyBytes: 1 } }],
    [429, { rateLimit: { requests: 1, seconds: 60 } }],
  ])("may read that it was turned away: %d", async (status, options) => {
    await using service = open({ corsOrigins: [app], ...options });

    await post(service, { origin: app });
    const response = await post(service, { origin: app });

    expect(response.status).toBe(status);
    expect(headersOf(response)).toMatchObject({ "access-control-allow-origin": app, vary: "Origin" });
    expect((await response.json()) as object).toHaveProperty("errors");
  });

  it.each([
    [415, "POST", "/graphql", { "content-type": "text/plain" }],
    [400, "GET", "/graphql?query={__typename}", {}],
    [405, "PUT", "/graphql", {}],
    [404, "GET", "/elsewhere", {}],
    [400, "POST", "/graphql", { "content-type": "application/json" }],
  ])("may read why it was refused: %d", async (status, method, path, headers) => {
    await using service = open();

    const response = await service.gateway.fetch(`http://localhost${path}`, {
      method,
      headers: { origin: app, ...headers },
      ...(method === "POST" && { body: new TextEncoder().encode("{") }),
    });

    expect(response.status).toBe(status);
    expect(headersOf(response)).toMatchObject({
      "access-control-allow-origin": app,
      "access-control-expose-headers": "retry-after",
      vary: "Origin",
    });
  });

  it("isn't let in by another name of this machine, and may read why", async () => {
    await using service = await startTestGateway({ corsOrigins: [app] });
    const write = 'mutation { createProject(input: { projectName: "atlas" }) { requestId } }';

    const response = await post(service, { origin: app, host: "evil.example" }, write);

    expect(response.status).toBe(403);
    expect(response.headers.get("access-control-allow-origin")).toBe(app);
    expect(service.calls).toEqual([]);
  });
});

describe("a page of an origin that isn't listed", () => {
  const strangers = [
    "https://evil.example",
    "https://app.example.com.evil.example",
    "https://sub.app.example.com",
    "https://app.example.com:8443",
    "https://app.example.com/",
    "https://APP.example.com",
    "http://app.example.com",
    `${app}, ${app}`,
    "null",
    "*",
    "",
  ];

  it.each(strangers)("is allowed nothing: %j", async (origin) => {
    for (const corsOrigins of [[app], [app, other]]) {
      await using service = open({ corsOrigins });
      for (const response of [await preflight(service, origin), await post(service, { origin })]) {
        expect(corsHeadersOf(response)).toEqual([]);
        expect(response.headers.get("vary")).toBe("Origin");
      }
    }
  });

  it("reaches nothing by asking first", async () => {
    await using service = await startTestGateway({ corsOrigins: [app] });
    const query = encodeURIComponent('{ project(projectName: "atlas") { datasetCount } }');

    const response = await preflight(service, "https://evil.example", `/graphql?query=${query}`);

    expect([response.status, await response.text()]).toEqual([204, ""]);
    expect(service.calls).toEqual([]);
  });
});

describe("without a list", () => {
  it("no origin is allowed anything, and answers don't vary by it", async () => {
    await using service = open({});
    const preflighted = await preflight(service, app);

    expect(preflighted.status).toBe(405);
    for (const response of [preflighted, await post(service, { origin: app })]) {
      expect(corsHeadersOf(response)).toEqual([]);
      expect(response.headers.has("vary")).toBe(false);
    }
  });
});

describe("a list of origins", () => {
  const listing = (origin: string) => () => open({ corsOrigins: [app, origin] });

  it.each(["http://localhost:5173", "http://[::1]:5173", "https://xn--bcher-kva.example", "http://10.0.0.1"])(
    "takes %s",
    async (origin) => {
      await using service = listing(origin)();

      expect((await post(service, { origin })).headers.get("access-control-allow-origin")).toBe(origin);
    },
  );

  it.each([
    ["*", "stands for more than one: list each origin."],
    ["null", "is the origin of any sandboxed page: give yours an address."],
    ["", "is not an origin such as https://app.example.com."],
    ["app.example.com", "is not an origin such as https://app.example.com."],
    ["localhost:5173", "is not an origin such as https://app.example.com."],
    ["https://*.example.com", "stands for more than one: list each origin."],
    ["file:///index.html", "is not an origin such as https://app.example.com."],
    ["https://app.example.com/", "is not how a browser sends it: https://app.example.com."],
    ["https://app.example.com/shop", "is not how a browser sends it: https://app.example.com."],
    ["https://App.example.com", "is not how a browser sends it: https://app.example.com."],
    ["https://app.example.com:443", "is not how a browser sends it: https://app.example.com."],
    ["https://bücher.example", "is not how a browser sends it: https://xn--bcher-kva.example."],
    ["https://me:secret@app.example.com", "is not how a browser sends it: https://app.example.com."],
    [" https://app.example.com", "is not how a browser sends it: https://app.example.com."],
  ])("doesn't take %j", (origin, problem) => {
    expect(listing(origin)).toThrow(`The origin ${JSON.stringify(origin)} ${problem}`);
  });
});

describe("what caches are told", () => {
  const explorer = {
    page: "<title>page</title>",
    assets: new Map([
      ["/explorer/assets/a.js", { type: "text/javascript", encodings: { identity: Buffer.from("1") } }],
    ]),
  };

  it("keep no answer", async () => {
    await using service = open({ explorer });
    const answers = [
      await post(service, {}),
      await post(service, {}, "{"),
      await post(service, { "content-type": "text/plain" }),
      await post(service, { host: "evil.example" }),
    ];

    expect(answers.map(({ status }) => status)).toEqual([200, 200, 415, 403]);
    for (const { headers } of answers) expect(headers.get("cache-control")).toBe("no-store");
  });

  it("keep the explorer as it says itself, for each origin", async () => {
    await using service = open({ explorer, corsOrigins: [app] });
    const get = async (path: string) =>
      headersOf(await service.gateway.fetch(`http://localhost${path}`, { headers: { accept: "text/html" } }));

    expect(await get("/graphql")).toMatchObject({ "cache-control": "no-cache", vary: "accept, Origin" });
    expect(await get("/explorer/assets/a.js")).toMatchObject({
      "cache-control": "public, max-age=31536000, immutable",
      vary: "accept-encoding, Origin",
    });
  });
});
