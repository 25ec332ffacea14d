import { getEventListeners } from "node:events";
import { describe, expect, it } from "vitest";
import { createImm, type ImmClient } from "../../src/imm/client.ts";
import { systemClock, type Clock } from "../../src/imm/clock.ts";
import { ImmError } from "../../src/imm/error.ts";
import { fixedCredentials } from "../../src/imm/transports/credentials.ts";
import { openapiTransport } from "../../src/imm/transports/openapi.ts";
import { testClock } from "../support/clock.ts";
import { testKey } from "../support/gateway/gateway.ts";
import { countByWord, repeat } from "../support/lists.ts";
import { byProject } from "../support/upstream/responses-by-project.ts";
import { startUpstream } from "../support/upstream/upstream.ts";

describe("calls", () => {
  const read = (client: ImmClient, names: { project?: string; dataset: string | number }) => {
    const { project = "fine", dataset } = names;
    return client.call("GetDataset", { ProjectName: project, DatasetName: `${dataset}` });
  };
  const connect = (url: string, clock: Clock) =>
    createImm({
      transport: openapiTransport({ endpoint: url, credentials: fixedCredentials(testKey) }),
      callsPerSecond: 10,
      clock,
    });
  const endsOf = async (calls: readonly Promise<unknown>[]) =>
    countByWord(
      await Promise.all(
        calls.map((call) =>
          call.then(
            () => "fine",
            (error: unknown) => (error instanceof ImmError ? error.failure : (error as Error).name),
          ),
        ),
      ),
    );

  it("that wait for their turns leave nobody waiting when their client leaves, or they are refused", async () => {
    const clock = testClock();
    await using upstream = await startUpstream(byProject);
    await using imm = connect(upstream.url, clock);
    const leaving = new AbortController();
    const client = imm.for({ signal: leaving.signal, withinMs: 5_000 });

    const ends = endsOf(repeat(100, (dataset) => read(client, { dataset })));
    await expect.poll(() => upstream.requests.length).toBe(10);
    await clock.advance(1_000);
    await expect.poll(() => upstream.requests.length).toBe(20);
    // What was asked is answered by then.
    await read(imm.for({}), { project: "fine-other", dataset: "last" });
    leaving.abort();

    expect(await ends).toEqual({ fine: 20, AbortError: 20, paced: 60 });
    expect(clock.waiting).toBe(0);
    expect(getEventListeners(leaving.signal, "abort")).toEqual([]);
  });

  it("that a deadline ends leave nobody waiting", async () => {
    const clock = testClock();
    await using upstream = await startUpstream(byProject);
    await using imm = connect(upstream.url, clock);
    const client = imm.for({ withinMs: 5_000 });

    const ends = endsOf(repeat(10, (dataset) => read(client, { project: "silent", dataset })));
    await expect.poll(() => upstream.requests.length).toBe(10);
    await clock.advance(5_000);

    expect(await ends).toEqual({ timeout: 10 });
    expect(clock.waiting).toBe(0);
  });

  it("that are refused while the circuit is open leave nobody waiting", async () => {
    const clock = testClock();
    await using upstream = await startUpstream(byProject);
    await using imm = connect(upstream.url, clock);
    const client = imm.for({ withinMs: 15_000 });
    // Unlike a read, it isn't repeated after a while.
    const fail = (n: number) =>
      client.call("DeleteDataset", { ProjectName: `reset-${n}`, DatasetName: "photos" });

    await endsOf(repeat(10, fail));
    const ends = await endsOf(repeat(1_000, (dataset) => read(client, { dataset })));

    expect(ends).toEqual({ open: 1_000 });
    expect(clock.waiting).toBe(0);
  });

  it("leave no listener on a signal that outlives them", async () => {
    await using upstream = await startUpstream(byProject);
    await using imm = connect(upstream.url, systemClock);
    const { signal } = new AbortController();

    for (const withinMs of [undefined, 15_000]) {
      const calls = repeat(100, (n) =>
        read(imm.for({ signal, withinMs }), { project: `fine-${n}`, dataset: "photos" }),
      );
      expect(await endsOf(calls)).toEqual({ fine: 100 });
    }

    expect(getEventListeners(signal, "abort")).toEqual([]);
  });
});
