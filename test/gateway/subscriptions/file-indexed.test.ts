import { describe, expect, it } from "vitest";
import { parsePolicies } from "../../../src/imm/policies.ts";
import { indexOf, scriptedGateway, waitFor } from "../../support/gateway/scripted-gateway.ts";
import { subscribe, type SentEvent } from "../../support/gateway/subscribe.ts";
import { failures } from "../../support/upstream/scripted-transport.ts";

const a = "oss://photos/a.jpg";
const b = "oss://photos/b.jpg";
const complete = { event: "complete" };

function asked(...URIs: string[]) {
  return {
    ...{ ProjectName: "atlas", DatasetName: "photos", URIs },
    WithFields: ["URI", "ObjectStatus", "Reason"],
  };
}

function indexed(uri: string) {
  const fileIndexed = { uri, objectStatus: "Indexed", fileReason: null };
  return { event: "next", data: { data: { fileIndexed } } };
}

function codesOf(events: readonly SentEvent[]) {
  return events.map((event) =>
    event.event === "next" ? (event.data.errors?.[0]?.extensions?.["code"] ?? "data") : event.event,
  );
}

describe("fileIndexed", () => {
  it("has an event for each file once that is indexed or has failed, then completes", async () => {
    const index = indexOf();
    await using service = scriptedGateway(index.script);
    const stream = await subscribe(service.gateway, waitFor(a, b, a));

    await service.clock.advance(0);
    index.files.set(a, { ObjectStatus: "Indexed" });
    await service.clock.advance(1_000);
    const Reason = "[InvalidArgument] File does not exist.";
    index.files.set(b, { ObjectStatus: "Failed", Reason });
    await service.clock.advance(1_000);

    const failed = { uri: b, objectStatus: "Failed", fileReason: Reason };
    expect(await stream.rest()).toEqual([
      indexed(a),
      { event: "next", data: { data: { fileIndexed: failed } } },
      complete,
    ]);
    expect(service.sent.map(({ at, call: { params } }) => [at, params])).toEqual([
      [0, asked(a, b)],
      [1_000, asked(a, b)],
      [2_000, asked(b)],
    ]);
    expect(service.clock.waiting).toBe(0);
    expect(service.ended).toMatchObject([{ end: "completed", events: 2, polls: 3, codes: [] }]);
  });

  it.each([
    ["Indexed", undefined, true],
    [undefined, undefined, true],
    ["Failed", undefined, true],
    ["Broken", "Because.", true],
    ["Running", undefined, false],
    ["Running", "The last try failed.", false],
    ["Unheard-of", undefined, false],
    [null, undefined, true],
    [null, "Because.", true],
    ["Running", null, false],
    ["Unheard-of", null, false],
    ["Unheard-of", "", false],
  ])("takes a file of status %s and reason %s for settled: %s", async (ObjectStatus, Reason, isSettled) => {
    const index = indexOf([a, { ObjectStatus, Reason }]);
    await using service = scriptedGateway(index.script);
    const stream = await subscribe(service.gateway, waitFor(a));

    await service.clock.advance(60_000);

    expect(service.open).toBe(isSettled ? 0 : 1);
    await stream.leave();
  });

  it("asks less and less often while nothing happens, and often again once something has", async () => {
    const index = indexOf();
    await using service = scriptedGateway(index.script);
    const stream = await subscribe(service.gateway, waitFor(a, b));

    await service.clock.advance(35_000);
    index.files.set(a, {});
    await service.clock.advance(11_000);

    expect(service.sent.map(({ at }) => at / 1000)).toEqual([0, 1, 3, 7, 15, 25, 35, 45, 46]);
    await stream.leave();
  });

  it("is asked for once, however many wait for the same file", async () => {
    const index = indexOf();
    await using service = scriptedGateway(index.script);
    const streams = await Promise.all(
      Array.from({ length: 200 }, () => subscribe(service.gateway, waitFor(a))),
    );
    let atOnce = 0;
    let most = 0;
    index.onCall = async () => {
      most = Math.max(most, (atOnce += 1));
      await Promise.resolve();
      atOnce -= 1;
    };

    await service.clock.advance(7_000);
    expect(service.sent.map(({ at }) => at)).toEqual([0, 1_000, 3_000, 7_000]);
    index.files.set(a, {});
    await service.clock.advance(8_000);

    expect(service.sent).toHaveLength(5);
    expect(most).toBe(1);
    for (const stream of streams) expect(codesOf(await stream.rest())).toEqual(["data", "complete"]);
    expect(service.clock.waiting).toBe(0);
  });

  it("asks for 100 files of all who wait by one call", async () => {
    const index = indexOf();
    await using service = scriptedGateway(index.script);
    const uris = Array.from({ length: 250 }, (_, n) => `oss://photos/${n}.jpg`);
    const parts = [uris.slice(0, 100), uris.slice(50, 150), uris.slice(150, 250)];
    const streams = await Promise.all(parts.map((part) => subscribe(service.gateway, waitFor(...part))));

    await service.clock.advance(0);

    const sizes = service.sent.map(({ call }) => (call.params["URIs"] as string[]).length);
    expect(sizes).toEqual([100, 100, 50]);
    for (const uri of uris) index.files.set(uri, {});
    await service.clock.advance(1_000);
    const events = await Promise.all(streams.map((stream) => stream.rest()));
    expect(events.map(({ length }) => length)).toEqual([101, 101, 101]);
  });

  it("is asked for soon after somebody joins, though at most once a second", async () => {
    await using service = scriptedGateway(indexOf().script);
    const first = await subscribe(service.gateway, waitFor(a));
    await service.clock.advance(20_000);
    service.sent.length = 0;

    const second = await subscribe(service.gateway, waitFor(b));
    const third = await subscribe(service.gateway, waitFor(b));
    await service.clock.advance(2_000);

    expect(service.sent.map(({ at, call }) => [at, call.params["URIs"]])).toEqual([
      [20_000, [a, b]],
      [21_000, [a, b]],
    ]);
    for (const stream of [first, second, third]) await stream.leave();
    expect(service.clock.waiting).toBe(0);
  });

  it("ends its poll with the last who leaves, even while IMM is asked", async () => {
    const aborted: boolean[] = [];
    await using service = scriptedGateway(async ({ signal }) => {
      await new Promise<void>((resolve) => signal!.addEventListener("abort", resolve));
      aborted.push(true);
      throw signal!.reason;
    });
    const one = await subscribe(service.gateway, waitFor(a));
    const other = await subscribe(service.gateway, waitFor(a));
    await service.clock.advance(0);

    await one.leave();
    expect([aborted, service.open]).toEqual([[], 1]);
    await other.leave();
    await service.clock.advance(0);

    expect([aborted, service.open, service.clock.waiting]).toEqual([[true], 0, 0]);
    expect(service.ended.map(({ end }) => end)).toEqual(["left", "left"]);
  });

  it("reads what an event needs beyond its status anew, as one call", async () => {
    const index = indexOf();
    await using service = scriptedGateway(index.script, { traceCalls: true });
    const stream = await subscribe(
      service.gateway,
      {
        query: `subscription { fileIndexed(projectName: "atlas", datasetName: "photos", uris: ["${a}", "${b}"]) {
          uri filename dataset { description }
        } }`,
      },
      { "x-imm-trace-calls": "1" },
    );

    index.files.set(a, { Filename: "a" });
    await service.clock.advance(0);
    index.files.set(b, { Filename: "b" });
    index.description = "Changed.";
    await service.clock.advance(1_000);

    const [first, second] = (await stream.rest()).map((event) => event.event === "next" && event.data);
    const dataset = (description: string) => ({ dataset: { description } });
    expect(first).toMatchObject({ data: { fileIndexed: { uri: a, filename: "a", ...dataset("Ours.") } } });
    expect(second).toMatchObject({
      data: { fileIndexed: { uri: b, filename: "b", ...dataset("Changed.") } },
    });
    for (const event of [first, second]) {
      const { imm } = (event as { extensions: { imm: { calls: { action: string; params: object }[] } } })
        .extensions;
      expect(imm.calls.map(({ action }) => action)).toEqual(["BatchGetFileMeta", "GetDataset"]);
      expect(imm.calls[0]!.params).toMatchObject({ WithFields: ["URI", "Filename"] });
    }
  });

  it("makes its calls within a deadline of their own, however long a stream is open", async () => {
    const index = indexOf();
    await using service = scriptedGateway(index.script, { deadlineMs: 5_000 });
    const query = `subscription { fileIndexed(projectName: "atlas", datasetName: "photos", uris: ["${a}"]) { filename } }`;
    const stream = await subscribe(service.gateway, { query });

    await service.clock.advance(600_000);
    index.files.set(a, { Filename: "a" });
    await service.clock.advance(10_000);

    expect(await stream.rest()).toEqual([
      { event: "next", data: { data: { fileIndexed: { filename: "a" } } } },
      complete,
    ]);
  });
});

