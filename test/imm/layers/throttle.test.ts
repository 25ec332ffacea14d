import { array, assert, asyncProperty, constantFrom, integer, oneof, record } from "fast-check";
import { describe, expect, it } from "vitest";
import type { Caller } from "../../../src/imm/caller.ts";
import { wait } from "../../../src/imm/clock.ts";
import type { ImmError } from "../../../src/imm/error.ts";
import type { BreakerState } from "../../../src/imm/layers/circuit-breaker.ts";
import type { CallReport } from "../../../src/imm/transport.ts";
import { createScriptedClient } from "../../support/upstream/scripted-transport.ts";

/** A call that was asked for, and what became of it when. */
interface Attempt {
  readonly caller: string;
  readonly at: number;
  /** When it must have started: a quarter of its time, and a second at most, is kept for its answer. */
  readonly deadline: number;
  startedAt?: number;
  rejectedAt?: number;
  retryAfterMs?: number | undefined;
}

function callerNamed(name: string): Caller {
  return { name, roles: [], isSecure: false };
}

/** A client of which every call is different, so that none is shared. */
function start(callsPerSecond: number) {
  const service = createScriptedClient(() => undefined, { callsPerSecond });
  const { imm, clock, sent } = service;
  const all: Attempt[] = [];
  const ask = (caller: string, withinMs: number, ProjectName = "atlas") => {
    const deadline = clock.elapsed() + withinMs - Math.min(1_000, withinMs / 4);
    const attempt: Attempt = { caller, at: clock.elapsed(), deadline };
    const DatasetName = `d${all.push(attempt)}`;
    return imm
      .for({ caller: callerNamed(caller), withinMs })
      .call("GetDataset", { ProjectName, DatasetName })
      .then(
        () => (attempt.startedAt = sent.find(({ call }) => call.params["DatasetName"] === DatasetName)!.at),
        (error: ImmError) => {
          expect(error.failure).toBe("paced");
          attempt.rejectedAt = clock.elapsed();
          attempt.retryAfterMs = error.retryAfterMs;
        },
      );
  };
  return { ...service, all, ask };
}

type Step = { readonly wait: number } | { readonly caller: string; readonly withinMs: number };

const steps = array(
  oneof(
    { weight: 1, arbitrary: record({ wait: integer({ min: 1, max: 700 }) }) },
    {
      weight: 4,
      arbitrary: record({
        caller: constantFrom("ann", "bob", "cy"),
        withinMs: integer({ min: 1, max: 5_000 }),
      }),
    },
  ),
  { maxLength: 60 },
);

/** Asks at random times, and tells what became of every call. */
async function run(perSecond: number, script: readonly Step[]) {
  const service = start(perSecond);
  const done: Promise<unknown>[] = [];
  for (const step of script) {
    if ("wait" in step) await service.clock.advance(step.wait);
    else done.push(service.ask(step.caller, step.withinMs));
  }
  await service.clock.advance(60_000);
  await Promise.all(done);
  return service;
}

const perSecond = integer({ min: 1, max: 5 });

