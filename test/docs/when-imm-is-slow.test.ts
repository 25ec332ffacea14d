import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { readConfig } from "../../src/config.ts";
import type { Action } from "../../src/contract/wire.ts";
import { requestLog } from "../../src/gateway/reports/request-log.ts";
import { createImm } from "../../src/imm/client.ts";
import { ImmError } from "../../src/imm/error.ts";
import type { ImmCall } from "../../src/imm/transport.ts";
import { createMetrics } from "../../src/telemetry/metrics.ts";
import { startTelemetry } from "../../src/telemetry/telemetry.ts";
import { testClock } from "../support/clock.ts";
import {
  gatewayTo,
  loggerTo,
  type TestGateway,
  type TestGatewayOptions,
} from "../support/gateway/gateway.ts";
import { post, times } from "../support/gateway/post.ts";
import { call, request } from "../support/gateway/report-fixtures.ts";
import { errorResponse, operations } from "../support/upstream/failure-cases.ts";
import {
  bytes,
  json,
  neverRespond,
  raw,
  RequestId,
  startUpstream,
  type Responder,
} from "../support/upstream/upstream.ts";

const page = await readFile("docs/when-imm-is-slow.md", "utf8");

/** The code and message of each row of its table, but of those whose message is IMM's own. */
const rows = [...page.matchAll(/^\| `([A-Z_]+)` \| `([^`]+ [^`]+)` \|/gm)].map(([, code, message]) => [
  code,
  message,
]);

const [read, create, update] = operations.map(({ document }) => document);
const cut = raw("", "reset");
const photos = { ProjectName: "atlas", DatasetName: "photos" };

/** Cuts off a create, and answers its look-up. */
function lose(lookUp: Responder): Responder {
  return (incoming, response) => (incoming.action === "CreateDataset" ? cut : lookUp)(incoming, response);
}

/** The dataset as a look-up finds it, so many milliseconds after this moment. */
function found(afterMs: number, more: object = {}): Responder {
  return (incoming, response) => {
    const CreateTime = new Date(Date.now() + afterMs).toISOString();
    json(200, { RequestId, Dataset: { ...photos, CreateTime, ...more } })(incoming, response);
  };
}

interface Scene {
  readonly upstream: Responder;
  /** Sent one after the other; the last is what is told. */
  readonly documents: readonly string[];
  readonly options?: TestGatewayOptions;
}

/** How each row of the page comes about, in its order. */
const scenes: readonly Scene[] = [
  {
    upstream: neverRespond,
    documents: times(3, () => "{__typename}").split(" "),
    options: { rateLimit: { requests: 2, seconds: 60 } },
  },
  {
    upstream: json(200, { RequestId, Dataset: photos }),
    documents: ["a", "b"].map(
      (name) =>
        `{ ${times(51, (n) => `${name}${n}: dataset(projectName: "atlas", datasetName: "${name}${n}") { description }`)} }`,
    ),
    options: { deadlineMs: 500, clock: testClock() },
  },
  { upstream: cut, documents: [read!, read!, read!, read!, read!] },
  { upstream: cut, documents: [read!] },
  {
    upstream: raw("HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n"),
    documents: [read!],
    options: { timeouts: { connect: 60_000, headers: 60_000, body: 50 } },
  },
  { upstream: neverRespond, documents: [read!], options: { deadlineMs: 1_000 } },
  { upstream: cut, documents: [update!] },
  { upstream: lose(errorResponse(400, "ResourceNotFound")), documents: [create!] },
  { upstream: lose(found(-60_000)), documents: [create!] },
  {
    upstream: lose(found(0, { Description: "theirs" })),
    documents: [create!.replace('"photos"', '"photos", description: "ours"')],
  },
  { upstream: errorResponse(400, "SignatureDoesNotMatch"), documents: [read!] },
  { upstream: bytes(200, "<html>"), documents: [read!] },
];

/** What a client is told at the end of a scene, as the page writes it. */
async function play({ upstream: answer, documents, options }: Scene) {
  await using upstream = await startUpstream(answer);
  await using service = gatewayTo(upstream.url, options);
  let result;
  for (const query of documents) result = await post(service.gateway, { query });
  const { code } = result!.errors![0]!.extensions;
  const message = result!.errors![0]!.message.replace(/\d+ (request|second)/g, "… $1");
  return { row: [code, message], status: result!.status };
}

describe("the page for who is on call", () => {
  it("shows errors as the gateway gives them, to the letter, and says with which HTTP status", async () => {
    const results = await Promise.all(scenes.map(play));

    expect(results.map(({ row }) => row)).toEqual(rows);
    expect(results.map(({ status }) => status)).toEqual([429, ...Array<number>(rows.length - 1).fill(200)]);
  });

  it("names settings with their defaults", () => {
    const settings = [...page.matchAll(/^\| `(IMM_\w+)` \| `([\w/]+)` \|/gm)].map(([, name, value]) => [
      name!,
      value!,
    ]);

    const { deadlineMs, callsPerSecond, limits } = readConfig({});
    expect(settings).toEqual([
      ["IMM_DEADLINE_MS", String(deadlineMs)],
      ["IMM_PROJECT_QPS", String(callsPerSecond)],
      ["IMM_RATE_LIMIT", "6000/60"],
      ["IMM_MAX_COST", String(limits.cost)],
    ]);
    expect(page).toContain(`All calls of a request have ${deadlineMs / 1000} seconds together`);
    expect(page).toContain(`A replica starts ${callsPerSecond} calls of a project in a second`);
  });
});

