import { describe, expect, it } from "vitest";
import { seconds, start, startTestImm, type TestImm } from "../start.ts";

const key = { ProjectName: "atlas", DatasetName: "photos" };

const plain = {
  ...key,
  Description: "",
  TemplateId: "",
  CreateTime: "2026-01-02T11:04:05.123456789+08:00",
  UpdateTime: "2026-01-02T11:04:05.123456789+08:00",
  DatasetMaxBindCount: 10n,
  DatasetMaxFileCount: 100_000_000n,
  DatasetMaxEntityCount: 10_000_000_000n,
  DatasetMaxRelationCount: 100_000_000_000n,
  DatasetMaxTotalFileSize: 90_000_000_000_000_000n,
  BindCount: 0n,
  FileCount: 0n,
  TotalFileSize: 0n,
  ClusterType: "manual",
  WorkflowParameters: [],
};

async function startAtlas(project: Record<string, unknown> = {}): Promise<TestImm> {
  const imm = await startTestImm();
  await imm.call("CreateProject", { ProjectName: "atlas", ...project });
  return imm;
}

async function datasetCount(imm: TestImm): Promise<unknown> {
  const { body } = await imm.call("GetProject", key);
  return (body["Project"] as { DatasetCount: unknown }).DatasetCount;
}

describe("datasets", () => {
  it("gets what was created, with IMM's defaults", async () => {
    await using imm = await startAtlas();

    const created = await imm.call("CreateDataset", key);
    const found = await imm.call("GetDataset", { ...key, WithStatistics: true });

    expect(created.body["Dataset"]).toEqual(plain);
    expect(found.body["Dataset"]).toEqual(plain);
  });

  it("inherits its project's limits, as they are when it is made", async () => {
    await using imm = await startAtlas({ DatasetMaxBindCount: 3, DatasetMaxTotalFileSize: 2n ** 63n - 1n });

    const inherited = await imm.call("CreateDataset", { ...key, DatasetMaxFileCount: 7 });
    await imm.call("UpdateProject", { ...key, DatasetMaxBindCount: 2 });
    const found = await imm.call("GetDataset", key);

    const expected = {
      ...plain,
      DatasetMaxBindCount: 3n,
      DatasetMaxFileCount: 7n,
      DatasetMaxTotalFileSize: 2n ** 63n - 1n,
    };
    expect(inherited.body["Dataset"]).toEqual(expected);
    expect(found.body["Dataset"]).toEqual(expected);
  });

  it("may have higher limits than its project's", async () => {
    await using imm = await startAtlas({ DatasetMaxBindCount: 1 });

    const { body } = await imm.call("CreateDataset", { ...key, DatasetMaxBindCount: 10 });

    expect(body["Dataset"]).toMatchObject({ DatasetMaxBindCount: 10n });
  });

  it("refuses a name already taken in its project", async () => {
    await using imm = await startAtlas();
    await imm.call("CreateProject", { ProjectName: "globe" });
    await imm.call("CreateDataset", key);

    expect(await imm.call("CreateDataset", key)).toMatchObject({
      status: 400,
      body: { Code: "ResourceAlreadyExists", Message: "The specified resource Dataset already exists." },
    });
    expect(await imm.call("CreateDataset", { ...key, ProjectName: "globe" })).toMatchObject({ status: 200 });
    expect(await imm.call("CreateDataset", { ...key, DatasetName: "Photos" })).toMatchObject({ status: 200 });
  });

  it("fills a project up to its quota", async () => {
    await using imm = await startAtlas({ ProjectMaxDatasetCount: 1 });
    const second = { ...key, DatasetName: "videos" };
    await imm.call("CreateDataset", key);

    expect(await imm.call("CreateDataset", second)).toMatchObject({
      status: 400,
      body: { Code: "LimitExceededError", Message: "Message: resource count exceeds the limit" },
    });
    expect(await datasetCount(imm)).toBe(1n);
    await imm.call("UpdateProject", { ...key, ProjectMaxDatasetCount: 2 });
    expect(await imm.call("CreateDataset", second)).toMatchObject({ status: 200 });
    expect(await datasetCount(imm)).toBe(2n);
    await imm.call("DeleteDataset", key);
    expect(await datasetCount(imm)).toBe(1n);
  });

  it("updates what is sent and leaves the rest", async () => {
    await using imm = await startAtlas();
    await imm.call("CreateDataset", { ...key, Description: "all", TemplateId: "t", DatasetMaxFileCount: 7 });
    imm.clock.now = start + 2n * seconds - 123_456_789n + 120_000_000n;

    const { body } = await imm.call("UpdateDataset", { ...key, Description: "", DatasetMaxBindCount: 1 });
    const found = await imm.call("GetDataset", key);

    expect(body["Dataset"]).toEqual({
      ...plain,
      TemplateId: "t",
      DatasetMaxBindCount: 1n,
      DatasetMaxFileCount: 7n,
      UpdateTime: "2026-01-02T11:04:07.12+08:00",
    });
    expect(found.body["Dataset"]).toEqual(body["Dataset"]);
  });

  it("moves UpdateTime on, even where the clock doesn't", async () => {
    await using imm = await startAtlas();
    await imm.call("CreateDataset", key);
    imm.clock.now -= seconds;

    const { body } = await imm.call("UpdateDataset", key);

    expect(body["Dataset"]).toEqual({ ...plain, UpdateTime: "2026-01-02T11:04:05.12345679+08:00" });
  });

  it("deletes", async () => {
    await using imm = await startAtlas();
    await imm.call("CreateDataset", key);

    expect((await imm.call("DeleteDataset", key)).body).toEqual({ RequestId: expect.any(String) });
    for (const action of ["GetDataset", "UpdateDataset", "DeleteDataset"]) {
      expect(await imm.call(action, key)).toMatchObject({
        status: 400,
        body: { Code: "ResourceNotFound", Message: "The specified resource Dataset is not found." },
      });
    }
  });
});
