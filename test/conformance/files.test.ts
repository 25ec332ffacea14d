import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Action } from "../../src/contract/wire.ts";
import { repeat } from "../support/lists.ts";
import { skipDifferences } from "./differences.ts";
import { endpoints } from "./endpoints.ts";
import { notFound } from "./expected.ts";
import type { Pairs } from "./raw.ts";
import type { Service } from "./service.ts";

const DatasetName = "photos";
const URI = "oss://no-such-bucket-of-ours/a.jpg";
const eventId = /^[0-9A-F]{3}-[0-9A-Za-z]{10,40}$/;

/** What each action needs beside the names of a project and a dataset. */
const given: Partial<Record<Action, [parameter: string, value: string]>> = {
  IndexFileMeta: ["File", JSON.stringify({ URI })],
  BatchIndexFileMeta: ["Files", JSON.stringify([{ URI }])],
  UpdateFileMeta: ["File", JSON.stringify({ URI, CustomId: "1" })],
  BatchUpdateFileMeta: ["Files", JSON.stringify([{ URI, CustomId: "1" }])],
  GetFileMeta: ["URI", URI],
  BatchGetFileMeta: ["URIs", JSON.stringify([URI])],
  DeleteFileMeta: ["URI", URI],
  BatchDeleteFileMeta: ["URIs", JSON.stringify([URI])],
};

const each = Object.entries(given) as [Action, [string, string]][];