describe("the pace of a project", () => {
  it("has no more starts in any second than it may", async () => {
    const property = async (rate: number, script: Step[]) => {
      const { sent } = await run(rate, script);
      const times = sent.map(({ at }) => at);
      for (const [index, at] of times.entries()) {
        expect(at - (times[index - rate] ?? -Infinity)).toBeGreaterThanOrEqual(1_000);
      }
    };
    await assert(asyncProperty(perSecond, steps, property));
  });

  it("starts each call before its deadline, or refuses it and says when a turn would have come", async () => {
    const property = async (rate: number, script: Step[]) => {
      const { all, clock } = await run(rate, script);
      const isRight = ({ deadline, startedAt, rejectedAt = NaN, retryAfterMs = NaN }: Attempt) =>
        startedAt === undefined
          ? rejectedAt < deadline && rejectedAt + retryAfterMs >= deadline
          : startedAt < deadline;
      expect(all.filter((one) => !isRight(one))).toEqual([]);
      expect(clock.waiting).toBe(0);
    };
    await assert(asyncProperty(perSecond, steps, property));
  });

  it("refuses at once: when the call is made, or when another caller takes the last turn before its deadline", async () => {
    const property = async (rate: number, script: Step[]) => {
      const { all } = await run(rate, script);
      const isDisplaced = ({ caller, rejectedAt }: Attempt) =>
        all.some((other) => other.at === rejectedAt && other.caller !== caller);
      const late = all.filter(({ at, rejectedAt }) => rejectedAt !== undefined && rejectedAt > at);
      expect(late.filter((one) => !isDisplaced(one))).toEqual([]);
    };
    await assert(asyncProperty(perSecond, steps, property));
  });

  it("loses no turn: who waits, waits for a second that is full", async () => {
    const property = async (rate: number, script: Step[]) => {
      const { all, sent } = await run(rate, script);
      const waited = all.filter(({ at, startedAt }) => startedAt !== undefined && startedAt > at);
      // It started in the moment in which a start of a second ago went out of the count.
      const isPrompt = ({ startedAt }: Attempt) => sent.some(({ at }) => at === startedAt! - 1_000);
      expect(waited.filter((one) => !isPrompt(one))).toEqual([]);
    };
    await assert(asyncProperty(perSecond, steps, property));
  });

  it("is fair: while a call waits behind n of its own caller, no other starts more than n + 1", async () => {
    const property = async (rate: number, script: Step[]) => {
      const { all, sent } = await run(rate, script);
      const order = sent.map(({ call }) => all[Number(String(call.params["DatasetName"]).slice(1)) - 1]!);
      for (const [index, one] of order.entries()) {
        const arrived = all.indexOf(one);
        const earlier = order.slice(0, index).filter((other) => other.startedAt! >= one.at);
        const started = earlier.filter((other) => all.indexOf(other) < arrived || other.startedAt! > one.at);
        const own = started.filter(({ caller }) => caller === one.caller).length;
        for (const name of ["ann", "bob", "cy"]) {
          if (name === one.caller) continue;
          // Those that it found started in the moment of its arrival had no one to wait for.
          const others = started.filter(({ caller, startedAt, at }) => caller === name && startedAt! > at);
          expect(others.length).toBeLessThanOrEqual(own + 1);
        }
      }
    };
    await assert(asyncProperty(perSecond, steps, property), { numRuns: 300 });
  });

  it("lets a caller with one call in before the rest of a caller with hundreds", async () => {
    const { ask, all, clock } = start(10);
    const done = Array.from({ length: 300 }, () => ask("greedy", 60_000));
    await clock.advance(500);
    done.push(ask("modest", 60_000));
    await clock.advance(60_000);
    await Promise.all(done);

    expect(all.at(-1)).toMatchObject({ caller: "modest", startedAt: 1_000 });
    expect(all.at(-2)).toMatchObject({ caller: "greedy", startedAt: 30_000 });
  });

  it("refuses what can't start in time with the time of its turn, and sends nothing", async () => {
    const { imm, ask, sent, clock } = start(100);
    const done = Array.from({ length: 250 }, () => ask("ann", 15_000));
    await clock.advance(0);

    const call = (DatasetName: string, withinMs: number) =>
      imm
        .for({ caller: callerNamed("ann"), withinMs })
        .call("GetDataset", { ProjectName: "atlas", DatasetName });
    const refused = call("x", 2_666);
    const started = call("y", 2_667);

    await expect(refused).rejects.toMatchObject({
      failure: "paced",
      action: "GetDataset",
      retryAfterMs: 2_000,
    });
    await clock.advance(15_000);
    await Promise.all([...done, started]);
    expect(sent).toHaveLength(251);
  });

  it("does useful work and harms nobody else where twice as much is asked as may be sent, for long", async () => {
    const states: BreakerState[] = [];
    const service = createScriptedClient(({ signal }) => wait(service.clock, 50, signal), {
      callsPerSecond: 10,
      onBreaker: (state) => states.push(state),
    });
    const { imm, clock } = service;
    const outcomes: Record<string, Record<string, number>> = { atlas: {}, innocent: {} };
    const done: Promise<void>[] = [];
    const ask = (ProjectName: string) => {
      const count = (outcome: string) => {
        outcomes[ProjectName]![outcome] = (outcomes[ProjectName]![outcome] ?? 0) + 1;
      };
      const DatasetName = `d${done.length}`;
      done.push(
        imm
          .for({ withinMs: 5_000 })
          .call("GetDataset", { ProjectName, DatasetName })
          .then(
            () => count("fine"),
            (error: ImmError) => count(error.failure),
          ),
      );
    };
    for (let tick = 0; tick < 600; tick += 1) {
      ask("atlas");
      if (tick % 10 === 0) ask("innocent");
      await clock.advance(50);
    }
    await clock.advance(10_000);
    await Promise.all(done);

    expect(states).toEqual([]);
    expect(outcomes["innocent"]).toEqual({ fine: 60 });
    expect(Object.keys(outcomes["atlas"]!).toSorted()).toEqual(["fine", "paced"]);
    // Ten in each of thirty seconds, and what waited at the end.
    expect(outcomes["atlas"]!["fine"]).toBeGreaterThan(300);
  });

  it("takes a write that all calls end with while it waits for none that was sent", async () => {
    const { imm, clock, sent } = createScriptedClient(() => undefined, { callsPerSecond: 1 });
    await imm.for({}).call("GetDataset", { ProjectName: "atlas", DatasetName: "x" });
    const waiting = imm
      .for({ withinMs: 5_000 })
      .call("CreateDataset", { ProjectName: "atlas", DatasetName: "y" })
      .catch((error: ImmError) => error);
    await clock.advance(0);

    imm.abort();

    expect(await waiting).toMatchObject({
      message: "CreateDataset was given up: the gateway is being stopped.",
      unsent: true,
    });
    expect(clock.waiting).toBe(0);
    expect(sent).toHaveLength(1);
  });

  it.each([0, 2.5, -1, Number.NaN, Infinity])("isn't %d", (callsPerSecond) => {
    expect(() => start(callsPerSecond)).toThrow("callsPerSecond must be a whole number of at least 1");
  });

  it("is each project's own", async () => {
    const { ask, all } = start(1);
    await Promise.all(["atlas", "maps", "zoo"].map((project) => ask("ann", 1_000, project)));

    expect(all.map(({ startedAt }) => startedAt)).toEqual([0, 0, 0]);
  });

  it("tells in each report how long the call waited", async () => {
    const { imm, clock } = start(1);
    const reports: CallReport[] = [];
    const client = imm.for({ onCall: (report) => reports.push(report) });
    const calls = ["a", "b"].map((DatasetName) =>
      client.call("GetDataset", { ProjectName: "atlas", DatasetName }),
    );
    await clock.advance(1_000);
    await Promise.all(calls);

    expect(reports).toMatchObject([
      { params: { DatasetName: "a" }, waitedMs: 0, attempts: 1 },
      { params: { DatasetName: "b" }, waitedMs: 1_000, ms: 1_000, attempts: 1 },
    ]);
  });

  it("tells of one that left how long it had waited", async () => {
    const leaving = new AbortController();
    const { imm, clock } = createScriptedClient(() => undefined, { callsPerSecond: 1 });
    const reports: CallReport[] = [];
    const client = imm.for({ signal: leaving.signal, onCall: (report) => reports.push(report) });
    const calls = ["a", "b", "c", "d"].map((DatasetName) =>
      client.call("GetDataset", { ProjectName: "atlas", DatasetName }).catch(() => {}),
    );
    await clock.advance(2_500);
    leaving.abort();
    await Promise.all(calls);

    expect(reports.map(({ outcome, waitedMs }) => [outcome, waitedMs])).toEqual([
      ["ok", 0],
      ["ok", 1_000],
      ["ok", 2_000],
      ["cancelled", 2_500],
    ]);
  });

  it("gives the turn of who left to the next", async () => {
    const leaving = new AbortController();
    const { imm, ask, all, clock } = start(1);
    await ask("ann", 10_000);
    const left = imm
      .for({ signal: leaving.signal })
      .call("GetDataset", { ProjectName: "atlas", DatasetName: "x" })
      .catch((reason: unknown) => reason);
    await clock.advance(0);
    const next = ask("ann", 10_000);
    await clock.advance(0);

    leaving.abort(new Error("They left."));
    expect(await left).toEqual(new Error("They left."));
    await clock.advance(1_000);
    await next;

    expect(all.at(-1)).toMatchObject({ startedAt: 1_000 });
    expect(clock.waiting).toBe(0);
  });

  it("leaves nobody to wake when all have left", async () => {
    const leaving = new AbortController();
    const { imm, ask, clock } = start(1);
    await ask("ann", 10_000);
    const left = imm
      .for({ signal: leaving.signal })
      .call("GetDataset", { ProjectName: "atlas", DatasetName: "x" })
      .catch((reason: unknown) => reason);
    await clock.advance(0);
    expect(clock.waiting).toBe(1);

    leaving.abort(new Error("They left."));
    expect(await left).toEqual(new Error("They left."));
    await clock.advance(0);

    expect(clock.waiting).toBe(0);
  });
});