describe("while IMM fails, fileIndexed", () => {
  it.each(["reset", "timeout", "unavailable", "throttled", "html"] as const)(
    "goes on asking, and says so once in the log: %s",
    async (failure) => {
      const index = indexOf();
      await using service = scriptedGateway((call, n) =>
        service.clock.elapsed() < 60_000 ? failures[failure](call.action) : index.script(call, n),
      );
      const stream = await subscribe(service.gateway, waitFor(a));

      await service.clock.advance(60_000);
      expect(service.open).toBe(1);
      index.files.set(a, {});
      await service.clock.advance(15_000);

      expect(codesOf(await stream.rest())).toEqual(["data", "complete"]);
      expect(service.log.filter((line) => line.includes("BatchGetFileMeta failed"))).toHaveLength(
        failure === "throttled" ? 0 : 1,
      );
    },
  );

  it("waits as long as IMM asks it to, 30 seconds at most", async () => {
    await using service = scriptedGateway(({ action }) => failures.throttled(action, 31_000));
    const stream = await subscribe(service.gateway, waitFor(a));

    await service.clock.advance(31_000);

    expect(service.sent.map(({ at }) => at)).toEqual([0, 30_000]);
    await stream.leave();
  });

  it.each([
    ["noDataset", "NOT_FOUND"],
    ["forbidden", "FORBIDDEN"],
    ["badKey", "UPSTREAM_ERROR"],
  ] as const)("ends by an error that won't pass: %s", async (failure, code) => {
    await using service = scriptedGateway(({ action }) => failures[failure](action));
    const streams = await Promise.all(
      [waitFor(a), waitFor(a, b)].map((operation) => subscribe(service.gateway, operation)),
    );

    await service.clock.advance(0);

    for (const stream of streams) {
      const events = await stream.rest();
      expect(codesOf(events)).toEqual([code, "complete"]);
      expect(events[0]).toMatchObject({
        data: { errors: [{ path: ["fileIndexed"], extensions: { imm: { action: "BatchGetFileMeta" } } }] },
      });
    }
    expect(service.sent.map(({ call }) => call.action)).toEqual(["BatchGetFileMeta"]);
    expect(service.ended).toMatchObject([
      { end: "failed", codes: [code] },
      { end: "failed", codes: [code] },
    ]);
    expect(service.clock.waiting).toBe(0);
  });

  it("has the events of all others if IMM refuses files that it hasn't indexed", async () => {
    const uris = Array.from({ length: 100 }, (_, n) => `oss://photos/${n}.jpg`);
    const index = indexOf(...uris.slice(1).map((uri) => [uri, {}] as const));
    await using service = scriptedGateway((call, n) =>
      (call.params["URIs"] as string[]).some((uri) => !index.files.has(uri))
        ? failures.notFound(call.action)
        : index.script(call, n),
    );
    const stream = await subscribe(service.gateway, waitFor(...uris));

    await service.clock.advance(5_000);
    index.files.set(uris[0]!, {});
    await service.clock.advance(10_000);

    expect(codesOf(await stream.rest())).toEqual([...uris.map(() => "data"), "complete"]);
  });

  it("divides its calls 16 times in a poll, no more", async () => {
    const uris = Array.from({ length: 100 }, (_, n) => `oss://photos/${n}.jpg`);
    await using service = scriptedGateway(({ action }) => failures.notFound(action));
    const stream = await subscribe(service.gateway, waitFor(...uris));

    await service.clock.advance(0);

    expect(service.sent).toHaveLength(2 * 16 + 1);
    await stream.leave();
  });

  it("tells of a file that IMM refuses, and goes on with the others", async () => {
    const uris = Array.from({ length: 100 }, (_, n) => `oss://photos/${n}.jpg`);
    const index = indexOf(...uris.map((uri) => [uri, {}] as const));
    await using service = scriptedGateway((call, n) =>
      (call.params["URIs"] as string[]).includes(uris[57]!)
        ? failures.invalid(call.action)
        : index.script(call, n),
    );
    const stream = await subscribe(service.gateway, waitFor(...uris));

    await service.clock.advance(20_000);

    const events = await stream.rest();
    expect(codesOf(events).toSorted()).toEqual(
      ["BAD_USER_INPUT", "complete", ...uris.slice(1).map(() => "data")].toSorted(),
    );
    const refused = events.find((event) => event.event === "next" && event.data?.errors);
    expect(refused).toMatchObject({ data: { data: { fileIndexed: { uri: uris[57] } } } });
  });

  it("asks for fewer files at a time where their names are long", async () => {
    const uris = Array.from({ length: 60 }, (_, n) => `oss://photos/${"界".repeat(330)}${n}`);
    const index = indexOf(...uris.map((uri) => [uri, {}] as const));
    await using service = scriptedGateway(index.script);
    const streams = await Promise.all(
      [uris.slice(0, 10), uris.slice(10, 20), uris.slice(20, 30), uris.slice(30, 40), uris.slice(40)].map(
        (some) => subscribe(service.gateway, waitFor(...some)),
      ),
    );

    await service.clock.advance(0);

    for (const stream of streams) expect(codesOf(await stream.rest()).at(-1)).toBe("complete");
    const lengths = service.sent.map(
      ({ call }) => encodeURIComponent(JSON.stringify(call.params["URIs"])).length,
    );
    expect(Math.max(...lengths)).toBeLessThan(110_000);
    expect(lengths.length).toBeGreaterThan(1);
  });

  it("keeps the event of a file whose other fields can't be read", async () => {
    const index = indexOf([a, {}]);
    await using service = scriptedGateway((call, n) =>
      (call.params["WithFields"] as string[]).includes("Filename")
        ? failures.invalid(call.action)
        : index.script(call, n),
    );
    const query = `subscription { fileIndexed(projectName: "atlas", datasetName: "photos", uris: ["${a}"]) { uri objectStatus filename } }`;
    const stream = await subscribe(service.gateway, { query });

    await service.clock.advance(0);

    const [event] = await stream.rest();
    expect(event).toMatchObject({
      data: {
        data: { fileIndexed: { uri: a, objectStatus: "Indexed", filename: null } },
        errors: [{ path: ["fileIndexed", "filename"], extensions: { code: "BAD_USER_INPUT" } }],
      },
    });
  });

  it("goes on asking if IMM refuses the only file since it isn't indexed", async () => {
    const index = indexOf();
    await using service = scriptedGateway((call, n) =>
      call.action === "BatchGetFileMeta" && index.files.size === 0
        ? failures.notFound(call.action)
        : index.script(call, n),
    );
    const stream = await subscribe(service.gateway, waitFor(a));

    await service.clock.advance(60_000);
    index.files.set(a, {});
    await service.clock.advance(10_000);

    expect(codesOf(await stream.rest())).toEqual(["data", "complete"]);
  });

  it("ends by a file that IMM refuses only for who waits for that", async () => {
    const index = indexOf([a, {}], [b, {}]);
    const bad = "oss://photos/bad.jpg";
    await using service = scriptedGateway((call, n) =>
      (call.params["URIs"] as string[]).includes(bad) ? failures.invalid(call.action) : index.script(call, n),
    );
    const good = await subscribe(service.gateway, waitFor(a, b));
    const refused = await subscribe(service.gateway, waitFor(bad));

    await service.clock.advance(0);

    expect(codesOf(await good.rest())).toEqual(["data", "data", "complete"]);
    expect(codesOf(await refused.rest())).toEqual(["BAD_USER_INPUT", "complete"]);
  });
});

