import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import {
  ask,
  failed,
  operations,
  RequestId,
  whole,
  type Failure,
  type Meaning,
} from "../../support/upstream/failure-cases.ts";
import {
  bytes,
  closedPort,
  json,
  raw,
  silence,
  startUpstream,
  type Answer,
} from "../../support/upstream/upstream.ts";

const html = "<html><body>Bad Gateway</body></html>";
const text = JSON.stringify(whole);
const { Dataset } = whole;

/** What IMM never answers: its HTTP status, what it tells the gateway, and `extensions.code`. */
const notImms: readonly [string, number, Answer, Meaning, string, object?][] = [
  ["HTML with 502", 502, bytes(502, html, { "content-type": "text/html" }), "loss", "UPSTREAM_UNAVAILABLE"],
  [
    "HTML with 503, asking for time",
    503,
    bytes(503, html, { "content-type": "text/html", "x-acs-retry-after": "40" }),
    "outage",
    "UPSTREAM_UNAVAILABLE",
    { retryAfterMs: 40 },
  ],
  ["HTML with 504", 504, bytes(504, html), "loss", "UPSTREAM_TIMEOUT"],
  ["nothing with 429", 429, bytes(429, ""), "throttling", "THROTTLED"],
  ["nothing with 403", 403, bytes(403, ""), "answer", "UPSTREAM_ERROR"],
  ["HTML with 404", 404, bytes(404, html), "answer", "UPSTREAM_ERROR"],
  ["null with 500", 500, json(500, "null"), "outage", "UPSTREAM_ERROR"],
  ["HTML with 200", 200, bytes(200, html), "answer", "UPSTREAM_ERROR"],
  ["nothing with 200", 200, bytes(200, ""), "answer", "UPSTREAM_ERROR"],
  ["null", 200, json(200, "null"), "answer", "UPSTREAM_ERROR"],
  ["a list", 200, json(200, "[]"), "answer", "UPSTREAM_ERROR"],
  ["half of the JSON", 200, json(200, text.slice(0, 40)), "answer", "UPSTREAM_ERROR"],
  [
    "gzip, which nobody asked for",
    200,
    bytes(200, gzipSync(text), { "content-type": "application/json", "content-encoding": "gzip" }),
    "answer",
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
const unreadable: readonly [string, Answer, (action: string) => string][] = [
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
const cuts: readonly [string, Answer][] = [
  ["a reset before the answer", raw("", "reset")],
  ["an end before the answer", raw("", "close")],
  ["a reset inside the head", raw("HTTP/1.1 200 OK\r\ncontent-le", "reset")],
  ["a reset after the head", raw(head, "reset")],
  ["a reset inside the body", raw(`${head}${text}`, "reset")],
  ["an end inside the body", raw(`${head}${text}`, "close")],
];

/** What comes too late, or never. */
const stalls: readonly [string, Answer][] = [
  ["no headers", silence],
  ["half of the headers", raw("HTTP/1.1 200 OK\r\ncontent-le")],
  ["headers, but no body", raw(head)],
  ["half of a body", raw(`${head}${text}`)],
];

describe.concurrent.each(operations)("$field, of an upstream that misbehaves,", (operation) => {
  const { action, document } = operation;
  const strange: Pick<Failure, "code" | "meaning"> = { meaning: "answer", code: "UPSTREAM_ERROR" };
  const unreachable = {
    code: "UPSTREAM_UNAVAILABLE",
    message: `The connection to IMM failed during ${action}.`,
  };

  it.each(notImms)("is answered %s", async (_what, httpStatus, misbehave, meaning, code, more) => {
    await using upstream = await startUpstream(misbehave);

    const { outcome } = await ask(upstream, document);

    const message = `The answer to ${action} is not one of IMM's (HTTP ${httpStatus}).`;
    expect(outcome).toEqual(failed(operation, { meaning, code, message, imm: { httpStatus }, more }));
  });

  it("is answered an error without Code", async () => {
    await using upstream = await startUpstream(json(400, { RequestId, Message: "Something." }));

    const { outcome } = await ask(upstream, document);

    const message = `The answer to ${action} is not one of IMM's (HTTP 400).`;
    expect(outcome).toEqual(
      failed(operation, { ...strange, message, imm: { httpStatus: 400, requestId: RequestId } }),
    );
  });

  // A delete's reply needs none.
  it.each(action === "DeleteDataset" ? [] : incomplete)("is answered %s", async (_what, body) => {
    await using upstream = await startUpstream(json(200, body));

    const { outcome } = await ask(upstream, document);

    const message = `IMM answered ${action} without a whole Dataset.`;
    expect(outcome).toEqual(
      failed(operation, { ...strange, message, imm: { httpStatus: 200, requestId: RequestId } }),
    );
  });

  it.each(unreadable)("is answered %s", async (_what, misbehave, message) => {
    await using upstream = await startUpstream(misbehave);

    const { outcome } = await ask(upstream, document);

    expect(outcome).toEqual(failed(operation, { ...strange, message: message(action) }));
  });

  it.each(cuts)("meets %s", async (_what, misbehave) => {
    await using upstream = await startUpstream(misbehave);

    const { outcome } = await ask(upstream, document);

    expect(outcome).toEqual(failed(operation, { meaning: "loss", ...unreachable }));
  });

  // That no headers come, undici notices by a coarse clock, a second later.
  it.each(stalls)("waits for %s no longer than it was told", async (_what, stall) => {
    await using upstream = await startUpstream(stall);

    const { outcome } = await ask(upstream, document, {
      timeouts: { connect: 60_000, headers: 50, body: 50 },
    });

    const message = `IMM did not answer ${action} in time.`;
    expect(outcome).toEqual(failed(operation, { meaning: "loss", code: "UPSTREAM_TIMEOUT", message }));
  });

  it("is refused the connection, so that nothing can have been done", async () => {
    const { outcome } = await ask({ url: await closedPort(), requests: [] }, document);

    expect(outcome).toEqual({ ...failed(operation, { meaning: "outage", ...unreachable }), arrived: [] });
  });

  it.each([301, 302, 307, 308])("does not follow a redirect with %i", async (httpStatus) => {
    await using target = await startUpstream(json(200, whole));
    await using upstream = await startUpstream(bytes(httpStatus, "", { location: `${target.url}/?moved` }));

    const { outcome } = await ask(upstream, document);

    const message = `The answer to ${action} is not one of IMM's (HTTP ${httpStatus}).`;
    expect(outcome).toEqual(failed(operation, { ...strange, message, imm: { httpStatus } }));
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

    const { outcome } = await ask(upstream, document);

    const { data } = operation;
    const told = action === "GetDataset" ? { dataset: { datasetName: "photos", description } } : data;
    expect(outcome).toEqual({ data: told, errors: undefined, tried: [action], arrived: [action] });
  });

  it.each(["close", "reset"] as const)("takes an answer that is whole, whatever follows: %s", async (end) => {
    const answer = `HTTP/1.1 200 OK\r\ncontent-length: ${text.length}\r\n\r\n${text}`;
    await using upstream = await startUpstream(raw(answer, end));

    const { outcome } = await ask(upstream, document);

    const { data } = operation;
    expect(outcome).toEqual({ data, errors: undefined, tried: [action], arrived: [action] });
  });
});