describe.each(endpoints)("files on %s", (endpoint, connect) => {
  skipDifferences(endpoint);
  let service: Service;
  let ProjectName: string;
  beforeAll(async () => {
    service = await connect();
    ({ ProjectName } = await service.project());
    await service.imm.call("CreateDataset", { ProjectName, DatasetName });
  });
  afterAll(() => service[Symbol.asyncDispose]());

  const names = (): [string, string][] => [
    ["ProjectName", ProjectName],
    ["DatasetName", DatasetName],
  ];

  it.each(each)("are missed by %s without a parameter that it needs", async (action, own) => {
    const pairs: Pairs = [...names(), own];

    for (const [missing] of pairs) {
      const others = pairs.filter(([name]) => name !== missing);
      const absent = await service.raw(action, others);
      const empty = await service.raw(action, [...others, [missing, ""]]);
      expect([absent, empty]).toMatchObject([
        { status: 400, body: { Code: `Missing${missing}` } },
        { status: 400, body: { Code: `Missing${missing}` } },
      ]);
    }
  });

  it.each(each)("aren't found by %s in a project or a dataset that isn't there", async (action, own) => {
    const inNoProject: Pairs = [["ProjectName", service.projectName()], ["DatasetName", DatasetName], own];
    const inNoDataset: Pairs = [["ProjectName", ProjectName], ["DatasetName", "none"], own];

    const answers = [await service.raw(action, inNoProject), await service.raw(action, inNoDataset)];

    expect(answers).toMatchObject([
      { status: 400, body: { Code: "ResourceNotFound", Message: expect.stringMatching(/project/i) } },
      { status: 400, body: { Code: "ResourceNotFound", Message: expect.stringMatching(/dataset/i) } },
    ]);
  });

  it.each<[Action, value: string]>([
    ["IndexFileMeta", "{"],
    ["IndexFileMeta", "[]"],
    ["BatchIndexFileMeta", "["],
    ["BatchIndexFileMeta", JSON.stringify({ URI })],
    ["UpdateFileMeta", "nonsense"],
    ["BatchUpdateFileMeta", "7"],
    ["BatchGetFileMeta", URI],
    ["BatchDeleteFileMeta", '"a"'],
  ])("are refused by %s as %s, which isn't its JSON", async (action, value) => {
    const [parameter] = given[action]!;

    const { status, body } = await service.raw(action, [...names(), [parameter, value]]);

    expect([status, body["Code"]]).toEqual([400, `InvalidJSON Array parsing error,${parameter}`]);
  });

  it.each<[Action, value: unknown]>([
    ["IndexFileMeta", {}],
    ["IndexFileMeta", { URI: "" }],
    ["IndexFileMeta", { URI: "https://example.com/a.jpg" }],
    ["IndexFileMeta", { URI: "oss://bucket-without-key" }],
    ["IndexFileMeta", { URI, CustomLabels: ["a"] }],
    ["IndexFileMeta", { URI, LatLong: "north" }],
    ["IndexFileMeta", { URI, LatLong: "91,0" }],
    ["IndexFileMeta", { URI, ProduceTime: "yesterday" }],
    ["IndexFileMeta", { URI, MediaType: "picture" }],
    ["IndexFileMeta", { URI, Labels: [{ LabelLevel: 1.5 }] }],
    ["BatchIndexFileMeta", []],
    ["BatchIndexFileMeta", repeat(101, (n) => ({ URI: `${URI}${n}` }))],
    ["BatchIndexFileMeta", [{ URI }, { URI: 5 }]],
    ["BatchUpdateFileMeta", []],
    ["BatchUpdateFileMeta", repeat(101, (n) => ({ URI: `${URI}${n}` }))],
    ["BatchGetFileMeta", []],
    ["BatchGetFileMeta", repeat(101, (n) => `${URI}${n}`)],
    ["BatchGetFileMeta", [5]],
    ["BatchDeleteFileMeta", []],
    ["BatchDeleteFileMeta", repeat(101, (n) => `${URI}${n}`)],
  ])("are refused by %s as %j", async (action, value) => {
    const [parameter] = given[action]!;

    const { status, body } = await service.raw(action, [...names(), [parameter, JSON.stringify(value)]]);

    expect(status).toBe(400);
    // IMM's table has both codes, and doesn't say which is whose.
    expect([`Invalid${parameter}`, "InvalidArgument"]).toContain(body["Code"]);
  });

  it("have at most 100 labels", async () => {
    const CustomLabels = Object.fromEntries(repeat(101, (n) => [`k${n}`, "v"]));

    const { status, body } = await service.raw("IndexFileMeta", [
      ...names(),
      ["File", JSON.stringify({ URI, CustomLabels })],
    ]);

    expect(status).toBe(400);
    // IMM's documents show the sentence, not the code.
    expect(["LimitExceededError", "InvalidArgument"]).toContain(body["Code"]);
  });

  it.each<[Action, parameter: string, value: string]>([
    ["GetFileMeta", "URI", "https://example.com/a.jpg"],
    ["DeleteFileMeta", "URI", "a.jpg"],
    ["IndexFileMeta", "UserData", "x".repeat(2049)],
    ["BatchIndexFileMeta", "UserData", "汉".repeat(683)],
    ["IndexFileMeta", "Notification", '{"MNS":5}'],
  ])("are refused by %s with a bad %s", async (action, parameter, value) => {
    const own = given[action]!;
    const others = [...names(), own].filter(([name]) => name !== parameter);

    const { status, body } = await service.raw(action, [...others, [parameter, value]]);

    expect(status).toBe(400);
    expect([`Invalid${parameter}`, "InvalidArgument"]).toContain(body["Code"]);
  });

  it("are accepted before they are looked at, each time with an event of its own", async () => {
    const one = await service.imm.call("IndexFileMeta", { ProjectName, DatasetName, File: { URI } });
    const many = await service.imm.call("BatchIndexFileMeta", {
      ...{ ProjectName, DatasetName, UserData: "汉".repeat(682) },
      Files: repeat(100, (n) => ({ URI: `${URI}${n}` })),
      Notification: { MNS: { TopicName: "topic1" } },
    });

    expect([one.EventId, many.EventId]).toEqual([
      expect.stringMatching(eventId),
      expect.stringMatching(eventId),
    ]);
    expect(one.EventId).not.toBe(many.EventId);
    await service.imm.call("BatchDeleteFileMeta", {
      ...{ ProjectName, DatasetName },
      URIs: repeat(100, (n) => `${URI}${n}`),
    });
    await service.imm.call("DeleteFileMeta", { ProjectName, DatasetName, URI });
  });

  it("that aren't indexed are left out of many, and can't be updated", async () => {
    const key = { ProjectName, DatasetName };
    const file = "oss://no-such-bucket-of-ours/never";

    const { Files = [] } = await service.imm.call("BatchGetFileMeta", { ...key, URIs: [file] });
    const outcome = await service.imm.call("BatchUpdateFileMeta", {
      ...key,
      Files: [{ URI: file, CustomId: "1" }],
    });
    const updating = service.imm.call("UpdateFileMeta", { ...key, File: { URI: file, CustomId: "1" } });

    expect(Files).toEqual([]);
    expect(outcome.Files).toMatchObject([{ URI: file, Success: false, Message: expect.stringMatching(/./) }]);
    await expect(updating).rejects.toMatchObject(notFound("file"));
  });

  it("that aren't indexed are deleted as if they were", async () => {
    const key = { ProjectName, DatasetName };

    const one = await service.imm.call("DeleteFileMeta", { ...key, URI: `${URI}?` });
    const many = await service.imm.call("BatchDeleteFileMeta", { ...key, URIs: [URI, URI, `${URI}%`] });

    expect([one, many]).toEqual([
      { RequestId: expect.any(String) as string },
      { RequestId: expect.any(String) as string },
    ]);
  });

  it("are asked for by GET too, and deleted or indexed in batches by POST alone", async () => {
    const got = await service.raw("BatchGetFileMeta", [...names(), given.BatchGetFileMeta!], {
      method: "GET",
    });
    const posted = (["BatchIndexFileMeta", "BatchDeleteFileMeta"] as const).map((action) =>
      service.raw(action, [...names(), given[action]!], { method: "GET" }),
    );

    expect(got).toMatchObject({ status: 200, body: {} });
    for (const { status, body } of await Promise.all(posted)) {
      expect([status, body["Code"]]).toEqual([400, "UnsupportedHTTPMethod"]);
    }
  });
});
