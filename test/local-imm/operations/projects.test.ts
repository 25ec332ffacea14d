import { describe, expect, it } from "vitest";
import { seconds, startTestImm, type TestImm } from "../start.ts";

const plain = {
  ProjectName: "atlas",
  Description: "",
  ServiceRole: "AliyunIMMDefaultRole",
  TemplateId: "",
  CreateTime: "2026-01-02T11:04:05.123456789+08:00",
  UpdateTime: "2026-01-02T11:04:05.123456789+08:00",
  ProjectMaxDatasetCount: 1_000_000_000n,
  DatasetMaxBindCount: 10n,
  DatasetMaxFileCount: 100_000_000n,
  DatasetMaxEntityCount: 10_000_000_000n,
  DatasetMaxRelationCount: 100_000_000_000n,
  DatasetMaxTotalFileSize: 90_000_000_000_000_000n,
  ProjectQueriesPerSecond: 100n,
  EngineConcurrency: 100n,
  DatasetCount: 0n,
  FileCount: 0n,
  TotalFileSize: 0n,
  Tags: [],
};

const notFound = {
  status: 400,
  body: { Code: "ResourceNotFound", Message: "The specified resource Project is not found." },
};

async function namesOf(imm: TestImm, params: Record<string, unknown>): Promise<string[]> {
  const { body } = await imm.call("ListProjects", params);
  return (body["Projects"] as { ProjectName: string }[]).map(({ ProjectName }) => ProjectName);
}

describe("projects", () => {
  it("gets what was created, with IMM's defaults", async () => {
    await using imm = await startTestImm();

    const created = await imm.call("CreateProject", { ProjectName: "atlas" });
    const found = await imm.call("GetProject", { ProjectName: "atlas", WithStatistics: true });

    expect(created.body["Project"]).toEqual(plain);
    expect(found.body["Project"]).toEqual(plain);
  });

  it("keeps what was sent", async () => {
    await using imm = await startTestImm();

    const { body } = await imm.call("CreateProject", {
      ProjectName: "atlas",
      Description: "maps",
      ServiceRole: "MyRole",
      TemplateId: "Official:ImageManagement",
      ProjectMaxDatasetCount: 3,
      DatasetMaxBindCount: 4,
      Tag: [{ Key: "team", Value: "maps" }, { Key: "env" }],
    });

    expect(body["Project"]).toEqual({
      ...plain,
      Description: "maps",
      ServiceRole: "MyRole",
      TemplateId: "Official:ImageManagement",
      ProjectMaxDatasetCount: 3n,
      DatasetMaxBindCount: 4n,
      Tags: [
        { TagKey: "team", TagValue: "maps" },
        { TagKey: "env", TagValue: "" },
      ],
    });
  });

  it("refuses a name already taken", async () => {
    await using imm = await startTestImm();
    await imm.call("CreateProject", { ProjectName: "atlas" });

    expect(await imm.call("CreateProject", { ProjectName: "atlas" })).toMatchObject({
      status: 400,
      body: { Code: "ResourceAlreadyExists", Message: "The specified resource Project already exists." },
    });
    expect(await imm.call("CreateProject", { ProjectName: "Atlas" })).toMatchObject({ status: 200 });
  });

  it("has room for 100", async () => {
    await using imm = await startTestImm();
    for (let index = 0; index < 100; index += 1)
      await imm.call("CreateProject", { ProjectName: `p${index}` });

    expect(await imm.call("CreateProject", { ProjectName: "atlas" })).toMatchObject({
      status: 400,
      body: { Code: "LimitExceededError", Message: "Message: resource count exceeds the limit" },
    });
    await imm.call("DeleteProject", { ProjectName: "p0" });
    expect(await imm.call("CreateProject", { ProjectName: "atlas" })).toMatchObject({ status: 200 });
  });

  it("updates what is sent and leaves the rest", async () => {
    await using imm = await startTestImm();
    const Tag = [{ Key: "team", Value: "maps" }];
    await imm.call("CreateProject", { ProjectName: "atlas", Description: "maps", TemplateId: "t", Tag });
    imm.clock.now += seconds;

    const { body } = await imm.call("UpdateProject", {
      ProjectName: "atlas",
      Description: "",
      DatasetMaxBindCount: 1,
    });
    const found = await imm.call("GetProject", { ProjectName: "atlas" });

    expect(body["Project"]).toEqual({
      ...plain,
      TemplateId: "t",
      DatasetMaxBindCount: 1n,
      UpdateTime: "2026-01-02T11:04:06.123456789+08:00",
      Tags: [{ TagKey: "team", TagValue: "maps" }],
    });
    expect(found.body["Project"]).toEqual(body["Project"]);
  });

  it("replaces the tags when some are sent", async () => {
    await using imm = await startTestImm();
    await imm.call("CreateProject", { ProjectName: "atlas", Tag: [{ Key: "a", Value: "1" }] });
    const update = (Tag: unknown) => imm.call("UpdateProject", { ProjectName: "atlas", Tag });

    expect(await update([{ Key: "b", Value: "2" }])).toMatchObject({
      body: { Project: { Tags: [{ TagKey: "b", TagValue: "2" }] } },
    });
    expect((await update([])).body["Project"]).toMatchObject({ Tags: [] });
  });

  it("lists by name, prefix and tags", async () => {
    await using imm = await startTestImm();
    const [red, big] = [
      { Key: "color", Value: "red" },
      { Key: "size", Value: "big" },
    ];
    await imm.call("CreateProject", { ProjectName: "b", Tag: [red, big] });
    await imm.call("CreateProject", { ProjectName: "a", Tag: [big] });
    await imm.call("CreateProject", { ProjectName: "ab", Tag: [red] });
    await imm.call("CreateProject", { ProjectName: "B" });
    await imm.call("CreateProject", { ProjectName: "_a" });

    expect(await namesOf(imm, {})).toEqual(["B", "_a", "a", "ab", "b"]);
    expect(await namesOf(imm, { Prefix: "a" })).toEqual(["a", "ab"]);
    expect(await namesOf(imm, { Tag: [red] })).toEqual(["ab", "b"]);
    expect(await namesOf(imm, { Tag: [big, red] })).toEqual(["b"]);
    expect(await namesOf(imm, { Tag: [{ Key: "color", Value: "RED" }] })).toEqual([]);
    expect(await namesOf(imm, { Tag: [big], Prefix: "a" })).toEqual(["a"]);
  });

  it("deletes one that is empty", async () => {
    await using imm = await startTestImm();
    const key = { ProjectName: "atlas", DatasetName: "photos" };
    await imm.call("CreateProject", key);
    await imm.call("CreateDataset", key);

    expect(await imm.call("DeleteProject", key)).toMatchObject({
      status: 400,
      body: { Code: "StatusConflict", Message: "Message: cannot delete when sub resoures exist" },
    });
    await imm.call("DeleteDataset", key);
    expect((await imm.call("DeleteProject", key)).body).toEqual({ RequestId: expect.any(String) });
    expect(await imm.call("GetProject", key)).toMatchObject(notFound);
  });

  it.each([
    "GetProject",
    "UpdateProject",
    "DeleteProject",
    "ListDatasets",
    "CreateDataset",
    "GetDataset",
    "UpdateDataset",
    "DeleteDataset",
  ])("%s finds no project that isn't there", async (action) => {
    await using imm = await startTestImm();

    expect(await imm.call(action, { ProjectName: "atlas", DatasetName: "photos" })).toMatchObject(notFound);
  });
});
