import { array, assert, asyncProperty, constantFrom, integer, oneof, record } from "fast-check";
import { describe, expect, it } from "vitest";
import type { Imm, RequestOptions } from "../../../src/imm/client.ts";
import { wait } from "../../../src/imm/clock.ts";
import { ImmError } from "../../../src/imm/error.ts";
import type { BreakerState } from "../../../src/imm/layers/circuit-breaker.ts";
import {
  createScriptedClient,
  failures,
  type FailureName,
} from "../../support/upstream/scripted-transport.ts";

const photos = { ProjectName: "atlas", DatasetName: "photos" };
const file = { ...photos, File: { URI: "oss://bucket/key" } };

/** So many writes at once, however they end. */
function together(imm: Imm, count: number, options: RequestOptions = {}): Promise<unknown>[] {
  return Array.from({ length: count }, () =>
    imm
      .for(options)
      .call("IndexFileMeta", file)
      .catch(() => {}),
  );
}

/** So many writes one after the other, however they end. */
async function inTurn(imm: Imm, count: number): Promise<void> {
  for (let made = 0; made < count; made += 1) await Promise.all(together(imm, 1));
}

/** An IMM whose health is set; calls are writes that are made once, so that a call is a try. */
function start() {
  const states: BreakerState[] = [];
  const health: { failure: FailureName | undefined } = { failure: undefined };
  const service = createScriptedClient(
    // What is throttled for a minute isn't tried again.
    ({ action }) => (health.failure ? failures[health.failure](action, 60_000) : undefined),
    { onBreaker: (state) => states.push(state) },
  );
  const call = () => service.imm.for({}).call("IndexFileMeta", file);
  const calls = (count: number) => inTurn(service.imm, count);
  return { ...service, states, health, call, calls };
}

const open = { failure: "open", action: "IndexFileMeta" };

