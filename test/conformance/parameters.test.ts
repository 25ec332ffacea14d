import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { skipDifferences } from "./differences.ts";
import { endpoints } from "./endpoints.ts";
import type { Pairs } from "./raw.ts";
import type { Service } from "./service.ts";

const ofProjects = ["CreateProject", "GetProject", "UpdateProject", "DeleteProject", "ListDatasets"] as const;
const ofDatasets = ["CreateDataset", "GetDataset", "UpdateDataset", "DeleteDataset"] as const;

const limits = [
  "DatasetMaxBindCount",
  "DatasetMaxFileCount",
  "DatasetMaxEntityCount",
  "DatasetMaxRelationCount",
  "DatasetMaxTotalFileSize",
];
const notIntegers = ["007", "1e3", "1.5", "", "-1", "+1", " 1", "0x1", "１", "true"];

/** The body of an error, and nothing beside it. */
const error = (code: string, message: string) => ({
  RequestId: expect.stringMatching(/^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$/),
  HostId: expect.any(String),
  Code: code,
  Message: expect.stringMatching(new RegExp(`^${message}`)),
  Recommend: expect.any(String),
});

const missing = (parameter: string) => ({
  status: 400,
  body: error(`Missing${parameter}`, `${parameter} is mandatory for this action\\.`),
});
const invalid = (parameter: string) => ({
  status: 400,
  body: error(`Invalid${parameter}`, `Specified parameter ${parameter} is not valid\\.`),
});

