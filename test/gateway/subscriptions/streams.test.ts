import { describe, expect, it } from "vitest";
import { jwtCallers } from "../../../src/gateway/callers/jwt/jwt.ts";
import { post } from "../../support/gateway/post.ts";
import { sign, signingKey, startIssuer } from "../../support/gateway/issuer.ts";
import { indexOf, scriptedGateway, waitFor } from "../../support/gateway/scripted-gateway.ts";
import { subscribe, type SentEvent } from "../../support/gateway/subscribe.ts";

const a = "oss://photos/a.jpg";
const b = "oss://photos/b.jpg";
const complete = { event: "complete" };

function lastError(events: readonly SentEvent[]) {
  expect(events.at(-1)).toEqual(complete);
  const event = events.at(-2);
  return event?.event === "next" ? event.data.errors : undefined;
}

describe("a stream", () => {
  it("ends when its caller's token runs out", async () => {
    const index = indexOf();
    const key = await signingKey("one");
    await using issuer = await startIssuer(key);
    const startedAt = Date.parse("2026-01-02T03:04:05Z") / 1000;
    const claims = { iss: "https://issuer.example", aud: "imm-graphql", sub: "ann", exp: startedAt + 60 };
    await using service = scriptedGateway(index.script, {
      authenticate: jwtCallers({
        ...{ issuer: claims.iss, audience: claims.aud, jwks: issuer.url },
        now: () => startedAt * 1000,
        clockToleranceSeconds: 5,
      }),
    });
    const authorization = `Bearer ${await sign(key, claims)}`;
    const stream = await subscribe(service.gateway, waitFor(a, b), { authorization });

    index.files.set(a, {});
    await service.clock.advance(64_999);
    expect(service.open).toBe(1);
    await service.clock.advance(1);

    const events = await stream.rest();
    expect(events).toHaveLength(3);
    expect(lastError(events)).toEqual([
      {
        message: "The caller's token has expired: subscribe again with a new one.",
        extensions: { code: "UNAUTHENTICATED" },
      },
    ]);
    expect(service.ended).toMatchObject([
      { end: "expired", caller: "ann", events: 1, codes: ["UNAUTHENTICATED"], ms: 65_000 },
    ]);
    expect(service.clock.waiting).toBe(0);
  });

  it("ends when it has been open for as long as one may be", async () => {
    await using service = scriptedGateway(indexOf().script);
    const stream = await subscribe(service.gateway, waitFor(a));

    await service.clock.advance(3_600_000);

    expect(lastError(await stream.rest())).toMatchObject([
      { extensions: { code: "OPERATION_TOO_LARGE", limit: "streamSeconds", allowed: 3600 } },
    ]);
    expect(service.ended).toMatchObject([{ end: "timeout" }]);
    expect(service.clock.waiting).toBe(0);
  });

  it("is completed when the gateway stops, and no other is opened", async () => {
    await using service = scriptedGateway(indexOf().script);
    const streams = await Promise.all([1, 2, 3].map(() => subscribe(service.gateway, waitFor(a))));
    await service.clock.advance(0);

    service.gateway.completeStreams();

    for (const stream of streams) expect(await stream.rest()).toEqual([complete]);
    expect(service.ended.map(({ end }) => end)).toEqual(["stopped", "stopped", "stopped"]);
    expect([service.open, service.clock.waiting]).toEqual([0, 0]);
    const late = await subscribe(service.gateway, waitFor(a));
    expect(lastError(await late.rest())).toMatchObject([{ extensions: { code: "UPSTREAM_UNAVAILABLE" } }]);
    expect((await post(service.gateway, { query: "{ __typename }" })).status).toBe(200);
  });

  it("is told in the log when it begins and when it has ended", async () => {
    await using service = scriptedGateway(indexOf().script);
    const stream = await subscribe(service.gateway, waitFor(a));
    expect(service.requests).toMatchObject([
      { operation: "Wait", type: "subscription", caller: "anonymous", status: 200 },
    ]);
    expect(service.log).toEqual([]);

    await service.clock.advance(1_500);
    await stream.leave();

    expect(service.log).toEqual([
      '{"operation":"Wait","caller":"anonymous","end":"left","events":0,"polls":2,"ms":1500} stream',
    ]);
    expect(service.requests).toHaveLength(1);
  });

  it("is one of so many that may be open, and of so many of a caller", async () => {
    await using service = scriptedGateway(indexOf().script, {
      limits: { streams: 3, callerStreams: 2 },
      authenticate: ({ headers }) => ({ name: headers.get("x-name")!, roles: [] }),
    });
    const open = (name: string) => subscribe(service.gateway, waitFor(a), { "x-name": name });
    const [first] = await Promise.all([open("ann"), open("ann")]);

    expect(lastError(await (await open("ann")).rest())).toEqual([
      {
        message: "A caller may have 2 streams open: end one, or come back later.",
        extensions: { code: "THROTTLED", limit: "callerStreams", allowed: 2, retryAfterMs: 5_000 },
      },
    ]);
    await open("bob");
    expect(lastError(await (await open("cid")).rest())).toMatchObject([
      { extensions: { code: "THROTTLED", limit: "streams", allowed: 3 } },
    ]);
    await first!.leave();
    await open("ann");

    expect(service.open).toBe(3);
    expect(service.requests.filter(({ limits }) => limits)).toMatchObject([
      { limits: ["callerStreams"], codes: ["THROTTLED"] },
      { limits: ["streams"], codes: ["THROTTLED"] },
    ]);
  });

  it("doesn't begin for a request whose client has left meanwhile", async () => {
    await using service = scriptedGateway(indexOf().script);
    const leaving = new AbortController();

    const response = await service.gateway.fetch("http://localhost/graphql", {
      method: "POST",
      headers: { "content-type": "application/json", accept: "text/event-stream" },
      body: JSON.stringify(waitFor(a)),
      signal: leaving.signal,
    });
    expect([response.status, service.open]).toEqual([200, 1]);
    leaving.abort();

    expect([service.open, service.clock.waiting]).toEqual([0, 0]);
  });
});

