import {
  array,
  assert,
  asyncProperty,
  constant,
  constantFrom,
  double,
  integer,
  oneof,
  option,
  tuple,
} from "fast-check";
import { describe, expect, it } from "vitest";
import type { Action } from "../../../src/contract/wire.ts";
import { createImm } from "../../../src/imm/client.ts";
import type { ImmError } from "../../../src/imm/error.ts";
import type { CallReport } from "../../../src/imm/transport.ts";
import { fixedCredentials } from "../../../src/imm/transports/credentials.ts";
import { openapiTransport } from "../../../src/imm/transports/openapi.ts";
import { sdkTransport } from "../../../src/imm/transports/sdk.ts";
import { testKey } from "../../support/gateway/gateway.ts";
import {
  createScriptedClient,
  failures,
  type FailureName,
} from "../../support/upstream/scripted-transport.ts";
import { json, startUpstream } from "../../support/upstream/upstream.ts";

const photos = { ProjectName: "atlas", DatasetName: "photos" };
const file = { ...photos, File: { URI: "oss://bucket/key" } };

/** What is worth another try, of a read and of a write; throttling is of both. */
const outages: readonly FailureName[] = [
  "reset",
  "noConnection",
  "timeout",
  "internal",
  "unavailable",
  "gatewayTimeout",
];
const answers: readonly FailureName[] = ["notFound", "forbidden", "html"];

const anyFailure = constantFrom(...(Object.keys(failures) as FailureName[]));
// A write that is neither looked up nor sent again when its answer is lost, so that its tries are those of a call.
const anyAction = constantFrom<Action>("GetDataset", "ListDatasets", "IndexFileMeta");

/** Makes a call, and goes on in time until it is done. */
async function outcome<T>(call: Promise<T>, clock: { advance(ms: number): Promise<void> }, ms = 60_000) {
  const done = call.catch((error: ImmError) => error);
  await clock.advance(ms);
  return done;
}

