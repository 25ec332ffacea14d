import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { skipDifferences } from "./differences.ts";
import { endpoints } from "./endpoints.ts";
import type { Service, TestProject } from "./service.ts";

const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"];
const digits = [..."0123456789"];
const signs = [..." !\"#$%&'()*+,./:;<=>?@[\\]^`{|}~"];
const others = ["\t", "\n", "\r", "\0", "\u007f", "é", "ａ", "０", "数", "𠀀", "\u200b", "\ufeff"];

/** What may begin a name and what may stand further on; with what may not, all of printable ASCII and more. */
const first = { legal: [...letters, "_"], illegal: [...digits, "-", ...signs, ...others] };
const inner = { legal: [...letters, ...digits, "_", "-"], illegal: [...signs, ...others] };

const last = { illegal: [" ", ".", "\n", "\0"] };

const legalNames = [
  ...first.legal.map((character) => `${character}1`),
  ...first.legal,
  ...inner.legal.map((character) => `a${character}b`),
  ...[127, 128].map((length) => "a".repeat(length)),
  `_${"-".repeat(127)}`,
];
const illegalNames = [
  ...first.illegal.map((character) => `${character}a`),
  ...inner.illegal.map((character) => `a${character}b`),
  ...last.illegal.map((character) => `a${character}`),
  ...[129, 1000].map((length) => "a".repeat(length)),
  "照片",
];

describe.each(endpoints)("names on %s", (endpoint, connect) => {
  skipDifferences(endpoint);
  let service: Service;
  beforeAll(async () => {
    service = await connect();
  });
  afterAll(() => service[Symbol.asyncDispose]());

  describe("of a dataset", () => {
    // No two tests use one name, so that they can do with one project.
    let project: TestProject;
    beforeAll(async () => {
      project = await service.project();
    });
    afterAll(() => project[Symbol.asyncDispose]());

    it.each(legalNames)("may be %j", async (DatasetName) => {
      const key = { ProjectName: project.ProjectName, DatasetName };

      const created = await service.imm.call("CreateDataset", key);
      const found = await service.imm.call("GetDataset", key);

      expect(created.Dataset).toMatchObject(key);
      expect(found.Dataset).toEqual(created.Dataset);
    });
  });

  describe("of no dataset", () => {
    let project: TestProject;
    beforeAll(async () => {
      project = await service.project();
    });
    afterAll(() => project[Symbol.asyncDispose]());

    it.each(illegalNames)("can be %j", async (DatasetName) => {
      const { ProjectName } = project;

      const creating = service.imm.call("CreateDataset", { ProjectName, DatasetName });

      await expect(creating).rejects.toMatchObject({ code: "InvalidDatasetName", httpStatus: 400 });
      const { Datasets = [] } = await service.imm.call("ListDatasets", { ProjectName });
      expect(Datasets).toEqual([]);
    });
  });

  describe("a project's name may begin with", () => {
    it.each(first.legal)("%j", async (character) => {
      const ProjectName = character + service.projectName();

      await using project = await service.project({ ProjectName });
      const found = await service.imm.call("GetProject", { ProjectName });

      expect(project.created).toMatchObject({ ProjectName });
      expect(found.Project).toEqual(project.created);
    });
  });

  it.each([
    ...inner.legal.map((character) => [`${character}b`]),
    ...[127, 128].map((length) => ["".padEnd(length, "x")]),
  ])("takes a project's name that ends with %j", async (ending) => {
    const ProjectName = withEnding(service.projectName(), ending);

    await using project = await service.project({ ProjectName });
    const found = await service.imm.call("GetProject", { ProjectName });

    expect(project.created).toMatchObject({ ProjectName });
    expect(found.Project).toEqual(project.created);
  });

  it.each([
    ...first.illegal.map((character) => [character, ""]),
    ...inner.illegal.map((character) => ["", `${character}b`]),
    ...last.illegal.map((character) => ["", character]),
    ...[129, 1000].map((length) => ["", "".padEnd(length, "x")]),
    ["", "项目"],
  ])("refuses a project's name that begins with %j and ends with %j", async (beginning, ending) => {
    const name = service.projectName();
    const ProjectName = beginning + withEnding(name, ending!);

    const creating = service.imm.call("CreateProject", { ProjectName });

    await expect(creating).rejects.toMatchObject({ code: "InvalidProjectName", httpStatus: 400 });
    const { Projects = [] } = await service.imm.call("ListProjects", { MaxResults: 200 });
    expect(Projects.filter((project) => project.ProjectName.includes(name))).toEqual([]);
  });

  it.each(["GetProject", "UpdateProject", "DeleteProject", "ListDatasets"] as const)(
    "%s refuses what can't be a project's",
    async (action) => {
      const calling = service.imm.call(action, { ProjectName: "no.name" });

      await expect(calling).rejects.toMatchObject({ code: "InvalidProjectName", httpStatus: 400 });
    },
  );

  it.each(["CreateDataset", "GetDataset", "UpdateDataset", "DeleteDataset"] as const)(
    "%s refuses what can't be a project's, or a dataset's",
    async (action) => {
      await using project = await service.project();
      const { ProjectName } = project;

      const inProject = service.imm.call(action, { ProjectName, DatasetName: "no.name" });
      const elsewhere = service.imm.call(action, { ProjectName: "no.name", DatasetName: "photos" });

      await expect(inProject).rejects.toMatchObject({ code: "InvalidDatasetName", httpStatus: 400 });
      await expect(elsewhere).rejects.toMatchObject({ code: "InvalidProjectName", httpStatus: 400 });
    },
  );
});

/** A name with this ending, as long as the ending where that is longer. */
function withEnding(name: string, ending: string): string {
  return ending.length > name.length ? name + ending.slice(name.length) : name + ending;
}
