import { describe, expect, it } from "vitest";
import type { Action } from "../../../src/contract/wire.ts";
import type { AbortSignalLike } from "../../../src/imm/cancellation-token.ts";
import { parsePolicies } from "../../../src/imm/policies.ts";
import type { CallReport } from "../../../src/imm/transport.ts";
import {
  createScriptedClient,
  failures,
  type ScriptedClient,
} from "../../support/upstream/scripted-transport.ts";

const photos = { ProjectName: "atlas", DatasetName: "photos" };
const videos = { ProjectName: "atlas", DatasetName: "videos" };
const elsewhere = { ProjectName: "maps", DatasetName: "photos" };

/** Why a call failed, in place of its reply. */
const reason = (error: unknown) => error;

/** An IMM that takes 100 ms for each answer. */
function start(options?: Parameters<typeof createScriptedClient>[1]) {
  const service: ScriptedClient = createScriptedClient(
    () => new Promise<void>((resolve) => void service.clock.after(100, resolve)),
    options,
  );
  const actions = () => service.sent.map(({ call }) => call.action);
  return { ...service, actions };
}

describe("identical reads in flight", () => {
  it("are one call, whoever asks, and each is told of", async () => {
    const { imm, clock, actions } = start();
    const reports: CallReport[] = [];
    const calls = Array.from({ length: 50 }, () =>
      imm.for({ onCall: (report) => reports.push(report) }).call("GetDataset", photos),
    );
    await clock.advance(100);
    const replies = await Promise.all(calls);

    expect(actions()).toEqual(["GetDataset"]);
    expect(new Set(replies.map(({ RequestId }) => RequestId))).toEqual(new Set(["R1"]));
    expect(reports.filter(({ shared }) => shared)).toHaveLength(49);
    expect(reports[0]).toMatchObject({ shared: false, attempts: 1, ms: 100, requestId: "R1" });
    expect(reports[1]).toMatchObject({ shared: true, attempts: 0, ms: 100, requestId: "R1" });
  });

  it("fail as one, after as many tries as of one", async () => {
    const { imm, clock, sent } = createScriptedClient(({ action }) => failures.reset(action));
    const calls = [1, 2, 3].map(() => imm.for({}).call("GetDataset", photos));
    const failed = Promise.allSettled(calls);
    await clock.advance(1_000);

    expect(await failed).toMatchObject([1, 2, 3].map(() => ({ reason: { failure: "unreachable" } })));
    expect(sent).toHaveLength(3);
  });

  it("are not one where they ask for something else, or when the first is answered", async () => {
    const { imm, clock, actions } = start();
    const client = imm.for({});
    const calls = [
      client.call("GetDataset", photos),
      client.call("GetDataset", videos),
      client.call("GetDataset", { ...photos, WithStatistics: true }),
      client.call("ListDatasets", { ProjectName: "atlas" }),
      client.call("ListDatasets", { ProjectName: "atlas", MaxResults: 5 }),
    ];
    await clock.advance(100);
    await Promise.all(calls);
    expect(actions()).toHaveLength(5);

    const again = client.call("GetDataset", photos);
    await clock.advance(100);
    await again;
    expect(actions()).toHaveLength(6);
  });

  it("are one for who writes the same in another order", async () => {
    const { imm, clock, actions } = start();
    const calls = [
      imm.for({}).call("GetDataset", { ProjectName: "atlas", DatasetName: "photos" }),
      imm.for({}).call("GetDataset", { DatasetName: "photos", ProjectName: "atlas" }),
    ];
    await clock.advance(100);
    await Promise.all(calls);

    expect(actions()).toHaveLength(1);
  });

  it("are judged for each caller before they are shared", async () => {
    const allow = { Effect: "Allow", Action: "imm:GetDataset", Resource: "*" };
    const roles = parsePolicies({ reader: [{ Version: "1", Statement: [allow] }] });
    const { imm, clock, actions } = start({ permissions: { region: "r", accountId: "1", roles } });
    const as = (...names: string[]) =>
      imm.for({ caller: { name: "ann", roles: names, isSecure: true } }).call("GetDataset", photos);
    const allowed = as("reader");
    const denied = as().catch(reason);
    await clock.advance(100);

    expect(await denied).toMatchObject({ failure: "denied" });
    expect(await allowed).toMatchObject({ RequestId: "R1" });
    expect(actions()).toHaveLength(1);
  });

  it("are not waited for in another caller's queue", async () => {
    const { imm, clock, sent } = createScriptedClient(() => undefined, { callsPerSecond: 10 });
    const as = (name: string, DatasetName: string) =>
      imm
        .for({ caller: { name, roles: [], isSecure: true }, withinMs: 20_000 })
        .call("GetDataset", { ...photos, DatasetName })
        .then(() => clock.elapsed());
    const greedy = Array.from({ length: 140 }, (_, index) => as("greedy", `d${index}`));
    await clock.advance(0);
    const modest = as("modest", "d139");
    const again = as("greedy", "d138");
    await clock.advance(20_000);
    await Promise.all(greedy);

    expect(await modest).toBe(1_000);
    expect(await again).toBe(13_000);
    expect(sent).toHaveLength(141);
  });

  it("are a call of each caller's while they wait for their turns, in whatever order they ask", async () => {
    const { imm, clock, sent } = createScriptedClient(() => undefined, { callsPerSecond: 1 });
    await imm.for({}).call("GetProject", { ProjectName: "atlas" });
    const reads: Promise<unknown>[] = [];
    for (let index = 0; index < 20; index += 1) {
      const caller = { name: index % 2 === 0 ? "ann" : "bob", roles: [], isSecure: true };
      reads.push(imm.for({ caller, withinMs: 15_000 }).call("GetDataset", photos));
      await clock.advance(1);
    }
    await clock.advance(30_000);
    await Promise.all(reads);

    expect(sent).toHaveLength(3);
  });

  it("go on when one of those who wait leaves", async () => {
    const { imm, clock, actions } = start();
    const leaving = new AbortController();
    const first = imm.for({ signal: leaving.signal }).call("GetDataset", photos).catch(reason);
    const second = imm.for({}).call("GetDataset", photos);
    await clock.advance(50);

    leaving.abort(new Error("They left."));
    expect(await first).toEqual(new Error("They left."));
    await clock.advance(50);

    expect(await second).toMatchObject({ RequestId: "R1" });
    expect(actions()).toHaveLength(1);
  });

  it("are cancelled when the last of those who wait leaves, and not joined any more", async () => {
    const signals: (AbortSignalLike | undefined)[] = [];
    const { imm, clock, sent } = createScriptedClient(async ({ signal }) => {
      signals.push(signal);
      if (signals.length > 1) return;
      await new Promise((_resolve, reject) =>
        signal!.addEventListener("abort", () => reject(signal!.reason)),
      );
    });
    const clients = [new AbortController(), new AbortController()];
    const calls = clients.map(({ signal }) => imm.for({ signal }).call("GetDataset", photos));
    const left = Promise.allSettled(calls);
    await clock.advance(0);
    clients[0]!.abort(new Error("One left."));
    await clock.advance(0);
    expect(signals[0]?.aborted).toBe(false);
    clients[1]!.abort(new Error("Two left."));
    await left;

    expect(signals[0]?.reason).toEqual(new Error("Two left."));
    expect(await imm.for({}).call("GetDataset", photos)).toMatchObject({ RequestId: "R2" });
    expect(sent).toHaveLength(2);
  });

  it("have the time of the one who has most", async () => {
    const { imm, clock, actions } = start();
    const hasty = imm.for({ withinMs: 50 }).call("GetDataset", photos).catch(reason);
    const patient = imm.for({ withinMs: 150 }).call("GetDataset", photos);
    await clock.advance(100);
    expect(await hasty).toMatchObject({ failure: "timeout" });

    expect(await patient).toMatchObject({ RequestId: "R1" });
    expect(actions()).toHaveLength(1);
  });

  it("are retried for the time of the one who joined later", async () => {
    const { imm, clock, sent } = createScriptedClient(({ action }, index) =>
      index === 0 ? failures.throttled(action, 5_000) : undefined,
    );
    const hasty = imm.for({ withinMs: 1_000 }).call("GetDataset", photos).catch(reason);
    const patient = imm.for({ withinMs: 10_000 }).call("GetDataset", photos);
    await clock.advance(6_000);
    expect(await hasty).toMatchObject({ failure: "timeout" });

    expect(await patient).toMatchObject({ RequestId: "R2" });
    expect(sent).toHaveLength(2);
  });
});

