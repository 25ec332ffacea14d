import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Request } from "../../src/contract/wire.ts";
import { skipDifferences } from "./differences.ts";
import { endpoints } from "./endpoints.ts";
import type { Service, TestProject } from "./service.ts";

const invalidToken = { code: "InvalidNextToken", httpStatus: 400 };

describe.each(endpoints)("lists on %s", (endpoint, connect) => {
  skipDifferences(endpoint);
  let service: Service;
  beforeAll(async () => {
    service = await connect();
  });
  afterAll(() => service[Symbol.asyncDispose]());

  async function projectOf(names: readonly string[]): Promise<TestProject> {
    const project = await service.project();
    const { ProjectName } = project;
    for (const DatasetName of names) await service.imm.call("CreateDataset", { ProjectName, DatasetName });
    return project;
  }

  /** The names on all pages, a list for each. */
  async function pagesOf(request: Request<"ListDatasets">): Promise<string[][]> {
    const pages: string[][] = [];
    let NextToken: string | undefined;
    do {
      const page = await service.imm.call("ListDatasets", { ...request, ...(NextToken && { NextToken }) });
      pages.push((page.Datasets ?? []).map(({ DatasetName }) => DatasetName));
      NextToken = page.NextToken;
    } while (NextToken);
    return pages;
  }

  describe("of datasets", () => {
    it("hold each as it is got", async () => {
      await using project = await projectOf([]);
      const { ProjectName } = project;
      const a = await service.imm.call("CreateDataset", { ProjectName, DatasetName: "a" });
      const b = await service.imm.call("CreateDataset", {
        ProjectName,
        DatasetName: "b",
        Description: "照片",
        TemplateId: "Official:ImageManagement",
        DatasetMaxBindCount: 2,
        DatasetMaxTotalFileSize: 2n ** 63n - 1n,
      });

      const reply = await service.imm.call("ListDatasets", { ProjectName });

      expect(reply.Datasets).toEqual([a.Dataset, b.Dataset]);
    });

    it("are in the order of names, character by character", async () => {
      const ordered = ["A", "A-b", "A0", "AB", "A_b", "Aa", "Z9", "_", "_-", "a10", "a2", "b"];
      await using project = await projectOf(ordered.toReversed());
      const { ProjectName } = project;

      expect(await pagesOf({ ProjectName })).toEqual([ordered]);
      expect(await pagesOf({ ProjectName, MaxResults: 1 })).toEqual(ordered.map((name) => [name]));
    });

    it.each([
      [1, [["a"], ["b"], ["c"], ["d"]]],
      [
        2,
        [
          ["a", "b"],
          ["c", "d"],
        ],
      ],
      [3, [["a", "b", "c"], ["d"]]],
      [4, [["a", "b", "c", "d"]]],
      [5, [["a", "b", "c", "d"]]],
    ])("of %d a page end with the last that holds one, full or not", async (MaxResults, pages) => {
      await using project = await projectOf(["d", "b", "a", "c"]);
      const { ProjectName } = project;

      expect(await pagesOf({ ProjectName, MaxResults })).toEqual(pages);
    });

    it("are empty where nothing is", async () => {
      await using project = await projectOf([]);
      const { ProjectName } = project;

      expect(await pagesOf({ ProjectName })).toEqual([[]]);
      expect(await pagesOf({ ProjectName, Prefix: "a" })).toEqual([[]]);
    });

    it("hold by a Prefix what begins so", async () => {
      await using project = await projectOf(["P", "o", "p", "p-1", "p_1", "pq", "q", "ap"]);
      const { ProjectName } = project;

      expect(await pagesOf({ ProjectName, Prefix: "p" })).toEqual([["p", "p-1", "p_1", "pq"]]);
      expect(await pagesOf({ ProjectName, Prefix: "p_" })).toEqual([["p_1"]]);
      expect(await pagesOf({ ProjectName, Prefix: "P" })).toEqual([["P"]]);
      expect(await pagesOf({ ProjectName, Prefix: "pq" })).toEqual([["pq"]]);
      for (const Prefix of ["pqr", "p%", "%", "*", "?", "照"]) {
        expect(await pagesOf({ ProjectName, Prefix })).toEqual([[]]);
      }
    });

    it("go on by pages within a Prefix", async () => {
      await using project = await projectOf(["a", "p1", "p2", "p3", "p4", "z"]);
      const { ProjectName } = project;

      const pages = await pagesOf({ ProjectName, Prefix: "p", MaxResults: 2 });

      expect(pages).toEqual([
        ["p1", "p2"],
        ["p3", "p4"],
      ]);
    });

    it("leave other projects out", async () => {
      await using project = await projectOf(["mine"]);
      await using other = await projectOf(["other"]);

      expect(await pagesOf({ ProjectName: project.ProjectName })).toEqual([["mine"]]);
      expect(await pagesOf({ ProjectName: other.ProjectName })).toEqual([["other"]]);
    });

    it.each([-1, 201, 1000, 2 ** 31])("refuse %d a page", async (MaxResults) => {
      await using project = await projectOf(["a"]);
      const { ProjectName } = project;

      const listing = service.imm.call("ListDatasets", { ProjectName, MaxResults });

      await expect(listing).rejects.toMatchObject({ code: "InvalidMaxResults", httpStatus: 400 });
    });

    it.each([
      ["is nonsense", () => "nonsense"],
      ["has a changed end", (token: string) => token.slice(0, -1) + (token.endsWith("A") ? "B" : "A")],
      ["has a changed beginning", (token: string) => `0${token}`],
      ["has a longer end", (token: string) => `${token}0`],
      ["has a changed name", (token: string) => token.replaceAll("name1", "name2")],
      ["is cut short", (token: string) => token.slice(0, -1)],
    ])("refuse a NextToken that %s", async (_what, forge) => {
      await using project = await projectOf(["name1", "name2", "name3"]);
      const { ProjectName } = project;
      const { NextToken } = await service.imm.call("ListDatasets", { ProjectName, MaxResults: 1 });

      const forged = service.imm.call("ListDatasets", { ProjectName, NextToken: forge(NextToken!) });

      await expect(forged).rejects.toMatchObject(invalidToken);
    });

    it("refuse the NextToken of another project", async () => {
      await using project = await projectOf(["a", "b"]);
      await using other = await projectOf(["a", "b"]);
      const { ProjectName } = other;
      const { NextToken } = await service.imm.call("ListDatasets", { ProjectName, MaxResults: 1 });

      const listing = service.imm.call("ListDatasets", {
        ProjectName: project.ProjectName,
        NextToken: NextToken!,
      });

      await expect(listing).rejects.toMatchObject(invalidToken);
    });
  });

  describe("of 250 datasets", () => {
    const names = Array.from({ length: 250 }, (_, index) => `dataset${String(index).padStart(3, "0")}`);
    let project: TestProject;
    beforeAll(async () => {
      project = await projectOf(names);
    }, 120_000);
    afterAll(() => project[Symbol.asyncDispose](), 120_000);

    it.each([
      [undefined, [100, 100, 50]],
      [0, [100, 100, 50]],
      [50, [50, 50, 50, 50, 50]],
      [125, [125, 125]],
      [199, [199, 51]],
      [200, [200, 50]],
    ])("show %s a page", async (MaxResults, sizes) => {
      const { ProjectName } = project;

      const pages = await pagesOf({ ProjectName, ...(MaxResults !== undefined && { MaxResults }) });

      expect(pages.flat()).toEqual(names);
      expect(pages.map((page) => page.length)).toEqual(sizes);
    });
  });

  describe("of projects", () => {
    /** Makes projects whose names begin alike, in another order than theirs. */
    async function family(...members: readonly Omit<Request<"CreateProject">, "ProjectName">[]) {
      const Prefix = `${service.projectName()}-`;
      const projects: TestProject[] = [];
      for (const [index, params] of [...members.entries()].toReversed()) {
        projects.push(await service.project({ ...params, ProjectName: `${Prefix}${index}` }));
      }
      return {
        Prefix,
        async [Symbol.asyncDispose]() {
          for (const project of projects) await project[Symbol.asyncDispose]();
        },
      };
    }

    const shortNames = (Projects: readonly { ProjectName: string }[] | undefined) =>
      Projects?.map(({ ProjectName }) => ProjectName.split("-").at(-1));

    it("hold each as it is got, in the order of names", async () => {
      await using projects = await family({ Description: "地图" }, { DatasetMaxBindCount: 2 });
      const { Prefix } = projects;

      const { Projects } = await service.imm.call("ListProjects", { Prefix });

      const zero = await service.imm.call("GetProject", { ProjectName: `${Prefix}0` });
      const one = await service.imm.call("GetProject", { ProjectName: `${Prefix}1` });
      expect(Projects).toEqual([zero.Project, one.Project]);
    });

    it("go on by pages, the last of which may be full", async () => {
      await using projects = await family({}, {}, {}, {});
      const request = { Prefix: projects.Prefix, MaxResults: 2 };

      const first = await service.imm.call("ListProjects", request);
      const last = await service.imm.call("ListProjects", { ...request, NextToken: first.NextToken! });

      expect(shortNames(first.Projects)).toEqual(["0", "1"]);
      expect(shortNames(last.Projects)).toEqual(["2", "3"]);
      expect(last.NextToken ?? "").toBe("");
    });

    it("are empty where no name begins so", async () => {
      const reply = await service.imm.call("ListProjects", { Prefix: service.projectName() });

      expect(reply).toEqual({ RequestId: expect.any(String), Projects: [] });
    });

    it.each([0, 1, 199, 200])("take %d a page", async (MaxResults) => {
      await using projects = await family({});

      const { Projects } = await service.imm.call("ListProjects", { Prefix: projects.Prefix, MaxResults });

      expect(shortNames(Projects)).toEqual(["0"]);
    });

    it.each([-1, 201])("refuse %d a page", async (MaxResults) => {
      const listing = service.imm.call("ListProjects", { MaxResults });

      await expect(listing).rejects.toMatchObject({ code: "InvalidMaxResults", httpStatus: 400 });
    });

    it("hold by tags what has them all", async () => {
      const red = { Key: "color", Value: "red" };
      const blue = { Key: "color", Value: "blue" };
      const maps = { Key: "team", Value: "地图" };
      await using projects = await family({ Tag: [red, maps] }, { Tag: [blue, maps] }, { Tag: [red] }, {});
      const { Prefix } = projects;
      const withTags = async (...Tag: (typeof red)[]) =>
        shortNames((await service.imm.call("ListProjects", { Prefix, Tag })).Projects);

      expect(await withTags(red)).toEqual(["0", "2"]);
      expect(await withTags(maps)).toEqual(["0", "1"]);
      expect(await withTags(maps, red)).toEqual(["0"]);
      expect(await withTags({ Key: "color", Value: "green" })).toEqual([]);
      expect(await withTags({ Key: "red", Value: "color" })).toEqual([]);
    });

    it("go on by pages within a tag", async () => {
      const Tag = [{ Key: "color", Value: "red" }];
      await using projects = await family({ Tag }, {}, { Tag }, {}, { Tag });
      const request = { Prefix: projects.Prefix, Tag, MaxResults: 2 };

      const first = await service.imm.call("ListProjects", request);
      const last = await service.imm.call("ListProjects", { ...request, NextToken: first.NextToken! });

      expect(shortNames(first.Projects)).toEqual(["0", "2"]);
      expect(shortNames(last.Projects)).toEqual(["4"]);
      expect(last.NextToken ?? "").toBe("");
    });

    it("take 20 tags, and no more", async () => {
      const Tag = Array.from({ length: 21 }, (_, index) => ({ Key: `k${index}`, Value: `v${index}` }));
      await using projects = await family({ Tag: Tag.slice(0, 20) }, { Tag: Tag.slice(0, 19) });
      const { Prefix } = projects;

      const found = await service.imm.call("ListProjects", { Prefix, Tag: Tag.slice(0, 20) });
      const listing = service.imm.call("ListProjects", { Prefix, Tag });

      expect(shortNames(found.Projects)).toEqual(["0"]);
      await expect(listing).rejects.toMatchObject({ code: "InvalidTag", httpStatus: 400 });
    });

    it("refuse a NextToken that isn't one of theirs", async () => {
      await using projects = await family({}, {});
      const { Prefix } = projects;
      const ProjectName = `${Prefix}0`;
      await service.imm.call("CreateDataset", { ProjectName, DatasetName: "a" });
      await service.imm.call("CreateDataset", { ProjectName, DatasetName: "b" });
      const ofProjects = await service.imm.call("ListProjects", { Prefix, MaxResults: 1 });
      const ofDatasets = await service.imm.call("ListDatasets", { ProjectName, MaxResults: 1 });
      const token = ofProjects.NextToken!;

      for (const NextToken of ["nonsense", `${token}A`, token.slice(1), ofDatasets.NextToken!]) {
        const listing = service.imm.call("ListProjects", { Prefix, NextToken });
        await expect(listing).rejects.toMatchObject(invalidToken);
      }
      const datasets = service.imm.call("ListDatasets", { ProjectName, NextToken: token });
      await expect(datasets).rejects.toMatchObject(invalidToken);
    });
  });
});
