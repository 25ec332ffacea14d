import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import {
  expectedOutcome,
  operations,
  runAgainst,
  successBody,
  type Failure,
  type FailureClass,
} from "../../support/upstream/failure-cases.ts";
import {
  bytes,
  closedPort,
  json,
  neverRespond,
  raw,
  RequestId,
  startUpstream,
  type Responder,
} from "../../support/upstream/upstream.ts";

const html = "<html><body>Bad Gateway</body></html>";
const text = JSON.stringify(successBody);
const { Dataset } = successBody;

/** What IMM never answers: its HTTP status, what it tells the gateway, and `extensions.code`. */
const nonImmResponses: readonly [string, number, Responder, FailureClass, string, object?][] = [
  [
    "HTML with 502",
    502,
    bytes(502, html, { "content-type": "text/html" }),
    "lost-response",
    "UPSTREAM_UNAVAILABLE",
  ],
  [
    "HTML with 503, asking for time",
    503,
    bytes(503, html, { "content-type": "text/html", "x-acs-retry-after": "40" }),
    "outage",
    "UPSTREAM_UNAVAILABLE",
    { retryAfterMs: 40 },
  ],
  ["HTML with 504", 504, bytes(504, html), "lost-response", "UPSTREAM_TIMEOUT"],
  ["nothing with 429", 429, bytes(429, ""), "throttling", "THROTTLED"],
  ["nothing with 403", 403, bytes(403, ""), "refusal", "UPSTREAM_ERROR"],
  ["HTML with 404", 404, bytes(404, html), "refusal", "UPSTREAM_ERROR"],
  ["null with 500", 500, json(500, "null"), "outage", "UPSTREAM_ERROR"],
  ["HTML with 200", 200, bytes(200, html), "refusal", "UPSTREAM_ERROR"],
  ["nothing with 200", 200, bytes(200, ""), "refusal", "UPSTREAM_ERROR"],
  ["null", 200, json(200, "null"), "refusal", "UPSTREAM_ERROR"],
  ["a list", 200, json(200, "[]"), "refusal", "UPSTREAM_ERROR"],
  ["half of the JSON", 200, json(200, text.slice(0, 40)), "refusal", "UPSTREAM_ERROR"],
  [
    "gzip, which nobody asked for",
    200,
    bytes(200, gzipSync(text), { "content-type": "application/json", "content-encoding": "gzip" }),
    "refusal",
    "UPSTREAM_ERROR",
  ],
];

/** Replies without a whole dataset. */
const incomplete: readonly [string, object][] = [
  ["no dataset", { RequestId }],
  ["a dataset that is null", { RequestId, Dataset: null }],
  ["a dataset without its keys", { RequestId, Dataset: { Description: "immtest" } }],
];

const tooLarge = (action: string) => `The answer to ${action} is larger than 16 MiB.`;
const notHttp = (action: string) => `The answer to ${action} is not HTTP.`;

/** What no reply can be read from, and the message. */
const unparsableResponses: readonly [string, Responder, (action: string) => string][] = [
  ["20 MB", json(200, { RequestId, Dataset: { ...Dataset, Description: "x".repeat(20e6) } }), tooLarge],
  [
    "20 MB in chunks, not saying how many",
    (_request, response) => {
      for (let chunk = 0; chunk < 20; chunk += 1) response.write(Buffer.alloc(1e6, "x"));
      response.end();
    },
    tooLarge,
  ],
  ["bytes that aren't HTTP", raw("220 mail.example.com ESMTP\r\n", "close"), notHttp],
  ["a header without end", raw(`HTTP/1.1 200 OK\r\nx-long: ${"x".repeat(100_000)}`), notHttp],
];

const head = "HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n";

/** What is cut off. */
const connectionCuts: readonly [string, Responder][] = [
  ["a reset before the answer", raw("", "reset")],
  ["an end before the answer", raw("", "close")],
  ["a reset inside the head", raw("HTTP/1.1 200 OK\r\ncontent-le", "reset")],
  ["a reset after the head", raw(head, "reset")],
  ["a reset inside the body", raw(`${head}${text}`, "reset")],
  ["an end inside the body", raw(`${head}${text}`, "close")],
];

/** What comes too late, or never. */
const stalledResponses: readonly [string, Responder][] = [
  ["no headers", neverRespond],
  ["half of the headers", raw("HTTP/1.1 200 OK\r\ncontent-le")],
  ["headers, but no body", raw(head)],
  ["half of a body", raw(`${head}${text}`)],
];