describe("the circuit breaker", () => {
  it("opens at the tenth failure, and says when to come back", async () => {
    const { health, sent, states, call, calls, clock } = start();
    health.failure = "reset";
    await calls(9);
    expect(states).toEqual([]);
    await calls(1);
    expect(states).toEqual(["open"]);

    await clock.advance(1_500);

    await expect(call()).rejects.toMatchObject({ ...open, retryAfterMs: 3_500 });
    expect(sent).toHaveLength(10);
  });

  it("stays closed while more than half of the calls are answered", async () => {
    const { health, states, calls } = start();
    await calls(11);
    health.failure = "timeout";
    await calls(10);
    expect(states).toEqual([]);

    await calls(1);
    expect(states).toEqual(["open"]);
  });

  it("forgets what is older than 10 seconds", async () => {
    const { health, states, calls, clock } = start();
    health.failure = "unavailable";
    await calls(9);
    await clock.advance(11_000);
    await calls(9);

    expect(states).toEqual([]);
  });

  it.each(["notFound", "forbidden", "throttled", "html"] as const)(
    "takes a refusal for an answer: %s",
    async (failure) => {
      const { health, sent, states, calls } = start();
      health.failure = failure;
      await calls(30);

      expect(states).toEqual([]);
      expect(sent).toHaveLength(30);
    },
  );

  it("blames IMM for no call that waited longer for its turn than IMM then had to answer", async () => {
    const states: BreakerState[] = [];
    const { imm, clock, sent } = createScriptedClient(({ signal }) => wait(clock, 600, signal), {
      callsPerSecond: 10,
      onBreaker: (state) => states.push(state),
    });
    // A quarter is kept for looking after a write: the second ten have 425 ms after their turns.
    const calls = together(imm, 20, { withinMs: 1_900 });
    await clock.advance(1_900);
    await Promise.all(calls);

    expect(sent).toHaveLength(20);
    expect(states).toEqual([]);
  });

  it("lets one call try after 5 seconds, and closes when it is answered", async () => {
    let answer = () => {};
    let isHanging = false;
    const states: BreakerState[] = [];
    const { imm, clock, sent } = createScriptedClient(
      ({ action }) =>
        isHanging ? new Promise<void>((resolve) => void (answer = resolve)) : failures.reset(action),
      { onBreaker: (state) => states.push(state) },
    );
    const call = () => imm.for({}).call("IndexFileMeta", file);
    await inTurn(imm, 10);
    await clock.advance(5_000);
    isHanging = true;

    const probe = call();
    await expect(call()).rejects.toMatchObject({ ...open, retryAfterMs: 1_000 });
    await expect(call()).rejects.toMatchObject(open);
    expect(sent).toHaveLength(11);
    expect(states).toEqual(["open", "half-open"]);
    answer();
    await probe;

    expect(states).toEqual(["open", "half-open", "closed"]);
    isHanging = false;
    await expect(call()).rejects.toMatchObject({ failure: "timeout" });
    expect(sent).toHaveLength(12);
  });

  it("opens again when the try fails", async () => {
    const { health, states, call, calls, clock } = start();
    health.failure = "reset";
    await calls(10);
    await clock.advance(5_000);
    await calls(1);

    await expect(call()).rejects.toMatchObject({ ...open, retryAfterMs: 5_000 });
    expect(states).toEqual(["open", "half-open", "open"]);
  });

  it("closes when IMM refuses the try", async () => {
    const { health, states, calls, clock } = start();
    health.failure = "reset";
    await calls(10);
    await clock.advance(5_000);
    health.failure = "notFound";
    await calls(1);

    expect(states).toEqual(["open", "half-open", "closed"]);
  });

  it("lets the next call try where the first left before its answer", async () => {
    const leaving = new AbortController();
    let isHanging = false;
    const { imm, clock, sent } = createScriptedClient(async ({ action, signal }) => {
      if (!isHanging) return failures.reset(action);
      await new Promise((_resolve, reject) => signal?.addEventListener("abort", () => reject(signal.reason)));
      return undefined;
    });
    await inTurn(imm, 10);
    await clock.advance(5_000);
    isHanging = true;
    const left = imm
      .for({ signal: leaving.signal })
      .call("GetDataset", photos)
      .catch((reason: unknown) => reason);
    await clock.advance(0);

    leaving.abort(new Error("They left."));
    expect(await left).toEqual(new Error("They left."));
    await clock.advance(0);
    isHanging = false;
    await expect(imm.for({}).call("IndexFileMeta", file)).rejects.toMatchObject({ failure: "timeout" });

    expect(sent).toHaveLength(12);
  });

  it("isn't told of what was sent before it changed", async () => {
    const pending: ((failure: ImmError | void) => void)[] = [];
    let isHanging = true;
    const states: BreakerState[] = [];
    const { imm, clock } = createScriptedClient(
      ({ action }) =>
        isHanging ? new Promise<ImmError | void>((resolve) => pending.push(resolve)) : failures.reset(action),
      { onBreaker: (state) => states.push(state) },
    );
    const call = () =>
      imm
        .for({})
        .call("IndexFileMeta", file)
        .catch(() => {});
    const early = [call(), call()];
    await clock.advance(0);
    isHanging = false;
    for (let made = 0; made < 10; made += 1) await call();
    expect(states).toEqual(["open"]);

    await clock.advance(5_000);
    isHanging = true;
    const probe = call();
    await clock.advance(0);
    pending[0]!();
    pending[1]!(failures.reset("IndexFileMeta"));
    await Promise.all(early);
    expect(states).toEqual(["open", "half-open"]);

    pending[2]!();
    await probe;
    expect(states).toEqual(["open", "half-open", "closed"]);
  });

  it("doesn't count what the pace refuses", async () => {
    const states: BreakerState[] = [];
    const { imm, clock } = createScriptedClient(({ action }) => failures.reset(action), {
      callsPerSecond: 9,
      onBreaker: (state) => states.push(state),
    });
    const calls = async (count: number, failure: string) => {
      for (let made = 0; made < count; made += 1) {
        const call = imm.for({ withinMs: 500 }).call("IndexFileMeta", file);
        await expect(call).rejects.toMatchObject({ failure });
      }
    };
    await calls(9, "timeout");
    await calls(20, "paced");
    await clock.advance(1_000);
    expect(states).toEqual([]);
    await calls(1, "timeout");

    expect(states).toEqual(["open"]);
  });

  it("sends nothing while it is open of what waits for its turn, either", async () => {
    const { imm, clock, sent } = createScriptedClient(({ action }) => failures.reset(action), {
      callsPerSecond: 10,
    });
    const calls = Array.from({ length: 100 }, () =>
      imm
        .for({ withinMs: 15_000 })
        .call("IndexFileMeta", file)
        .catch((error: ImmError) => error.failure),
    );
    await clock.advance(4_999);
    expect(sent).toHaveLength(10);

    await clock.advance(20_000);
    expect(await Promise.all(calls)).toContain("open");
  });

  it("keeps nobody out for a try that waits for its turn", async () => {
    let isDown = true;
    const { imm, clock } = createScriptedClient(
      ({ action }) => (isDown ? failures.reset(action) : undefined),
      {
        callsPerSecond: 10,
      },
    );
    const call = (ProjectName: string) =>
      imm
        .for({ withinMs: 15_000 })
        .call("IndexFileMeta", { ...file, ProjectName })
        .then(
          () => "fine",
          (error: ImmError) => error.failure,
        );
    const queue = Array.from({ length: 140 }, () => call("atlas"));
    await clock.advance(0);
    isDown = false;
    await clock.advance(5_000);
    const probe = call("atlas");
    await clock.advance(0);

    expect(await call("maps")).toBe("fine");
    await clock.advance(20_000);
    await Promise.all([...queue, probe]);
  });

  it("lets pass what settles a lost write, which may be what opened it", async () => {
    const date = Date.parse("2026-01-02T04:04:05Z");
    const { imm, clock, sent } = createScriptedClient(({ action, params }) =>
      action === "CreateDataset"
        ? failures.reset(action)
        : {
            status: 200,
            date,
            body: { RequestId: "R", Dataset: { ...params, CreateTime: new Date(date).toISOString() } },
          },
    );
    const creates = Array.from({ length: 12 }, (_, index) =>
      imm.for({ withinMs: 15_000 }).call("CreateDataset", { ...photos, DatasetName: `d${index}` }),
    );
    await clock.advance(0);

    for (const made of await Promise.all(creates)) expect(made).toMatchObject({ reconciled: true });
    expect(sent).toHaveLength(24);
  });

  it.each([
    ["credentials", { failure: "malformed", code: "InvalidCredentials" }],
    ["Unicode", { failure: "refused", code: "InvalidDescription" }],
  ] as const)(
    "doesn't take for an answer what could not be sent for want of %s",
    async (_what, { failure, code }) => {
      const states: BreakerState[] = [];
      let isDown = true;
      const { imm, clock } = createScriptedClient(
        ({ action }) =>
          isDown
            ? failures.reset(action)
            : new ImmError(action, failure, { message: "No.", code, unsent: true }),
        { onBreaker: (state) => states.push(state) },
      );
      const call = () => imm.for({}).call("IndexFileMeta", file);
      await inTurn(imm, 10);
      await clock.advance(5_000);
      isDown = false;

      await expect(call()).rejects.toMatchObject({ failure, code });

      expect(states).toEqual(["open", "half-open", "open"]);
    },
  );

  it("blames IMM for no deadline that left it less than a second", async () => {
    const states: BreakerState[] = [];
    const { imm, clock } = createScriptedClient(({ signal }) => wait(clock, 50, signal), {
      onBreaker: (state) => states.push(state),
    });
    const calls = async (withinMs: number) => {
      for (let made = 0; made < 10; made += 1) {
        const call = imm
          .for({ withinMs })
          .call("IndexFileMeta", file)
          .catch(() => {});
        await clock.advance(withinMs);
        await call;
      }
    };
    await calls(40);

    expect(states).toEqual([]);
  });

  it.each(["deadline", "stop"] as const)(
    "blames IMM for nothing that was not sent by its %s",
    async (endedBy) => {
      const states: BreakerState[] = [];
      const { imm, clock } = createScriptedClient(
        async ({ action }) => {
          await wait(clock, 2_000, undefined);
          return new ImmError(action, "timeout", { message: "No key in time.", unsent: true, endedBy });
        },
        { onBreaker: (state) => states.push(state) },
      );
      const calls = together(imm, 10);
      await clock.advance(2_000);
      await Promise.all(calls);

      expect(states).toEqual([]);
    },
  );

  it("blames IMM for nothing that is given up", async () => {
    const states: BreakerState[] = [];
    const { imm, clock } = createScriptedClient(({ signal }) => wait(clock, 60_000, signal), {
      onBreaker: (state) => states.push(state),
    });
    const calls = together(imm, 10);
    await clock.advance(1_100);
    imm.abort();
    await Promise.all(calls);

    expect(states).toEqual([]);
  });

  it("is told by the call that tries alone, not by what settles a lost write meanwhile", async () => {
    const states: BreakerState[] = [];
    let isHanging = false;
    let answerProbe = () => {};
    const { imm, clock } = createScriptedClient(
      ({ action }) => {
        if (action === "GetProject") return new Promise<void>((resolve) => void (answerProbe = resolve));
        if (action === "UpdateDataset" && isHanging)
          return wait(clock, 5_900, undefined).then(() => failures.reset(action));
        return failures.reset(action);
      },
      { onBreaker: (state) => states.push(state) },
    );
    isHanging = true;
    const update = imm
      .for({})
      .call("UpdateDataset", photos)
      .catch(() => {});
    await clock.advance(0);
    await inTurn(imm, 10);
    await clock.advance(5_500);
    const probe = imm.for({}).call("GetProject", { ProjectName: "atlas" });
    await clock.advance(10_000);
    await update;
    expect(states).toEqual(["open", "half-open"]);

    answerProbe();
    await probe;
    expect(states).toEqual(["open", "half-open", "closed"]);
  });

  it("blames IMM for a deadline that left it a second or more", async () => {
    const states: BreakerState[] = [];
    const { imm, clock } = createScriptedClient(({ signal }) => wait(clock, 60_000, signal), {
      onBreaker: (state) => states.push(state),
    });
    const calls = together(imm, 10, { withinMs: 1_000 });
    await clock.advance(1_000);
    await Promise.all(calls);

    expect(states).toEqual(["open"]);
  });

  it("sends, whatever comes, nothing while it is open, and one call at a time when it tries", async () => {
    const step = oneof(
      record({ wait: integer({ min: 1, max: 6_000 }) }),
      record({
        calls: integer({ min: 1, max: 15 }),
        failure: constantFrom<FailureName | undefined>("reset", "internal", "notFound", undefined),
      }),
    );
    const property = async (
      steps: ({ wait: number } | { calls: number; failure: FailureName | undefined })[],
    ) => {
      const { health, sent, states, calls, clock } = start();
      let openedAt = -Infinity;
      for (const one of steps) {
        if ("wait" in one) {
          await clock.advance(one.wait);
          continue;
        }
        health.failure = one.failure;
        for (let made = 0; made < one.calls; made += 1) {
          const before = sent.length;
          const isOpen = states.at(-1) === "open";
          const isDue = clock.elapsed() - openedAt >= 5_000;
          await calls(1);
          expect(sent.length - before).toBe(isOpen && !isDue ? 0 : 1);
          if (states.at(-1) === "open" && (!isOpen || isDue)) openedAt = clock.elapsed();
        }
      }
    };
    await assert(asyncProperty(array(step, { maxLength: 30 }), property));
  });
});