describe.each(endpoints)("parameters on %s", (endpoint, connect) => {
  skipDifferences(endpoint);
  let service: Service;
  beforeAll(async () => {
    service = await connect();
  });
  afterAll(() => service[Symbol.asyncDispose]());

  describe("that are required", () => {
    it.each([...ofProjects, ...ofDatasets])("are missed by %s: ProjectName", async (action) => {
      const absent = await service.raw(action, [["DatasetName", "photos"]]);
      const empty = await service.raw(action, [
        ["ProjectName", ""],
        ["DatasetName", "photos"],
      ]);

      expect(absent).toEqual(missing("ProjectName"));
      expect(empty).toEqual(missing("ProjectName"));
    });

    it.each(ofDatasets)("are missed by %s: DatasetName", async (action) => {
      await using project = await service.project();
      const { ProjectName } = project;

      const absent = await service.raw(action, [["ProjectName", ProjectName]]);
      const empty = await service.raw(action, [
        ["ProjectName", ProjectName],
        ["DatasetName", ""],
      ]);

      expect(absent).toEqual(missing("DatasetName"));
      expect(empty).toEqual(missing("DatasetName"));
      const { Datasets } = await service.imm.call("ListDatasets", { ProjectName });
      expect(Datasets).toEqual([]);
    });
  });

  it("that nobody knows are ignored", async () => {
    await using project = await service.project();
    const key: Pairs = [
      ["ProjectName", project.ProjectName],
      ["DatasetName", "photos"],
    ];

    const created = await service.raw("CreateDataset", [...key, ["Color", "red"], ["_", "&=+ %"]]);
    const found = await service.raw("GetDataset", [["Colour", ""], ...key]);

    expect(created.status).toBe(200);
    expect(found).toEqual({
      status: 200,
      body: { RequestId: expect.any(String), Dataset: created.body["Dataset"] },
    });
  });

  describe("that come twice", () => {
    const twice = { status: 400, body: expect.objectContaining({ Code: "InvalidParameter" }) };

    it.each(["query", "body"] as const)("in the %s are refused, alike or not", async (place) => {
      await using project = await service.project();
      const { ProjectName } = project;
      const key: Pairs = [
        ["ProjectName", ProjectName],
        ["DatasetName", "photos"],
      ];

      for (const again of [
        ["DatasetName", "photos"],
        ["DatasetName", "other"],
        ["ProjectName", "other"],
        ["ProjectName", ""],
      ] as const) {
        expect(await service.raw("CreateDataset", [...key, again], { in: place })).toEqual(twice);
      }
      for (const name of ["Description", "DatasetMaxBindCount", "WorkflowParameters"]) {
        const pairs: Pairs = [[name, "1"], ...key, [name, "2"]];
        expect(await service.raw("CreateDataset", pairs, { in: place })).toEqual(twice);
      }
      const { Datasets } = await service.imm.call("ListDatasets", { ProjectName });
      expect(Datasets).toEqual([]);
    });

    it("once in the query and once in the body are refused", async () => {
      const ProjectName = service.projectName();

      const answer = await service.raw("CreateProject", [["ProjectName", ProjectName]], { in: "both" });

      expect(answer).toEqual(twice);
      const { Projects } = await service.imm.call("ListProjects", { Prefix: ProjectName });
      expect(Projects).toEqual([]);
    });
  });

  it.each([
    "a b+c*d~e(1)!'%20&x=y/?#",
    " \" '; DROP TABLE Dataset; --",
    '{"a":[1]}\\u0041',
    "测试数据集：照片（2026）",
    "two\nlines\tand a tab",
    "👩‍👩‍👧 e\u0301 \ufeff",
  ])("that are text are kept as they were sent: %j", async (Description) => {
    await using project = await service.project({ Description });
    const key = { ProjectName: project.ProjectName, DatasetName: "photos" };

    await service.imm.call("CreateDataset", { ...key, Description });
    const { Dataset } = await service.imm.call("GetDataset", key);

    expect(project.created).toMatchObject({ Description });
    expect(Dataset).toMatchObject({ Description });
  });

  describe("that are integers", () => {
    it.each(notIntegers)("are none as %j in CreateDataset and UpdateDataset", async (text) => {
      await using project = await service.project();
      const { ProjectName } = project;
      const { Dataset } = await service.imm.call("CreateDataset", { ProjectName, DatasetName: "photos" });
      const inProject: Pairs = [["ProjectName", ProjectName]];

      for (const limit of limits) {
        const asked: Pairs = [...inProject, [limit, text]];
        expect(await service.raw("CreateDataset", [...asked, ["DatasetName", "other"]])).toEqual(
          invalid(limit),
        );
        expect(await service.raw("UpdateDataset", [...asked, ["DatasetName", "photos"]])).toEqual(
          invalid(limit),
        );
      }

      const { Datasets } = await service.imm.call("ListDatasets", { ProjectName });
      expect(Datasets).toEqual([Dataset]);
    });

    it.each(notIntegers)("are none as %j in CreateProject and UpdateProject", async (text) => {
      await using project = await service.project();
      const another = service.projectName();

      for (const limit of ["ProjectMaxDatasetCount", ...limits]) {
        const creating = service.raw("CreateProject", [
          ["ProjectName", another],
          [limit, text],
        ]);
        expect(await creating).toEqual(invalid(limit));
        const updating = service.raw("UpdateProject", [
          ["ProjectName", project.ProjectName],
          [limit, text],
        ]);
        expect(await updating).toEqual(invalid(limit));
      }

      const { Projects } = await service.imm.call("ListProjects", { Prefix: another });
      expect(Projects).toEqual([]);
      const found = await service.imm.call("GetProject", { ProjectName: project.ProjectName });
      expect(found.Project).toEqual(project.created);
    });

    it.each(notIntegers)("are none as MaxResults=%j", async (text) => {
      await using project = await service.project();

      const datasets = await service.raw("ListDatasets", [
        ["ProjectName", project.ProjectName],
        ["MaxResults", text],
      ]);
      const projects = await service.raw("ListProjects", [["MaxResults", text]]);

      expect(datasets).toEqual(invalid("MaxResults"));
      expect(projects).toEqual(invalid("MaxResults"));
    });

    it("may be as long as they like to be refused", async () => {
      await using project = await service.project();

      const answer = await service.raw("CreateDataset", [
        ["ProjectName", project.ProjectName],
        ["DatasetName", "photos"],
        ["DatasetMaxTotalFileSize", "9".repeat(1000)],
      ]);

      expect(answer).toEqual({
        status: 400,
        body: error("LimitExceededError", "Message: input quota exceed the max value$"),
      });
    });
  });

  describe("that are true or false", () => {
    it.each(["true", "false"])("are %s", async (text) => {
      await using project = await service.project();
      const { ProjectName } = project;
      await service.imm.call("CreateDataset", { ProjectName, DatasetName: "photos" });
      const pairs: Pairs = [
        ["ProjectName", ProjectName],
        ["DatasetName", "photos"],
        ["WithStatistics", text],
      ];

      expect(await service.raw("GetDataset", pairs)).toMatchObject({ status: 200 });
      expect(await service.raw("GetProject", pairs)).toMatchObject({ status: 200 });
    });

    it.each(["", "TRUE", "yes", "1", "0", " true", "null"])("are not %j", async (text) => {
      await using project = await service.project();
      const { ProjectName } = project;
      await service.imm.call("CreateDataset", { ProjectName, DatasetName: "photos" });
      const pairs: Pairs = [
        ["ProjectName", ProjectName],
        ["DatasetName", "photos"],
        ["WithStatistics", text],
      ];

      expect(await service.raw("GetDataset", pairs)).toEqual(invalid("WithStatistics"));
      expect(await service.raw("GetProject", pairs)).toEqual(invalid("WithStatistics"));
    });
  });

  describe("that are JSON", () => {
    it.each(["", "x", "[", "[}", "{}", "null", "1", '"[]"', "[{Key:1}]", "[] []", "['a']"])(
      "must not be %s",
      async (text) => {
        await using project = await service.project();
        const { ProjectName } = project;
        const { Dataset } = await service.imm.call("CreateDataset", { ProjectName, DatasetName: "photos" });
        const malformed = (parameter: string) => {
          const code = `InvalidJSON Array parsing error,${parameter}`;
          return { status: 400, body: error(code, code) };
        };
        const of = (name: string): Pairs => [
          ["ProjectName", name],
          ["Tag", text],
        ];
        const to = (name: string): Pairs => [
          ["ProjectName", ProjectName],
          ["DatasetName", name],
          ["WorkflowParameters", text],
        ];
        const another = service.projectName();

        expect(await service.raw("CreateProject", of(another))).toEqual(malformed("Tag"));
        expect(await service.raw("UpdateProject", of(ProjectName))).toEqual(malformed("Tag"));
        expect(await service.raw("ListProjects", of(ProjectName))).toEqual(malformed("Tag"));
        expect(await service.raw("CreateDataset", to("other"))).toEqual(malformed("WorkflowParameters"));
        expect(await service.raw("UpdateDataset", to("photos"))).toEqual(malformed("WorkflowParameters"));

        const { Projects } = await service.imm.call("ListProjects", { Prefix: another });
        expect(Projects).toEqual([]);
        const { Datasets } = await service.imm.call("ListDatasets", { ProjectName });
        expect(Datasets).toEqual([Dataset]);
      },
    );

    it.each(["[1]", "[null]", '["a"]', '[{"Key":1,"Value":"b"}]', '[{"Key":"a","Value":[]}]'])(
      "must not be a Tag of %s",
      async (text) => {
        const ProjectName = service.projectName();

        const creating = await service.raw("CreateProject", [
          ["ProjectName", ProjectName],
          ["Tag", text],
        ]);
        const listing = await service.raw("ListProjects", [["Tag", text]]);

        expect(creating).toEqual(invalid("Tag"));
        expect(listing).toEqual(invalid("Tag"));
        const { Projects } = await service.imm.call("ListProjects", { Prefix: ProjectName });
        expect(Projects).toEqual([]);
      },
    );

    it.each(["[]", " [ ] ", '[{"Name":"\\u0061","Value":"b"}]'])(
      "may be WorkflowParameters of %s",
      async (text) => {
        await using project = await service.project();

        const answer = await service.raw("CreateDataset", [
          ["ProjectName", project.ProjectName],
          ["DatasetName", "photos"],
          ["WorkflowParameters", text],
        ]);

        expect(answer).toMatchObject({ status: 200, body: { Dataset: { DatasetName: "photos" } } });
      },
    );
  });

  describe.each([
    ["by GET in the query", { method: "GET", in: "query" }],
    ["by POST in the query", { method: "POST", in: "query" }],
    ["by POST in the body", { method: "POST", in: "body" }],
  ] as const)("%s", (_how, how) => {
    it("reach every action", async () => {
      const ProjectName = service.projectName();
      const project: Pairs = [["ProjectName", ProjectName]];
      const dataset: Pairs = [...project, ["DatasetName", "photos"]];
      const Description = "a b+c*d~e(1)!'%20&x=y/?# 照片 𠀀";
      const TemplateId = "Official:ImageManagement";
      const described: Pairs = [["Description", Description]];

      expect(await service.raw("CreateProject", [...project, ...described], how)).toMatchObject({
        status: 200,
        body: { Project: { ProjectName, Description } },
      });
      expect(await service.raw("UpdateProject", [...project, ["TemplateId", TemplateId]], how)).toMatchObject(
        {
          body: { Project: { Description, TemplateId } },
        },
      );
      expect(await service.raw("GetProject", project, how)).toMatchObject({
        body: { Project: { Description, TemplateId } },
      });
      expect(await service.raw("ListProjects", [["Prefix", ProjectName]], how)).toMatchObject({
        body: { Projects: [{ ProjectName, Description, TemplateId }] },
      });
      expect(await service.raw("CreateDataset", dataset, how)).toMatchObject({
        body: { Dataset: { ProjectName, DatasetName: "photos", Description: "" } },
      });
      expect(await service.raw("UpdateDataset", [...dataset, ...described], how)).toMatchObject({
        body: { Dataset: { Description } },
      });
      expect(await service.raw("GetDataset", dataset, how)).toMatchObject({
        body: { Dataset: { Description } },
      });
      expect(await service.raw("ListDatasets", project, how)).toMatchObject({
        body: { Datasets: [{ DatasetName: "photos", Description }] },
      });
      // IMM takes DeleteDataset by POST alone.
      expect(await service.raw("DeleteDataset", dataset, { ...how, method: "POST" })).toEqual({
        status: 200,
        body: { RequestId: expect.any(String) },
      });
      expect(await service.raw("DeleteProject", project, how)).toEqual({
        status: 200,
        body: { RequestId: expect.any(String) },
      });
    });
  });

  it("don't delete a dataset by GET", async () => {
    await using project = await service.project();
    const key = { ProjectName: project.ProjectName, DatasetName: "photos" };
    const { Dataset } = await service.imm.call("CreateDataset", key);

    const answer = await service.raw("DeleteDataset", Object.entries(key), { method: "GET" });

    expect([400, 403]).toContain(answer.status);
    expect(answer.body).toMatchObject({ Code: "UnsupportedHTTPMethod" });
    const found = await service.imm.call("GetDataset", key);
    expect(found.Dataset).toEqual(Dataset);
  });

  it("are refused with all that IMM says of a refusal", async () => {
    const answer = await service.raw("GetProject", [["ProjectName", service.projectName()]]);

    expect(answer).toEqual({
      status: 400,
      body: {
        ...error("ResourceNotFound", "The specified resource [Pp]roject is not found\\.$"),
        Recommend: expect.stringContaining("q=ResourceNotFound&product=imm"),
      },
    });
  });
});