describe("a subscription", () => {
  const headersOf = (accept: string) => ({ "content-type": "application/json", accept });

  it.each([
    "application/json",
    "application/graphql-response+json",
    "application/graphql-response+json, application/json;q=0.9",
    'multipart/mixed;boundary="graphql";subscriptionSpec=1.0',
    "multipart/mixed;boundary=graphql;subscriptionSpec=1.0,application/graphql-response+json,application/json;q=0.9",
  ])("says in words what to accept to who accepts %s", async (accept) => {
    await using service = scriptedGateway(indexOf().script);

    const response = await service.gateway.fetch("http://localhost/graphql", {
      ...{ method: "POST", headers: headersOf(accept) },
      body: JSON.stringify(waitFor(a)),
    });

    expect([response.status, response.headers.get("content-type")]).toEqual([
      406,
      "application/json; charset=utf-8",
    ]);
    expect(await response.json()).toEqual({
      errors: [
        {
          message:
            "A subscription is answered by a stream of events (GraphQL over SSE): send accept: text/event-stream.",
          extensions: { code: "BAD_REQUEST" },
        },
      ],
    });
    expect(service.requests).toMatchObject([{ status: 406, codes: ["BAD_REQUEST"] }]);
    expect([service.open, service.sent]).toEqual([0, []]);
  });

  it.each(["text/event-stream", "*/*", "application/json, text/event-stream", "text/*"])(
    "is answered by a stream to who accepts %s",
    async (accept) => {
      await using service = scriptedGateway(indexOf([a, {}]).script);
      const stream = await subscribe(service.gateway, waitFor(a), { accept });

      await service.clock.advance(0);

      expect(stream.response.headers.get("content-type")).toBe("text/event-stream");
      expect(await stream.rest()).toHaveLength(2);
    },
  );

  it("comes by GET too, with the header that a browser asks for", async () => {
    await using service = scriptedGateway(indexOf([a, {}]).script);
    const { query, variables } = waitFor(a);
    const parameters = new URLSearchParams({ query, variables: JSON.stringify(variables) });
    const get = (headers: object) =>
      service.gateway.fetch(`http://localhost/graphql?${parameters}`, {
        headers: { accept: "text/event-stream", ...headers },
      });

    expect((await get({})).status).toBe(400);
    const response = await get({ "apollo-require-preflight": "true" });
    const text = response.text();
    await service.clock.advance(0);

    expect(await text).toContain("event: complete");
  });

  it.each([
    ["waits for no file", { uris: [] }, "BAD_USER_INPUT"],
    ["names what isn't a URI", { uris: ["photos/a.jpg"] }, "BAD_USER_INPUT"],
    [
      "waits for more than 100",
      { uris: Array.from({ length: 101 }, (_, n) => `oss://photos/${n}`) },
      "OPERATION_TOO_LARGE",
    ],
  ])("is refused that %s", async (_what, variables, code) => {
    await using service = scriptedGateway(indexOf().script);

    const stream = await subscribe(service.gateway, { ...waitFor(), variables });

    expect(lastError(await stream.rest())).toMatchObject([{ extensions: { code } }]);
    expect(service.open).toBe(0);
  });

  it.each([
    'fileIndexed(projectName: $p, datasetName: "b", uris: []) @skip(if: $yes) { uri }',
    '... @include(if: $yes) { fileIndexed(projectName: $p, datasetName: "b", uris: []) { uri } }',
    "...A",
    'fileIndexed(projectName: $p, datasetName: "b", uris: []) @include(if: false) { uri }',
  ])("has no condition at its field: %s", async (selection) => {
    await using service = scriptedGateway(indexOf().script);
    const query = `subscription ($p: ProjectName!, $yes: Boolean = true) { ${selection} }
      fragment A on Subscription { ...B }
      fragment B on Subscription { ...A fileIndexed(projectName: $p, datasetName: "b", uris: []) @skip(if: $yes) { uri } }`;

    const stream = await subscribe(service.gateway, { query, variables: { p: "a", yes: false } });

    expect(lastError(await stream.rest())).toMatchObject([
      {
        message: expect.stringMatching(
          /^@(skip|include) isn't allowed on the root field of a subscription, which must always be there\.$/,
        ),
        locations: [{ line: expect.any(Number), column: expect.any(Number) }],
        extensions: { code: "BAD_REQUEST" },
      },
    ]);
  });

  it("may have conditions below its field", async () => {
    await using service = scriptedGateway(indexOf([a, {}]).script);
    const query = waitFor().query.replace("uri objectStatus", "uri @skip(if: true) objectStatus");

    const stream = await subscribe(service.gateway, { query, variables: { uris: [a] } });
    await service.clock.advance(0);

    expect(await stream.rest()).toMatchObject([
      { data: { data: { fileIndexed: { objectStatus: "Indexed" } } } },
      complete,
    ]);
  });

  it("costs one call for its poll, and one for each event that needs more", async () => {
    await using service = scriptedGateway(indexOf([a, {}], [b, {}]).script, { limits: { cost: 154 } });
    const costOf = async (fields: string, uris: readonly string[]) => {
      const query = waitFor().query.replace("uri objectStatus fileReason", fields);
      const stream = await subscribe(service.gateway, { query, variables: { uris } }, { "x-imm-cost": "1" });
      await service.clock.advance(0);
      const [first] = await stream.rest();
      if (first?.event !== "next") return undefined;
      return first.data.errors?.[0]?.extensions["code"] ?? first.data.extensions;
    };

    expect(await costOf("uri objectStatus", [a, b])).toEqual({ cost: { asked: 55, allowed: 154 } });
    expect(await costOf("filename", [a, b])).toEqual({ cost: { asked: 153, allowed: 154 } });
    expect(await costOf("filename title", [a, b])).toBe("OPERATION_TOO_LARGE");
  });

  it("is held to the other limits of an operation", async () => {
    await using service = scriptedGateway(indexOf().script, { limits: { aliases: 1, variables: 1 } });
    const query = `subscription { fileIndexed(projectName: "a", datasetName: "b", uris: ["${a}"]) { x: uri y: uri } }`;
    const aliases = await subscribe(service.gateway, { query });
    expect(lastError(await aliases.rest())).toMatchObject([{ extensions: { limit: "aliases" } }]);

    const variables = await subscribe(service.gateway, { ...waitFor(), variables: { uris: [a], more: 1 } });
    expect(lastError(await variables.rest())).toMatchObject([{ extensions: { limit: "variables" } }]);
  });

  it("may be the only document that is trusted", async () => {
    const { query } = waitFor();
    await using service = scriptedGateway(indexOf([a, {}]).script, {
      trustedDocuments: new Map([["one", query]]),
    });
    const send = async (operation: object) => {
      const stream = await subscribe(service.gateway, { variables: { uris: [a] }, ...operation } as never);
      await service.clock.advance(0);
      return stream.rest();
    };

    expect(await send({ documentId: "one" })).toHaveLength(2);
    expect(await send({ query })).toHaveLength(2);
    expect(lastError(await send({ query: `${query} ` }))).toMatchObject([
      { extensions: { code: "QUERY_NOT_IN_SAFELIST" } },
    ]);
  });

  it("may have names that JavaScript has a use of its own for", async () => {
    await using service = scriptedGateway(indexOf([a, {}]).script);
    const query = `subscription then { then: fileIndexed(projectName: "atlas", datasetName: "photos", uris: ["${a}"]) { then: uri } }`;
    const stream = await subscribe(service.gateway, { query });
    await service.clock.advance(0);

    expect(await stream.rest()).toEqual([{ event: "next", data: { data: { then: { then: a } } } }, complete]);
  });

  it("counts for the rate limit as any request", async () => {
    await using service = scriptedGateway(indexOf().script, { rateLimit: { requests: 1, seconds: 60 } });
    const first = await subscribe(service.gateway, waitFor(a));
    const second = await subscribe(service.gateway, waitFor(a));

    expect([first.response.status, second.response.status]).toEqual([200, 429]);
    await first.leave();
  });
});
