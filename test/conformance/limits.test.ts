import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Request } from "../../src/contract/wire.ts";
import { skipDifferences } from "./differences.ts";
import { endpoints } from "./endpoints.ts";
import type { Service, TestProject } from "./service.ts";

const maxInt64 = 2n ** 63n - 1n;

/** The limits of a dataset, which a project has for its new ones, each with the greatest value that it takes. */
const limits = [
  ["DatasetMaxBindCount", 10n],
  ["DatasetMaxFileCount", 100_000_000n],
  ["DatasetMaxEntityCount", maxInt64],
  ["DatasetMaxRelationCount", maxInt64],
  ["DatasetMaxTotalFileSize", maxInt64],
] as const;

const accepted = (max: bigint) => [1n, 2n, max - 1n, max];
const refused = (limit: string, max: bigint): [value: bigint, code: string][] => [
  [0n, `Invalid${limit}`],
  [max + 1n, "LimitExceededError"],
];

/** Lengths are counted in code points, of which the last of these has two code units each. */
const scripts = [
  ["Latin", "a"],
  ["Chinese", "集"],
  ["astral", "𠀀"],
] as const;

const descriptions = scripts.flatMap(([script, character]) =>
  [0, 1, 256].map((length) => [length, script, character.repeat(length)] as const),
);
const longDescriptions = scripts.map(([script, character]) => [script, character.repeat(257)] as const);

/** An integer as a reply holds it: a bigint only where a number would lose digits. */
// A number where it holds every digit.
const replied = (value: bigint) => (String(Number(value)) === String(value) ? Number(value) : value);

describe.each(endpoints)("limits on %s", (endpoint, connect) => {
  skipDifferences(endpoint);
  let service: Service;
  beforeAll(async () => {
    service = await connect();
  });
  afterAll(() => service[Symbol.asyncDispose]());

  describe.each(limits)("%s", (limit, max) => {
    const asked = (value: bigint): Partial<Record<typeof limit, bigint>> => ({ [limit]: value });

    // No two tests use one dataset, so that they can do with one project.
    let project: TestProject;
    let count = 0;
    const newKey = () => ({ ProjectName: project.ProjectName, DatasetName: `dataset${++count}` });
    beforeAll(async () => {
      project = await service.project();
    });
    afterAll(() => project[Symbol.asyncDispose]());

    it.each(accepted(max))("of a new dataset may be %d", async (value) => {
      const key = newKey();

      const created = await service.imm.call("CreateDataset", { ...key, ...asked(value) });
      const found = await service.imm.call("GetDataset", key);

      expect(created.Dataset).toMatchObject({ [limit]: replied(value) });
      expect(found.Dataset).toEqual(created.Dataset);
    });

    it.each(refused(limit, max))("of a new dataset must not be %d", async (value, code) => {
      const key = newKey();

      const creating = service.imm.call("CreateDataset", { ...key, ...asked(value) });

      await expect(creating).rejects.toMatchObject({ code, httpStatus: 400 });
      const getting = service.imm.call("GetDataset", key);
      await expect(getting).rejects.toMatchObject({ code: "ResourceNotFound", httpStatus: 400 });
    });

    it.each(accepted(max))("of a dataset may become %d", async (value) => {
      const key = newKey();
      await service.imm.call("CreateDataset", { ...key, ...asked(3n) });

      const updated = await service.imm.call("UpdateDataset", { ...key, ...asked(value) });
      const found = await service.imm.call("GetDataset", key);

      expect(updated.Dataset).toMatchObject({ [limit]: replied(value) });
      expect(found.Dataset).toEqual(updated.Dataset);
    });

    it.each(refused(limit, max))("of a dataset must not become %d", async (value, code) => {
      const key = newKey();
      const created = await service.imm.call("CreateDataset", key);

      const updating = service.imm.call("UpdateDataset", { ...key, Description: "new", ...asked(value) });

      await expect(updating).rejects.toMatchObject({ code, httpStatus: 400 });
      const found = await service.imm.call("GetDataset", key);
      expect(found.Dataset).toEqual(created.Dataset);
    });
  });

  describe.each([...limits, ["ProjectMaxDatasetCount", 1_000_000_000n]] as const)("%s", (limit, max) => {
    const asked = (value: bigint): Partial<Request<"CreateProject">> => ({ [limit]: value });

    it.each(accepted(max))("of a new project may be %d", async (value) => {
      await using project = await service.project(asked(value));
      const { ProjectName } = project;

      const found = await service.imm.call("GetProject", { ProjectName });

      expect(project.created).toMatchObject({ [limit]: replied(value) });
      expect(found.Project).toMatchObject({ [limit]: replied(value) });
    });

    it.each(refused(limit, max))("of a new project must not be %d", async (value, code) => {
      const ProjectName = service.projectName();

      const creating = service.imm.call("CreateProject", { ProjectName, ...asked(value) });

      await expect(creating).rejects.toMatchObject({ code, httpStatus: 400 });
      const getting = service.imm.call("GetProject", { ProjectName });
      await expect(getting).rejects.toMatchObject({ code: "ResourceNotFound", httpStatus: 400 });
    });

    it.each(accepted(max))("of a project may become %d", async (value) => {
      await using project = await service.project(asked(3n));
      const { ProjectName } = project;

      const updated = await service.imm.call("UpdateProject", { ProjectName, ...asked(value) });
      const found = await service.imm.call("GetProject", { ProjectName });

      expect(updated.Project).toMatchObject({ [limit]: replied(value) });
      expect(found.Project).toMatchObject({ [limit]: replied(value) });
    });

    it.each(refused(limit, max))("of a project must not become %d", async (value, code) => {
      await using project = await service.project();
      const { ProjectName } = project;

      const updating = service.imm.call("UpdateProject", {
        ProjectName,
        Description: "new",
        ...asked(value),
      });

      await expect(updating).rejects.toMatchObject({ code, httpStatus: 400 });
      const found = await service.imm.call("GetProject", { ProjectName });
      expect(found.Project).toEqual(project.created);
    });
  });

  it.each([
    2n ** 31n,
    2n ** 32n,
    2n ** 53n - 1n,
    2n ** 53n,
    2n ** 53n + 1n,
    90_000_000_000_000_001n,
    maxInt64 - 1n,
  ])("keeps every digit of %d, from a project to its datasets too", async (value) => {
    const asked = {
      DatasetMaxEntityCount: value,
      DatasetMaxRelationCount: value,
      DatasetMaxTotalFileSize: value,
    };
    const exact = {
      DatasetMaxEntityCount: replied(value),
      DatasetMaxRelationCount: replied(value),
      DatasetMaxTotalFileSize: replied(value),
    };
    await using project = await service.project(asked);
    const { ProjectName } = project;

    await service.imm.call("CreateDataset", { ProjectName, DatasetName: "asked", ...asked });
    await service.imm.call("CreateDataset", { ProjectName, DatasetName: "inherited" });
    const { Datasets } = await service.imm.call("ListDatasets", { ProjectName });

    expect(project.created).toMatchObject(exact);
    expect(Datasets).toMatchObject([
      { DatasetName: "asked", ...exact },
      { DatasetName: "inherited", ...exact },
    ]);
  });

  describe("a Description", () => {
    it.each(descriptions)("of %d %s characters is kept", async (_length, _script, Description) => {
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

    it.each(descriptions)("may become %d %s characters", async (_length, _script, Description) => {
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

    it.each(longDescriptions)("of 257 %s characters is refused", async (_script, Description) => {
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

    it.each(longDescriptions)("must not become 257 %s characters", async (_script, Description) => {
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
