import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { skipDifferences } from "./differences.ts";
import { endpoints } from "./endpoints.ts";
import { alreadyExists, notFound, time } from "./expected.ts";
import type { Service } from "./service.ts";

const tooMany = {
  code: "LimitExceededError",
  httpStatus: 400,
  message: "Message: resource count exceeds the limit",
};

const defaults = {
  DatasetMaxBindCount: 10,
  DatasetMaxFileCount: 100_000_000,
  DatasetMaxEntityCount: 10_000_000_000,
  DatasetMaxRelationCount: 100_000_000_000,
  DatasetMaxTotalFileSize: 90_000_000_000_000_000,
};
const limits = {
  DatasetMaxBindCount: 3,
  DatasetMaxFileCount: 70_000_000,
  DatasetMaxEntityCount: 4_000_000_000,
  DatasetMaxRelationCount: 5_000_000_000,
  DatasetMaxTotalFileSize: 9_007_199_254_740_993n,
};
const otherLimits = {
  DatasetMaxBindCount: 7,
  DatasetMaxFileCount: 60_000_000,
  DatasetMaxEntityCount: 6_000_000_000,
  DatasetMaxRelationCount: 8_000_000_000,
  DatasetMaxTotalFileSize: 9_223_372_036_854_775_807n,
};
const settings = { Description: "holiday", TemplateId: "Official:ImageManagement", ...limits };