describe.concurrent.each(operations)("$field, of an upstream that misbehaves,", (operation) => {
  const { action, document } = operation;
  const strange: Pick<Failure, "code" | "failureClass"> = { failureClass: "refusal", code: "UPSTREAM_ERROR" };
  const unreachable = {
    code: "UPSTREAM_UNAVAILABLE",
    message: `The connection to IMM failed during ${action}.`,
  };

  it.each(nonImmResponses)(
    "is answered %s",
    async (_what, httpStatus, misbehave, failureClass, code, more) => {
      await using upstream = await startUpstream(misbehave);

      const { outcome } = await runAgainst(upstream, document);

      const message = `The answer to ${action} is not one of IMM's (HTTP ${httpStatus}).`;
      expect(outcome).toEqual(
        expectedOutcome(operation, { failureClass, code, message, imm: { httpStatus }, more }),
      );
    },
  );

  it("is answered an error without Code", async () => {
    await using upstream = await startUpstream(json(400, { RequestId, Message: "Something." }));

    const { outcome } = await runAgainst(upstream, document);

    const message = `The answer to ${action} is not one of IMM's (HTTP 400).`;
    expect(outcome).toEqual(
      expectedOutcome(operation, { ...strange, message, imm: { httpStatus: 400, requestId: RequestId } }),
    );
  });

  // A delete's reply needs none.
  it.each(action === "DeleteDataset" ? [] : incomplete)("is answered %s", async (_what, body) => {
    await using upstream = await startUpstream(json(200, body));

    const { outcome } = await runAgainst(upstream, document);

    const message = `IMM answered ${action} without a whole Dataset.`;
    expect(outcome).toEqual(
      expectedOutcome(operation, { ...strange, message, imm: { httpStatus: 200, requestId: RequestId } }),
    );
  });

  it.each(unparsableResponses)("is answered %s", async (_what, misbehave, message) => {
    await using upstream = await startUpstream(misbehave);

    const { outcome } = await runAgainst(upstream, document);

    expect(outcome).toEqual(expectedOutcome(operation, { ...strange, message: message(action) }));
  });

  it.each(connectionCuts)("meets %s", async (_what, misbehave) => {
    await using upstream = await startUpstream(misbehave);

    const { outcome } = await runAgainst(upstream, document);

    expect(outcome).toEqual(expectedOutcome(operation, { failureClass: "lost-response", ...unreachable }));
  });

  // That no headers come, undici notices by a coarse clock, a second later.
  it.each(stalledResponses)("waits for %s no longer than it was told", async (_what, stall) => {
    await using upstream = await startUpstream(stall);

    const { outcome } = await runAgainst(upstream, document, {
      timeouts: { connect: 60_000, headers: 50, body: 50 },
    });

    const message = `IMM did not answer ${action} in time.`;
    expect(outcome).toEqual(
      expectedOutcome(operation, { failureClass: "lost-response", code: "UPSTREAM_TIMEOUT", message }),
    );
  });

  it("is refused the connection, so that nothing can have been done", async () => {
    const { outcome } = await runAgainst({ url: await closedPort(), requests: [] }, document);

    expect(outcome).toEqual({
      ...expectedOutcome(operation, { failureClass: "outage", ...unreachable }),
      arrived: [],
    });
  });

  it.each([301, 302, 307, 308])("does not follow a redirect with %i", async (httpStatus) => {
    await using target = await startUpstream(json(200, successBody));
    await using upstream = await startUpstream(bytes(httpStatus, "", { location: `${target.url}/?moved` }));

    const { outcome } = await runAgainst(upstream, document);

    const message = `The answer to ${action} is not one of IMM's (HTTP ${httpStatus}).`;
    expect(outcome).toEqual(expectedOutcome(operation, { ...strange, message, imm: { httpStatus } }));
    expect(target.requests).toEqual([]);
  });

  it("takes an answer that other heads and a byte order mark come before, in pieces of a character", async () => {
    const description = "\u5730\u56fe";
    const reply = { RequestId, Dataset: { ...Dataset, Description: description } };
    const body = Buffer.from(`\ufeff${JSON.stringify(reply)}`);
    const cut = body.indexOf(Buffer.from(description)) + 1;
    await using upstream = await startUpstream((_request, response) => {
      response.writeProcessing();
      response.writeEarlyHints({ link: "</style.css>; rel=preload" });
      response.writeHead(200, { "content-length": body.length });
      response.write(body.subarray(0, cut), () => response.end(body.subarray(cut)));
    });

    const { outcome } = await runAgainst(upstream, document);

    const { data } = operation;
    const expected = action === "GetDataset" ? { dataset: { datasetName: "photos", description } } : data;
    expect(outcome).toEqual({ data: expected, errors: undefined, attempted: [action], arrived: [action] });
  });

  it.each(["close", "reset"] as const)("takes an answer that is whole, whatever follows: %s", async (end) => {
    const answer = `HTTP/1.1 200 OK\r\ncontent-length: ${text.length}\r\n\r\n${text}`;
    await using upstream = await startUpstream(raw(answer, end));

    const { outcome } = await runAgainst(upstream, document);

    const { data } = operation;
    expect(outcome).toEqual({ data, errors: undefined, attempted: [action], arrived: [action] });
  });
});
