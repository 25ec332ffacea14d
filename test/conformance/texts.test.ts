import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { skipDifferences } from "./differences.ts";
import { endpoints } from "./endpoints.ts";
import type { Service } from "./service.ts";

/** Lengths are counted in code points, of which the last of these has two code units each. */
const scripts = [
  ["Latin", "a"],
  ["Chinese", "集"],
  ["astral", "𠀀"],
] as const;

const accepted = scripts.flatMap(([script, character]) =>
  [0, 1, 255, 256].map((length) => [length, script, character.repeat(length)] as const),
);
const refused = scripts.flatMap(([script, character]) =>
  [257, 512].map((length) => [length, script, character.repeat(length)] as const),
);

describe.each(endpoints)("texts on %s", (endpoint, connect) => {
  skipDifferences(endpoint);
  let service: Service;
  beforeAll(async () => {
    service = await connect();
  });
  afterAll(() => service[Symbol.asyncDispose]());

  describe("a Description", () => {
    it.each(accepted)("of %d %s characters is kept", async (_length, _script, Description) => {
      await using project = await service.project({ Description });
      const { ProjectName } = project;
      const key = { ProjectName, DatasetName: "photos" };

      const dataset = await service.imm.call("CreateDataset", { ...key, Description });
      const foundDataset = await service.imm.call("GetDataset", key);
      const foundProject = await service.imm.call("GetProject", { ProjectName });

      expect(dataset.Dataset).toMatchObject({ Description });
      expect(foundDataset.Dataset).toMatchObject({ Description });
      expect(project.created).toMatchObject({ Description });
      expect(foundProject.Project).toMatchObject({ Description });
    });

    it.each(accepted)("may become %d %s characters", async (_length, _script, Description) => {
      await using project = await service.project({ Description: "before" });
      const { ProjectName } = project;
      const key = { ProjectName, DatasetName: "photos" };
      await service.imm.call("CreateDataset", { ...key, Description: "before" });

      const updatedDataset = await service.imm.call("UpdateDataset", { ...key, Description });
      const updatedProject = await service.imm.call("UpdateProject", { ProjectName, Description });
      const foundDataset = await service.imm.call("GetDataset", key);
      const foundProject = await service.imm.call("GetProject", { ProjectName });

      expect(updatedDataset.Dataset).toMatchObject({ Description });
      expect(foundDataset.Dataset).toMatchObject({ Description });
      expect(updatedProject.Project).toMatchObject({ Description });
      expect(foundProject.Project).toMatchObject({ Description });
    });

    it.each(refused)("of %d %s characters is refused", async (_length, _script, Description) => {
      await using project = await service.project();
      const { ProjectName } = project;
      const another = service.projectName();
      const invalid = { code: "InvalidDescription", httpStatus: 400 };
      const absent = { code: "ResourceNotFound", httpStatus: 400 };

      const dataset = service.imm.call("CreateDataset", { ProjectName, DatasetName: "photos", Description });
      await expect(dataset).rejects.toMatchObject(invalid);
      const { Datasets = [] } = await service.imm.call("ListDatasets", { ProjectName });
      expect(Datasets).toEqual([]);

      const anotherProject = service.imm.call("CreateProject", { ProjectName: another, Description });
      await expect(anotherProject).rejects.toMatchObject(invalid);
      const getting = service.imm.call("GetProject", { ProjectName: another });
      await expect(getting).rejects.toMatchObject(absent);
    });

    it.each(refused)("must not become %d %s characters", async (_length, _script, Description) => {
      await using project = await service.project({ Description: "before" });
      const { ProjectName } = project;
      const key = { ProjectName, DatasetName: "photos" };
      const { Dataset } = await service.imm.call("CreateDataset", { ...key, Description: "before" });
      const before = await service.imm.call("GetProject", { ProjectName });
      const invalid = { code: "InvalidDescription", httpStatus: 400 };

      const updatingDataset = service.imm.call("UpdateDataset", { ...key, Description });
      await expect(updatingDataset).rejects.toMatchObject(invalid);
      const updatingProject = service.imm.call("UpdateProject", { ProjectName, Description });
      await expect(updatingProject).rejects.toMatchObject(invalid);

      const foundDataset = await service.imm.call("GetDataset", key);
      const foundProject = await service.imm.call("GetProject", { ProjectName });
      expect(foundDataset.Dataset).toEqual(Dataset);
      expect(foundProject.Project).toEqual(before.Project);
    });

    it.each([
      "a b+c*d~e(1)!'%20&x=y/?#",
      " \" '; DROP TABLE Dataset; --",
      '{"a":[1]}\\u0041',
      "测试数据集：照片（2026）",
      "two\nlines\tand a tab",
      "👩‍👩‍👧 e\u0301 \ufeff",
    ])("is kept as it was sent: %j", async (Description) => {
      await using project = await service.project({ Description });
      const key = { ProjectName: project.ProjectName, DatasetName: "photos" };

      await service.imm.call("CreateDataset", { ...key, Description });
      const { Dataset } = await service.imm.call("GetDataset", key);

      expect(project.created).toMatchObject({ Description });
      expect(Dataset).toMatchObject({ Description });
    });
  });

  describe("a Prefix", () => {
    it.each([0, 1, 127, 128])("of %d characters finds the names that begin so", async (length) => {
      await using project = await service.project();
      const { ProjectName } = project;
      const DatasetName = "a".repeat(128);
      await service.imm.call("CreateDataset", { ProjectName, DatasetName });
      const Prefix = DatasetName.slice(0, length);

      const { Datasets } = await service.imm.call("ListDatasets", { ProjectName, Prefix });

      expect(Datasets).toMatchObject([{ ProjectName, DatasetName }]);
    });

    it.each([0, 1, 127, 128])("of %d characters finds a project", async (length) => {
      const ProjectName = service.projectName().padEnd(128, "x");
      await using project = await service.project({ ProjectName });
      const Prefix = ProjectName.slice(0, length);

      const { Projects } = await service.imm.call("ListProjects", { Prefix, MaxResults: 200 });

      expect(Projects).toContainEqual(project.created);
    });

    it.each(scripts)("of 128 %s characters finds nothing", async (_script, character) => {
      await using project = await service.project();
      const { ProjectName } = project;
      const Prefix = character.repeat(128);

      const { Datasets = [] } = await service.imm.call("ListDatasets", { ProjectName, Prefix });
      const { Projects = [] } = await service.imm.call("ListProjects", { Prefix });

      expect(Datasets).toEqual([]);
      expect(Projects).toEqual([]);
    });

    it.each(scripts)("of 129 %s characters is refused", async (_script, character) => {
      await using project = await service.project();
      const { ProjectName } = project;
      const Prefix = character.repeat(129);

      const datasets = service.imm.call("ListDatasets", { ProjectName, Prefix });
      const projects = service.imm.call("ListProjects", { Prefix });

      await expect(datasets).rejects.toMatchObject({ code: "InvalidPrefix", httpStatus: 400 });
      await expect(projects).rejects.toMatchObject({ code: "InvalidPrefix", httpStatus: 400 });
    });
  });
});