describe.each(endpoints)("datasets on %s", (endpoint, connect) => {
  skipDifferences(endpoint);
  let service: Service;
  beforeAll(async () => {
    service = await connect();
  });
  afterAll(() => service[Symbol.asyncDispose]());

  it("are created with IMM's defaults, and found so again", async () => {
    await using project = await service.project();
    const key = { ProjectName: project.ProjectName, DatasetName: "photos" };

    const { Dataset } = await service.imm.call("CreateDataset", key);
    const found = await service.imm.call("GetDataset", key);

    expect(Dataset).toMatchObject({
      ...key,
      ...defaults,
      Description: "",
      TemplateId: "",
      CreateTime: Dataset.UpdateTime,
      UpdateTime: expect.stringMatching(time),
      BindCount: 0,
      FileCount: 0,
      TotalFileSize: 0,
      ClusterType: "manual",
      WorkflowParameters: expect.any(Array),
    });
    expect(found.Dataset).toEqual(Dataset);
  });

  it("are created as they were asked for", async () => {
    await using project = await service.project();
    const key = { ProjectName: project.ProjectName, DatasetName: "photos" };

    const created = await service.imm.call("CreateDataset", { ...key, ...settings });
    const found = await service.imm.call("GetDataset", key);

    expect(created.Dataset).toMatchObject({ ...key, ...settings });
    expect(found.Dataset).toEqual(created.Dataset);
  });

  it("bear the time when they were created", async () => {
    await using project = await service.project();
    const key = { ProjectName: project.ProjectName, DatasetName: "photos" };

    const { Dataset } = await service.imm.call("CreateDataset", key);

    const minutesAgo = (Date.now() - Date.parse(Dataset.CreateTime!)) / 60_000;
    expect(Math.abs(minutesAgo)).toBeLessThan(15);
  });

  it("get statistics on demand", async () => {
    await using project = await service.project();
    const key = { ProjectName: project.ProjectName, DatasetName: "photos" };
    const { Dataset } = await service.imm.call("CreateDataset", key);

    const counted = await service.imm.call("GetDataset", { ...key, WithStatistics: true });
    const plain = await service.imm.call("GetDataset", { ...key, WithStatistics: false });

    expect(counted.Dataset).toEqual({ ...Dataset, FileCount: 0, TotalFileSize: 0 });
    expect(plain.Dataset).toEqual(Dataset);
  });

  it.each(["CreateDataset", "UpdateDataset"] as const)(
    "take WorkflowParameters in %s without effect",
    async (action) => {
      await using project = await service.project();
      const { ProjectName } = project;
      const key = { ProjectName, DatasetName: "photos" };
      const plain = await service.imm.call("CreateDataset", { ProjectName, DatasetName: "plain" });
      if (action === "UpdateDataset") await service.imm.call("CreateDataset", key);
      const WorkflowParameters = [{ Name: "ImageInsightEnable", Value: "True" }];

      const { Dataset } = await service.imm.call(action, { ...key, WorkflowParameters });

      expect(Dataset.WorkflowParameters).toEqual(plain.Dataset.WorkflowParameters);
    },
  );

  describe("take limits from their project", () => {
    it("as far as they have none of their own", async () => {
      await using project = await service.project(limits);
      const key = { ProjectName: project.ProjectName, DatasetName: "photos" };

      const created = await service.imm.call("CreateDataset", { ...key, DatasetMaxBindCount: 8 });
      const found = await service.imm.call("GetDataset", key);

      expect(created.Dataset).toMatchObject({ ...key, ...limits, DatasetMaxBindCount: 8 });
      expect(found.Dataset).toEqual(created.Dataset);
    });

    it("and keep them when the project's change", async () => {
      await using project = await service.project(limits);
      const { ProjectName } = project;
      const key = { ProjectName, DatasetName: "photos" };
      const created = await service.imm.call("CreateDataset", key);

      await service.imm.call("UpdateProject", { ProjectName, ...otherLimits });

      const found = await service.imm.call("GetDataset", key);
      expect(found.Dataset).toEqual(created.Dataset);
    });

    it("which may be larger than the project's", async () => {
      await using project = await service.project(limits);
      const key = { ProjectName: project.ProjectName, DatasetName: "photos" };

      const { Dataset } = await service.imm.call("CreateDataset", { ...key, ...otherLimits });

      expect(Dataset).toMatchObject(otherLimits);
    });
  });

  describe("when updated", () => {
    it.each(Object.entries({ ...settings, ...otherLimits }))("change %s alone", async (name, value) => {
      await using project = await service.project();
      const key = { ProjectName: project.ProjectName, DatasetName: "photos" };
      const before = await service.imm.call("CreateDataset", { ...key, ...settings, Description: "old" });

      const after = await service.imm.call("UpdateDataset", { ...key, [name]: value });
      const found = await service.imm.call("GetDataset", key);

      const { UpdateTime } = after.Dataset;
      expect(after.Dataset).toEqual({ ...before.Dataset, [name]: value, UpdateTime });
      expect(found.Dataset).toEqual(after.Dataset);
    });

    it("change all that is sent at once", async () => {
      await using project = await service.project();
      const key = { ProjectName: project.ProjectName, DatasetName: "photos" };
      const before = await service.imm.call("CreateDataset", key);

      const after = await service.imm.call("UpdateDataset", { ...key, ...settings });

      const { UpdateTime } = after.Dataset;
      expect(after.Dataset).toEqual({ ...before.Dataset, ...settings, UpdateTime });
    });

    it("move their UpdateTime on and keep their CreateTime", async () => {
      await using project = await service.project();
      const key = { ProjectName: project.ProjectName, DatasetName: "photos" };
      const { Dataset: made } = await service.imm.call("CreateDataset", key);

      const { Dataset: once } = await service.imm.call("UpdateDataset", { ...key, Description: "1" });
      const { Dataset: twice } = await service.imm.call("UpdateDataset", { ...key, Description: "2" });

      expect([once.CreateTime, twice.CreateTime]).toEqual([made.CreateTime, made.CreateTime]);
      const times = [made, once, twice].map(({ UpdateTime }) => UpdateTime!);
      expect(new Set(times).size).toBe(3);
      expect(times.toSorted((a, b) => Date.parse(a) - Date.parse(b))).toEqual(times);
    });

    it("lose their Description by an empty one", async () => {
      await using project = await service.project();
      const key = { ProjectName: project.ProjectName, DatasetName: "photos" };
      await service.imm.call("CreateDataset", { ...key, ...settings });

      const updated = await service.imm.call("UpdateDataset", { ...key, Description: "" });
      const found = await service.imm.call("GetDataset", key);

      expect(updated.Dataset).toMatchObject({ ...settings, Description: "" });
      expect(found.Dataset).toEqual(updated.Dataset);
    });

    it("leave others of the project as they are", async () => {
      await using project = await service.project();
      const { ProjectName } = project;
      const other = await service.imm.call("CreateDataset", { ProjectName, DatasetName: "other" });
      await service.imm.call("CreateDataset", { ProjectName, DatasetName: "photos" });

      await service.imm.call("UpdateDataset", { ProjectName, DatasetName: "photos", ...settings });

      const found = await service.imm.call("GetDataset", { ProjectName, DatasetName: "other" });
      expect(found.Dataset).toEqual(other.Dataset);
    });
  });

  describe("by name", () => {
    it("are unique in their project", async () => {
      await using project = await service.project();
      const key = { ProjectName: project.ProjectName, DatasetName: "photos" };
      const { Dataset } = await service.imm.call("CreateDataset", key);

      const again = service.imm.call("CreateDataset", { ...key, ...settings });

      await expect(again).rejects.toMatchObject(alreadyExists("dataset"));
      const found = await service.imm.call("GetDataset", key);
      expect(found.Dataset).toEqual(Dataset);
    });

    it("are made once by twenty calls at one time", async () => {
      await using project = await service.project();
      const key = { ProjectName: project.ProjectName, DatasetName: "photos" };
      const tries = Array.from({ length: 20 }, (_, index) => `try ${index}`);

      const results = await Promise.allSettled(
        tries.map((Description) => service.imm.call("CreateDataset", { ...key, Description })),
      );

      const made = results.filter(({ status }) => status === "fulfilled");
      const refused = results.filter(({ status }) => status === "rejected");
      expect(refused).toMatchObject(tries.slice(1).map(() => ({ reason: alreadyExists("dataset") })));
      const { Dataset } = await service.imm.call("GetDataset", key);
      expect(made).toMatchObject([{ value: { Dataset } }]);
    });

    it("are kept apart in two projects", async () => {
      await using one = await service.project();
      await using other = await service.project();
      const photosOfOne = { ProjectName: one.ProjectName, DatasetName: "photos" };
      const photosOfOther = { ProjectName: other.ProjectName, DatasetName: "photos" };

      await service.imm.call("CreateDataset", { ...photosOfOne, Description: "one" });
      const { Dataset } = await service.imm.call("CreateDataset", { ...photosOfOther, Description: "other" });
      await service.imm.call("UpdateDataset", { ...photosOfOne, Description: "changed" });
      await service.imm.call("DeleteDataset", photosOfOne);

      const found = await service.imm.call("GetDataset", photosOfOther);
      expect(found.Dataset).toEqual(Dataset);
      const getting = service.imm.call("GetDataset", photosOfOne);
      await expect(getting).rejects.toMatchObject(notFound("dataset"));
    });

    it.each(["GetDataset", "UpdateDataset", "DeleteDataset"] as const)(
      "are looked for by %s, which says that there is none",
      async (action) => {
        await using project = await service.project();
        const { ProjectName } = project;
        await service.imm.call("CreateDataset", { ProjectName, DatasetName: "photos" });

        const calling = service.imm.call(action, { ProjectName, DatasetName: "Photo" });

        await expect(calling).rejects.toMatchObject(notFound("dataset"));
      },
    );

    it.each(["CreateDataset", "GetDataset", "UpdateDataset", "DeleteDataset", "ListDatasets"] as const)(
      "are looked for by %s, which says that there is no such project",
      async (action) => {
        const key = { ProjectName: service.projectName(), DatasetName: "photos" };

        await expect(service.imm.call(action, key)).rejects.toMatchObject(notFound("project"));

        const getting = service.imm.call("GetProject", { ProjectName: key.ProjectName });
        await expect(getting).rejects.toMatchObject(notFound("project"));
      },
    );
  });

  describe("when deleted", () => {
    it("are gone", async () => {
      await using project = await service.project();
      const { ProjectName } = project;
      const key = { ProjectName, DatasetName: "photos" };
      await service.imm.call("CreateDataset", key);
      const { Dataset: kept } = await service.imm.call("CreateDataset", {
        ProjectName,
        DatasetName: "kept",
      });

      const reply = await service.imm.call("DeleteDataset", key);

      expect(reply).toEqual({ RequestId: expect.any(String) });
      await expect(service.imm.call("GetDataset", key)).rejects.toMatchObject(notFound("dataset"));
      await expect(service.imm.call("DeleteDataset", key)).rejects.toMatchObject(notFound("dataset"));
      const { Datasets } = await service.imm.call("ListDatasets", { ProjectName });
      expect(Datasets).toEqual([kept]);
    });

    it("leave their name to another", async () => {
      await using project = await service.project();
      const key = { ProjectName: project.ProjectName, DatasetName: "photos" };
      await service.imm.call("CreateDataset", { ...key, ...settings });
      await service.imm.call("DeleteDataset", key);

      const { Dataset } = await service.imm.call("CreateDataset", key);

      expect(Dataset).toMatchObject({ ...defaults, Description: "", TemplateId: "" });
      expect(Dataset.UpdateTime).toBe(Dataset.CreateTime);
    });
  });

  describe("in a project with a quota of two", () => {
    it("are two, until one is deleted", async () => {
      await using project = await service.project({ ProjectMaxDatasetCount: 2 });
      const { ProjectName } = project;
      const create = (DatasetName: string) => service.imm.call("CreateDataset", { ProjectName, DatasetName });
      await create("a");
      await create("b");

      await expect(create("c")).rejects.toMatchObject(tooMany);
      await service.imm.call("DeleteDataset", { ProjectName, DatasetName: "a" });
      await create("d");
      await expect(create("e")).rejects.toMatchObject(tooMany);

      const { Datasets } = await service.imm.call("ListDatasets", { ProjectName });
      expect(Datasets).toMatchObject([{ DatasetName: "b" }, { DatasetName: "d" }]);
    });

    it("are two, even of twenty calls at one time", async () => {
      await using project = await service.project({ ProjectMaxDatasetCount: 2 });
      const { ProjectName } = project;
      const names = Array.from({ length: 20 }, (_, index) => `dataset${index}`);

      const results = await Promise.allSettled(
        names.map((DatasetName) => service.imm.call("CreateDataset", { ProjectName, DatasetName })),
      );

      const refused = results.filter(({ status }) => status === "rejected");
      expect(refused).toMatchObject(names.slice(2).map(() => ({ reason: tooMany })));
      const { Datasets } = await service.imm.call("ListDatasets", { ProjectName });
      expect(Datasets).toHaveLength(2);
    });
  });
});
