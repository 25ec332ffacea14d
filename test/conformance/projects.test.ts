import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { skipDifferences } from "./differences.ts";
import { endpoints } from "./endpoints.ts";
import { alreadyExists, notFound, time } from "./expected.ts";
import type { Service } from "./service.ts";

const tooMany = { code: "LimitExceededError", httpStatus: 400 };

const limits = {
  ProjectMaxDatasetCount: 12,
  DatasetMaxBindCount: 3,
  DatasetMaxFileCount: 70_000_000,
  DatasetMaxEntityCount: 4_000_000_000,
  DatasetMaxRelationCount: 5_000_000_000,
  DatasetMaxTotalFileSize: 9_007_199_254_740_993n,
};
const settings = {
  Description: "atlas of the world",
  TemplateId: "Official:ImageManagement",
  ...limits,
};
const Tag = [
  { Key: "team", Value: "maps" },
  { Key: "环境", Value: "" },
];
const Tags = [
  { TagKey: "team", TagValue: "maps" },
  { TagKey: "环境", TagValue: "" },
];

describe.each(endpoints)("projects on %s", (endpoint, connect) => {
  skipDifferences(endpoint);
  let service: Service;
  beforeAll(async () => {
    service = await connect();
  });
  afterAll(() => service[Symbol.asyncDispose]());

  it("are created with IMM's defaults, and found so again", async () => {
    await using project = await service.project();
    const { ProjectName, created } = project;

    const found = await service.imm.call("GetProject", { ProjectName });

    expect(created).toMatchObject({
      ProjectName,
      Description: "",
      ServiceRole: "AliyunIMMDefaultRole",
      TemplateId: "",
      CreateTime: created.UpdateTime,
      UpdateTime: expect.stringMatching(time),
      ProjectQueriesPerSecond: 100,
      EngineConcurrency: 100,
      ProjectMaxDatasetCount: 1_000_000_000,
      DatasetMaxBindCount: 10,
      DatasetMaxFileCount: 100_000_000,
      DatasetMaxEntityCount: 10_000_000_000,
      DatasetMaxRelationCount: 100_000_000_000,
      DatasetMaxTotalFileSize: 90_000_000_000_000_000,
      DatasetCount: 0,
      FileCount: 0,
      TotalFileSize: 0,
      Tags: [],
    });
    expect(found.Project).toEqual(created);
  });

  it("are created as they were asked for", async () => {
    await using project = await service.project({ ...settings, Tag });
    const { ProjectName, created } = project;

    const found = await service.imm.call("GetProject", { ProjectName });

    expect(created).toMatchObject({ ProjectName, ...settings, Tags });
    expect(found.Project).toEqual(created);
  });

  it("have the ServiceRole that they were given, until they are given another", async () => {
    await using project = await service.project({ ServiceRole: "RoleOne" });
    const { ProjectName, created } = project;

    const { Project } = await service.imm.call("UpdateProject", { ProjectName, ServiceRole: "RoleTwo" });
    const found = await service.imm.call("GetProject", { ProjectName });

    expect(created).toMatchObject({ ServiceRole: "RoleOne" });
    expect(Project).toEqual({ ...created, ServiceRole: "RoleTwo", UpdateTime: Project.UpdateTime });
    expect(found.Project).toEqual(Project);
  });

  it("get statistics on demand", async () => {
    await using project = await service.project();
    const { ProjectName } = project;

    const counted = await service.imm.call("GetProject", { ProjectName, WithStatistics: true });

    expect(counted.Project).toEqual({ ...project.created, FileCount: 0, TotalFileSize: 0 });
  });

  it("count their datasets", async () => {
    await using project = await service.project();
    const { ProjectName } = project;
    const count = async () => (await service.imm.call("GetProject", { ProjectName })).Project.DatasetCount;

    await service.imm.call("CreateDataset", { ProjectName, DatasetName: "a" });
    await service.imm.call("CreateDataset", { ProjectName, DatasetName: "b" });
    const two = await count();
    await service.imm.call("DeleteDataset", { ProjectName, DatasetName: "a" });

    expect([project.created.DatasetCount, two, await count()]).toEqual([0, 2, 1]);
  });

  it("have a name that nobody else has", async () => {
    await using project = await service.project();
    const { ProjectName } = project;

    const again = service.imm.call("CreateProject", { ProjectName, ...settings });

    await expect(again).rejects.toMatchObject(alreadyExists("project"));
    const found = await service.imm.call("GetProject", { ProjectName });
    expect(found.Project).toEqual(project.created);
  });

  it("are made once by twenty calls at one time", async () => {
    const ProjectName = service.projectName();
    const tries = Array.from({ length: 20 }, (_, index) => `try ${index}`);

    const results = await Promise.allSettled(
      tries.map((Description) => service.imm.call("CreateProject", { ProjectName, Description })),
    );

    const made = results.filter(({ status }) => status === "fulfilled");
    const refused = results.filter(({ status }) => status === "rejected");
    expect(refused).toMatchObject(tries.slice(1).map(() => ({ reason: alreadyExists("project") })));
    const { Project } = await service.imm.call("GetProject", { ProjectName });
    expect(made).toMatchObject([{ value: { Project } }]);
    await service.imm.call("DeleteProject", { ProjectName });
  });

  it.each(["GetProject", "UpdateProject", "DeleteProject"] as const)(
    "are looked for by %s, which says that there is none",
    async (action) => {
      const calling = service.imm.call(action, { ProjectName: service.projectName() });

      await expect(calling).rejects.toMatchObject(notFound("project"));
    },
  );

  describe("when updated", () => {
    it.each(Object.entries(settings))("change %s alone", async (name, value) => {
      await using project = await service.project({ DatasetMaxBindCount: 5, Tag });
      const { ProjectName, created } = project;

      const { Project } = await service.imm.call("UpdateProject", { ProjectName, [name]: value });
      const found = await service.imm.call("GetProject", { ProjectName });

      expect(Project).toEqual({ ...created, [name]: value, UpdateTime: Project.UpdateTime });
      expect(found.Project).toEqual(Project);
    });

    it("change their tags alone", async () => {
      await using project = await service.project({ Tag: [{ Key: "old", Value: "tag" }] });
      const { ProjectName, created } = project;

      const { Project } = await service.imm.call("UpdateProject", { ProjectName, Tag });
      const found = await service.imm.call("GetProject", { ProjectName });

      expect(Project).toEqual({ ...created, Tags, UpdateTime: Project.UpdateTime });
      expect(found.Project).toEqual(Project);
    });

    it("move their UpdateTime on and keep their CreateTime", async () => {
      await using project = await service.project();
      const { ProjectName, created } = project;

      const { Project } = await service.imm.call("UpdateProject", { ProjectName, Description: "new" });

      expect(Project.CreateTime).toBe(created.CreateTime);
      expect(Project.UpdateTime).not.toBe(created.UpdateTime);
      expect(Date.parse(Project.UpdateTime!)).toBeGreaterThanOrEqual(Date.parse(created.UpdateTime!));
    });

    it("lose their Description by an empty one", async () => {
      await using project = await service.project(settings);
      const { ProjectName } = project;

      const updated = await service.imm.call("UpdateProject", { ProjectName, Description: "" });
      const found = await service.imm.call("GetProject", { ProjectName });

      expect(updated.Project).toMatchObject({ ...settings, Description: "" });
      expect(found.Project).toEqual(updated.Project);
    });
  });

  describe("a project", () => {
    it("has room again once its quota is raised", async () => {
      await using project = await service.project({ ProjectMaxDatasetCount: 1 });
      const { ProjectName } = project;
      const create = (DatasetName: string) => service.imm.call("CreateDataset", { ProjectName, DatasetName });
      await create("a");
      await expect(create("b")).rejects.toMatchObject(tooMany);

      await service.imm.call("UpdateProject", { ProjectName, ProjectMaxDatasetCount: 2 });

      expect((await create("b")).Dataset).toMatchObject({ DatasetName: "b" });
      await expect(create("c")).rejects.toMatchObject(tooMany);
    });

    it("keeps what it has when its quota is lowered", async () => {
      await using project = await service.project();
      const { ProjectName } = project;
      const create = (DatasetName: string) => service.imm.call("CreateDataset", { ProjectName, DatasetName });
      await create("a");
      await create("b");

      await service.imm.call("UpdateProject", { ProjectName, ProjectMaxDatasetCount: 1 });

      await expect(create("c")).rejects.toMatchObject(tooMany);
      const { Datasets } = await service.imm.call("ListDatasets", { ProjectName });
      expect(Datasets).toMatchObject([{ DatasetName: "a" }, { DatasetName: "b" }]);
    });

    it("hands changed limits on to its new datasets alone", async () => {
      await using project = await service.project();
      const { ProjectName } = project;
      const { Dataset: before } = await service.imm.call("CreateDataset", { ProjectName, DatasetName: "a" });
      const { ProjectMaxDatasetCount: _own, ...inherited } = limits;

      await service.imm.call("UpdateProject", { ProjectName, ...limits });
      await service.imm.call("CreateDataset", { ProjectName, DatasetName: "b" });

      const { Datasets } = await service.imm.call("ListDatasets", { ProjectName });
      expect(Datasets).toMatchObject([before, { DatasetName: "b", ...inherited }]);
    });

    it("refuses calls beyond its ProjectQueriesPerSecond", async () => {
      await using project = await service.project();
      const { ProjectName } = project;

      const results = await Promise.allSettled(
        Array.from({ length: 400 }, () => service.imm.call("GetProject", { ProjectName })),
      );

      const refused = results.filter(({ status }) => status === "rejected");
      expect(refused[0]).toMatchObject({ reason: { code: expect.stringMatching(/^Throttling/) } });
    });
  });

  describe("when deleted", () => {
    it("are gone, and leave their name to another", async () => {
      await using project = await service.project(settings);
      const { ProjectName } = project;

      const reply = await service.imm.call("DeleteProject", { ProjectName });

      expect(reply).toEqual({ RequestId: expect.any(String) });
      await expect(service.imm.call("GetProject", { ProjectName })).rejects.toMatchObject(
        notFound("project"),
      );
      await expect(service.imm.call("DeleteProject", { ProjectName })).rejects.toMatchObject(
        notFound("project"),
      );
      await using another = await service.project({ ProjectName });
      expect(another.created).toMatchObject({ ProjectName, Description: "", DatasetMaxBindCount: 10 });
    });

    it("must hold no dataset", async () => {
      await using project = await service.project();
      const { ProjectName } = project;
      const key = { ProjectName, DatasetName: "photos" };
      const { Dataset } = await service.imm.call("CreateDataset", key);

      await expect(service.imm.call("DeleteProject", { ProjectName })).rejects.toMatchObject({
        code: "StatusConflict",
        httpStatus: 400,
        message: "Message: cannot delete when sub resoures exist",
      });

      const found = await service.imm.call("GetDataset", key);
      expect(found.Dataset).toEqual(Dataset);
      await service.imm.call("DeleteDataset", key);
      const reply = await service.imm.call("DeleteProject", { ProjectName });
      expect(reply).toEqual({ RequestId: expect.any(String) });
    });
  });
});