describe("retries", () => {
  it("are made of what may succeed the next time, three tries in all", async () => {
    const property = async (action: Action, script: (FailureName | "ok")[]) => {
      const { imm, clock, sent } = createScriptedClient((_call, index) => {
        const step = script[index] ?? "ok";
        return step === "ok" ? undefined : failures[step](action);
      });
      const mayRepeat = (step: FailureName | "ok") =>
        step === "throttled" || (action !== "IndexFileMeta" && outages.includes(step as FailureName));
      const stop = script.findIndex((step) => !mayRepeat(step));

      await outcome(imm.for({}).call(action, file), clock);

      const wanted = stop === -1 ? script.length + 1 : stop + 1;
      expect(sent).toHaveLength(Math.min(3, wanted));
    };
    const step = oneof(anyFailure, constant("ok" as const));
    await assert(asyncProperty(anyAction, array(step, { maxLength: 4 }), property));
  });

  it.each([...outages, "throttled"] as const)("let a read succeed after: %s", async (failure) => {
    const { imm, clock, sent } = createScriptedClient(({ action }, index) =>
      index < 2 ? failures[failure](action) : undefined,
    );
    const reports: CallReport[] = [];
    const client = imm.for({ onCall: (report) => reports.push(report) });

    await outcome(client.call("GetDataset", photos), clock);

    expect(sent).toHaveLength(3);
    expect(reports).toMatchObject([
      { outcome: "ok", requestId: "R3", attempts: 3, throttled: failure === "throttled" ? 2 : 0 },
    ]);
  });

  it.each(answers)("are not made of an answer: %s", async (failure) => {
    const { imm, clock, sent } = createScriptedClient(({ action }) => failures[failure](action));

    await outcome(imm.for({}).call("GetDataset", photos), clock);

    expect(sent).toHaveLength(1);
  });

  it("wait as long as IMM asks, and a random part of 100, then 200 ms", async () => {
    const property = async (retryAfter: (number | undefined)[], random: number) => {
      const { imm, clock, sent } = createScriptedClient(
        ({ action }, index) => failures.throttled(action, retryAfter[index]),
        {
          random: () => random,
        },
      );

      await outcome(imm.for({}).call("GetDataset", photos), clock, 100_000);

      const times = sent.map(({ at }) => at);
      const waits = times.slice(1).map((at, index) => at - times[index]!);
      expect(waits).toHaveLength(2);
      for (const [index, wait] of waits.entries()) {
        expect(wait).toBeCloseTo((retryAfter[index] ?? 1_000) + random * 100 * 2 ** index, 6);
      }
    };
    const retryAfterMs = option(integer({ min: 0, max: 29_000 }), { nil: undefined });
    const random = double({ min: 0, max: 0.999, noNaN: true });
    await assert(asyncProperty(tuple(retryAfterMs, retryAfterMs), random, property));
  });

  const now = () => Date.parse("2026-01-02T03:04:05.500Z");
  const date = "Fri, 02 Jan 2026 13:00:00 GMT";

  it.each<[string, Record<string, string>, number | undefined]>([
    ["IMM's own milliseconds", { "x-acs-retry-after": "20" }, 20],
    ["a part of one", { "x-acs-retry-after": "0.5" }, 1],
    ["IMM's own beside the usual", { "x-acs-retry-after": "20", "retry-after": "2" }, 20],
    ["seconds", { "retry-after": "2" }, 2_000],
    ["no time", { "retry-after": "0" }, 0],
    ["parts of a second", { "retry-after": "0.25" }, 250],
    ["an hour", { "retry-after": "3600" }, 3_600_000],
    ["a date by the answer's own clock", { date, "retry-after": "Fri, 02 Jan 2026 13:00:02 GMT" }, 2_000],
    ["one in the oldest form", { date, "retry-after": "Fri Jan  2 13:00:02 2026" }, 2_000],
    ["a date by this clock", { "retry-after": "Fri, 02 Jan 2026 03:04:07 GMT" }, 1_500],
    ["the usual beside what can't be read", { "x-acs-retry-after": "soon", "retry-after": "2" }, 2_000],
    ["less than nothing", { "x-acs-retry-after": "-5000" }, undefined],
    ["no decimal number", { "x-acs-retry-after": "1e308" }, undefined],
    ["more than an hour", { "x-acs-retry-after": "3600001" }, 3_600_000],
    ["more than an hour of seconds", { "retry-after": "7200" }, 3_600_000],
    ["no number", { "x-acs-retry-after": "NaN" }, undefined],
    ["nothing", { "x-acs-retry-after": "", "retry-after": "" }, undefined],
    ["a date that is over", { date, "retry-after": "Fri, 02 Jan 2026 12:59:59 GMT" }, undefined],
    ["a date after an hour", { date, "retry-after": "Fri, 02 Jan 2026 14:00:01 GMT" }, 3_600_000],
    ["seconds below nothing", { "retry-after": "-5" }, undefined],
    ["neither seconds nor a date", { "retry-after": "5, 5" }, undefined],
  ])("heed what IMM asks for by either transport: %s", async (_what, headers, retryAfterMs) => {
    await using upstream = await startUpstream((request, response) => {
      response.sendDate = false;
      json(400, { RequestId: "R", Code: "Throttling" }, headers)(request, response);
    });
    const options = { endpoint: upstream.url, credentials: fixedCredentials(testKey), now };
    const packageName = new URL("../../support/upstream/sdk-stand-in/index.js", import.meta.url).href;
    for (const transport of [openapiTransport(options), await sdkTransport({ ...options, packageName })]) {
      await using imm = createImm({ transport });

      const call = imm.for({ withinMs: 900 }).call("IndexFileMeta", file);

      // Another try may be worth the wait, and is told the same.
      await expect(call).rejects.toMatchObject({ code: "Throttling", retryAfterMs });
    }
  });

  it("are not made where IMM asks for more time than there is, and tell how much", async () => {
    for (const [withinMs, retryAfterMs] of [
      [15_000, 15_000],
      [15_000, 3_600_000],
      [undefined, 30_001],
    ] as const) {
      const { imm, clock, sent } = createScriptedClient(({ action }) =>
        failures.throttled(action, retryAfterMs),
      );

      const error = await outcome(imm.for({ withinMs }).call("GetDataset", photos), clock, 0);

      expect(error).toMatchObject({ code: "Throttling.User", retryAfterMs });
      expect(sent).toHaveLength(1);
      expect(clock.waiting).toBe(0);
    }
  });

  it.each([
    [1_200, 1],
    [1_500, 2],
  ])(
    "are made only where time is left for an answer: of %d ms after a second, %d in all",
    async (withinMs, tries) => {
      const { imm, clock, sent } = createScriptedClient(({ action }) => failures.throttled(action));

      const error = await outcome(imm.for({ withinMs }).call("IndexFileMeta", file), clock);

      expect(error).toMatchObject({ code: "Throttling.User" });
      expect(sent).toHaveLength(tries);
    },
  );

  it("end by the deadline, whatever happens", async () => {
    const property = async (withinMs: number, script: FailureName[], retryAfterMs: number, takes: number) => {
      const { imm, clock, sent } = createScriptedClient(async ({ action }, index) => {
        const failure = script[index % script.length]!;
        await new Promise<void>((done) => void clock.after(takes, done));
        return failure === "throttled" ? failures.throttled(action, retryAfterMs) : failures[failure](action);
      });
      let endedAt = Infinity;
      const call = imm
        .for({ withinMs })
        .call("GetDataset", photos)
        .finally(() => (endedAt = clock.elapsed()));

      await outcome(call, clock, 100_000);

      expect(endedAt).toBeLessThanOrEqual(withinMs);
      for (const { at } of sent) expect(at).toBeLessThan(withinMs);
      expect(clock.waiting).toBe(0);
    };
    const script = array(anyFailure, { minLength: 1, maxLength: 3 });
    const ms = integer({ min: 1, max: 20_000 });
    await assert(asyncProperty(ms, script, ms, ms, property));
  });

  describe("have a budget:", () => {
    it.each(["throttled", "reset"] as const)(
      "1,000 calls that fail, %s, cost at most 1,100 tries",
      async (failure) => {
        const { imm, clock, sent } = createScriptedClient(({ action }) => failures[failure](action));
        const client = imm.for({});

        for (let call = 0; call < 1_000; call += 1) {
          // So far apart that the breaker isn't what holds them back.
          await outcome(client.call("GetDataset", photos), clock, 5_000);
        }

        expect(sent.length).toBeGreaterThan(1_050);
        expect(sent.length).toBeLessThanOrEqual(1_100);
      },
    );

    it("any mix of calls that fail costs at most 100 tries beyond, look-ups and repeated writes among them", async () => {
      const writes = constantFrom<Action>("CreateDataset", "UpdateDataset", "DeleteDataset", "GetDataset");
      const property = async (calls: [Action, FailureName][]) => {
        const { imm, clock, sent } = createScriptedClient(({ action }) => {
          const [, failure] = calls[Math.min(made, calls.length) - 1]!;
          return failures[failure](action);
        });
        let made = 0;
        const client = imm.for({});
        for (let round = 0; round < 10; round += 1) {
          made = 0;
          for (const [action] of calls) {
            made += 1;
            await outcome(client.call(action, photos), clock, 5_000);
          }
        }
        expect(sent.length).toBeLessThanOrEqual(10 * calls.length + 100);
      };
      const failing = constantFrom<FailureName>(...outages, "throttled");
      const calls = array(tuple(writes, failing), { minLength: 20, maxLength: 30 });
      await assert(asyncProperty(calls, property), { numRuns: 10 });
    });

    it.each(["a reply", "a refusal"])("%s fills it again, one try for ten", async (what) => {
      let isDown = true;
      const { imm, clock, sent } = createScriptedClient(({ action }) => {
        if (isDown) return failures.throttled(action);
        return what === "a refusal" ? failures.notFound(action) : undefined;
      });
      const client = imm.for({});
      const tries = async (calls: number) => {
        const before = sent.length;
        for (let call = 0; call < calls; call += 1) {
          await outcome(client.call("GetDataset", photos), clock, 3_000);
        }
        return sent.length - before;
      };
      await tries(200);
      expect(await tries(50)).toBe(50);

      isDown = false;
      await tries(100);
      isDown = true;

      expect(await tries(50)).toBe(60);
    });
  });

  it("leave a call that the breaker stops amid its tries with what it met before", async () => {
    const { imm, clock, sent } = createScriptedClient(({ action }) => failures.noConnection(action));
    const reads = Array.from({ length: 10 }, (_, index) =>
      imm
        .for({ withinMs: 15_000 })
        .call("GetDataset", { ...photos, DatasetName: `d${index}` })
        .catch(({ failure }: ImmError) => failure),
    );
    await clock.advance(1_000);

    expect(await Promise.all(reads)).toEqual(Array.from({ length: 10 }, () => "unreachable"));
    expect(sent).toHaveLength(10);
    // As the call that tries does, whose failure opens the circuit again.
    await clock.advance(5_000);
    const probe = imm
      .for({})
      .call("GetDataset", photos)
      .catch(({ failure }: ImmError) => failure);
    await clock.advance(1_000);
    expect(await probe).toBe("unreachable");
  });

  it("are neither made nor paid for what the breaker refuses", async () => {
    let isDown = true;
    let isThrottled = false;
    const { imm, clock, sent } = createScriptedClient(({ action }) => {
      if (isThrottled) return failures.throttled(action);
      return isDown ? failures.internal(action) : undefined;
    });
    const client = imm.for({});
    for (let call = 0; call < 4; call += 1) await outcome(client.call("GetDataset", photos), clock, 1_000);
    const before = sent.length;
    expect(before).toBe(10);

    for (let call = 0; call < 500; call += 1) {
      expect(await outcome(client.call("GetDataset", photos), clock, 0)).toMatchObject({ failure: "open" });
    }
    expect(sent).toHaveLength(before);

    // Had each refusal cost a try, none would be left.
    await clock.advance(5_000);
    isDown = false;
    await client.call("GetDataset", photos);
    isThrottled = true;
    await outcome(client.call("GetDataset", photos), clock);
    expect(sent).toHaveLength(before + 1 + 3);
  });

  it("are neither made nor paid for what the pace refuses", async () => {
    let isThrottled = false;
    const { imm, clock, sent } = createScriptedClient(
      ({ action }) => (isThrottled ? failures.throttled(action) : undefined),
      { callsPerSecond: 3 },
    );
    const client = imm.for({ withinMs: 500 });
    for (const DatasetName of ["a", "b", "c"]) await client.call("GetDataset", { ...photos, DatasetName });

    for (let call = 0; call < 500; call += 1) {
      const refused = await outcome(imm.for({ withinMs: 500 }).call("GetDataset", photos), clock, 0);
      expect(refused).toMatchObject({ failure: "paced", retryAfterMs: 1_000 });
    }
    expect(sent).toHaveLength(3);

    isThrottled = true;
    await outcome(imm.for({}).call("GetDataset", photos), clock, 10_000);
    expect(sent).toHaveLength(6);
  });
});