/** The names in the second column of a row of the page. */
function namesIn(row: string): string[] {
  const [, cells] = page.split(`\n| ${row} | `);
  return [...cells!.split("\n")[0]!.matchAll(/`([^`]+)`/g)].map(([, name]) => name!);
}

describe("what the page for who is on call says to look at", () => {
  it("is in a request's line in the log", () => {
    const lines: TestGateway["requests"] = [];
    const calls = [call({ outcome: "throttled", throttled: 3, waitedMs: 900, shared: true })];

    requestLog(loggerTo([], lines))(request({ calls, codes: ["THROTTLED"] }));

    const names = namesIn("the log, a line for each request");
    expect(names).toContain("waitedMs");
    expect(Object.keys(lines[0]!)).toEqual(expect.arrayContaining(names));
  });

  it("is in the lines of errors", async () => {
    await using upstream = await startUpstream(cut);
    await using service = gatewayTo(upstream.url);

    await service.send(update!);

    expect(service.log).toHaveLength(1);
    for (const name of namesIn("the log, error lines").slice(1))
      expect(service.log[0]).toContain(`"${name}":`);
  });

  it("is what the log says of the breaker", async () => {
    const log: string[] = [];
    const options = { host: "127.0.0.1", metricsPort: undefined, traces: false };
    await using telemetry = await startTelemetry(options, { logger: loggerTo(log) });

    telemetry.onBreaker("open");
    telemetry.onBreaker("closed");

    expect(namesIn("the log, a warning")).toEqual(log);
  });

  it("is a metric", async () => {
    const names = [...page.matchAll(/`(imm_graphql_\w+)`/g)].map(([, name]) => name!);
    const text = await createMetrics().text();

    expect(names).toContain("imm_graphql_imm_breaker_state");
    for (const name of names) expect(text).toContain(`# HELP ${name} `);
  });
});

/** IMM that fails every call, by a clock that stands still. */
function failing(fail: (attempt: ImmCall) => ImmError | Promise<never>) {
  const clock = testClock();
  const sent: { action: Action; at: number }[] = [];
  const imm = createImm({
    clock,
    callsPerSecond: 1_000_000,
    random: () => 0,
    transport: {
      async send(attempt) {
        sent.push({ action: attempt.action, at: clock.elapsed() });
        throw await fail(attempt);
      },
      [Symbol.asyncDispose]: async () => {},
    },
  });
  /** Calls one after the other, and answers how the last one failed. */
  const callTimes = async (count: number): Promise<unknown> => {
    let failure: unknown;
    for (let n = 0; n < count; n += 1) {
      const failed = imm
        .for({})
        .call("GetDataset", photos)
        .catch((error: unknown) => error);
      await clock.advance(0);
      await clock.advance(0);
      failure = await failed;
    }
    return failure;
  };
  return { clock, sent, imm, callTimes };
}

const cutOff = ({ action }: ImmCall) => new ImmError(action, "unreachable", { message: "It was cut off." });
const throttled = ({ action }: ImmCall) =>
  new ImmError(action, "refused", {
    ...{ message: "Too many.", code: "Throttling", httpStatus: 400 },
    retryAfterMs: 0,
  });

describe("the numbers of the page for who is on call", () => {
  it("are those of the attempts", async () => {
    const { sent, callTimes } = failing(cutOff);

    await callTimes(1);

    expect(page).toContain(`At most ${sent.length} attempts`);
    expect(page).toContain(`IMM refused all ${sent.length} attempts`);
  });

  it("are those of the budget", async () => {
    const { sent, callTimes } = failing(throttled);

    await callTimes(1_000);

    const retries = sent.length - 1_000;
    expect(page).toContain(
      `${retries} retries are made in all, and ${100 - retries} are left for lost answers`,
    );
  });

  it("are those of the breaker", async () => {
    const { clock, sent, callTimes } = failing(cutOff);

    const failure = (await callTimes(20)) as ImmError;

    const seconds = failure.retryAfterMs! / 1000;
    expect(failure.failure).toBe("open");
    expect(page).toContain(`${sent.length} failures within 10 seconds that are half of all calls or more`);
    expect(page).toContain(`nothing is sent for ${seconds} seconds`);
    await clock.advance(failure.retryAfterMs!);
    await callTimes(3);
    expect(sent).toHaveLength(11);
  });

  it("are those of the time that is kept for a lost answer", async () => {
    const { clock, sent, imm } = failing(
      ({ signal }) =>
        new Promise((_, reject) => signal!.addEventListener("abort", () => reject(signal!.reason))),
    );

    const failed = imm
      .for({ withinMs: 15_000 })
      .call("CreateDataset", photos)
      .catch((error: unknown) => error);
    await clock.advance(15_000);

    expect(await failed).toMatchObject({ failure: "timeout" });
    expect(sent.map(({ action }) => action)).toEqual(["CreateDataset", "GetDataset"]);
    expect(page).toContain(`${(15_000 - sent[1]!.at) / 1000} seconds at most`);
  });
});