describe("writes", () => {
  it("are never shared", async () => {
    const { imm, clock, actions } = start();
    const calls = [1, 2].map(() => imm.for({}).call("CreateDataset", photos));
    await clock.advance(100);
    await Promise.all(calls);

    expect(actions()).toEqual(["CreateDataset", "CreateDataset"]);
  });

  it.each<[string, Action, object, Action, object, boolean]>([
    ["the same thing", "UpdateDataset", photos, "GetDataset", photos, true],
    ["another thing of the project", "CreateDataset", videos, "GetDataset", photos, true],
    ["the project's list", "CreateDataset", videos, "ListDatasets", { ProjectName: "atlas" }, true],
    ["what names no project", "DeleteProject", { ProjectName: "atlas" }, "ListProjects", {}, true],
    [
      "whatever there is, where they name none",
      "DetachOSSBucket",
      { OSSBucket: "b" },
      "GetDataset",
      photos,
      true,
    ],
    ["another project's things", "UpdateDataset", elsewhere, "GetDataset", photos, false],
  ])(
    "end the sharing of reads of %s that began before",
    async (_what, write, written, read, params, ends) => {
      const { imm, clock, actions } = start();
      const client = imm.for({});
      const writing = client.call(write, written as never);
      await clock.advance(50);
      const before = client.call(read, params as never);
      await clock.advance(50);
      await writing;
      const after = client.call(read, params as never);
      await clock.advance(100);
      await Promise.all([before, after]);

      expect(actions()).toEqual(ends ? [write, read, read] : [write, read]);
    },
  );

  it("end it when they fail, too", async () => {
    const service: ScriptedClient = createScriptedClient(async ({ action }) => {
      await new Promise<void>((resolve) => void service.clock.after(100, resolve));
      return action === "IndexFileMeta" ? failures.reset(action) : undefined;
    });
    const { imm, clock, sent } = service;
    const client = imm.for({});
    const writing = client.call("IndexFileMeta", { ...photos, File: { URI: "oss://b/k" } }).catch(() => {});
    await clock.advance(50);
    const before = client.call("GetDataset", photos);
    await clock.advance(50);
    await writing;
    const after = client.call("GetDataset", photos);
    await clock.advance(100);
    await Promise.all([before, after]);

    expect(sent).toHaveLength(3);
  });
});