describe("of two callers, fileIndexed", () => {
  const allow = (Condition?: object) => [
    {
      Version: "1",
      Statement: [
        { Effect: "Allow", Action: "imm:BatchGetFileMeta", Resource: "*", ...(Condition && { Condition }) },
      ],
    },
  ];
  const permissions = {
    ...{ region: "cn-shanghai", accountId: "1000000000000000" },
    roles: parsePolicies({
      reader: allow(),
      // The test's clock begins at 03:04:05.
      early: allow({ DateLessThan: { "acs:CurrentTime": "2026-01-02T03:05:00Z" } }),
    }),
  };
  const authenticate = ({ headers }: Request) => ({
    name: headers.get("x-role")!,
    roles: [headers.get("x-role")!],
  });
  const as = (role: string) => ({ "x-role": role });

  it("refuses who may not read files, and asks nothing for them", async () => {
    await using service = scriptedGateway(indexOf([a, {}]).script, { permissions, authenticate });

    const stream = await subscribe(service.gateway, waitFor(a), as("stranger"));

    expect(await stream.rest()).toMatchObject([
      {
        data: {
          errors: [
            {
              message: expect.stringContaining("You may not do imm:BatchGetFileMeta"),
              extensions: { code: "FORBIDDEN", permission: { action: "imm:BatchGetFileMeta" } },
            },
          ],
        },
      },
      complete,
    ]);
    await service.clock.advance(10_000);
    expect([service.sent, service.open]).toEqual([[], 0]);
  });

  it("ends for who may no longer read files before anything is shown to them, and goes on in the other's name", async () => {
    const index = indexOf();
    await using service = scriptedGateway(index.script, { permissions, authenticate });
    const early = await subscribe(service.gateway, waitFor(a), as("early"));
    const reader = await subscribe(service.gateway, waitFor(a), as("reader"));

    await service.clock.advance(54_000);
    index.files.set(a, {});
    await service.clock.advance(11_000);

    expect(codesOf(await early.rest())).toEqual(["FORBIDDEN", "complete"]);
    expect(codesOf(await reader.rest())).toEqual(["data", "complete"]);
    const names = service.sent.map(({ call }) => call.caller?.name);
    expect([names[0], names.at(-1)]).toEqual(["early", "reader"]);
  });
});
