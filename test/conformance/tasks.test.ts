import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Request } from "../../src/contract/wire.ts";
import { skipDifferences } from "./differences.ts";
import { endpoints } from "./endpoints.ts";
import { notFound } from "./expected.ts";
import type { Pairs } from "./raw.ts";
import type { Service } from "./service.ts";

const key = { TaskType: "FaceClustering", TaskId: "FaceClustering-2f157087-91df-4fda-8c3e-232407ec0000" };

const [earlier, later] = ["2026-01-02T03:04:05Z", "2026-01-02T11:04:06.123456789+08:00"];

// What only a service that has tasks can show, test/local-imm/operations/tasks.test.ts shows of the local IMM.
describe.each(endpoints)("tasks on %s", (endpoint, connect) => {
  skipDifferences(endpoint);
  let service: Service;
  beforeAll(async () => {
    service = await connect();
  });
  afterAll(() => service[Symbol.asyncDispose]());

  it("are not found under an id that no task has", async () => {
    await using project = await service.project();
    const { ProjectName } = project;

    const getting = service.imm.call("GetTask", { ProjectName, ...key });
    const withDefinition = service.imm.call("GetTask", { ProjectName, ...key, RequestDefinition: true });

    await expect(getting).rejects.toMatchObject(notFound("task"));
    await expect(withDefinition).rejects.toMatchObject(notFound("task"));
  });

  it("are not found in a project that isn't there", async () => {
    const ProjectName = service.projectName();

    const getting = service.imm.call("GetTask", { ProjectName, ...key });
    const listing = service.imm.call("ListTasks", { ProjectName });

    await expect(getting).rejects.toMatchObject(notFound("project"));
    await expect(listing).rejects.toMatchObject(notFound("project"));
  });

  it.each(["ProjectName", "TaskType", "TaskId"])("are missed by GetTask without %s", async (parameter) => {
    await using project = await service.project();
    const pairs: Pairs = Object.entries({ ProjectName: project.ProjectName, ...key });
    const others = pairs.filter(([name]) => name !== parameter);

    const absent = await service.raw("GetTask", others);
    const empty = await service.raw("GetTask", [...others, [parameter, ""]]);

    expect([absent, empty]).toMatchObject([
      { status: 400, body: { Code: `Missing${parameter}` } },
      { status: 400, body: { Code: `Missing${parameter}` } },
    ]);
  });

  it("are none in a new project", async () => {
    await using project = await service.project();
    const { ProjectName } = project;

    const reply = await service.imm.call("ListTasks", { ProjectName, MaxResults: 7 });

    expect(reply).toMatchObject({ ProjectName, MaxResults: "7", Tasks: [] });
    expect(reply.NextToken ?? "").toBe("");
  });

  it.each<Omit<Request<"ListTasks">, "ProjectName">>([
    { MaxResults: 1 },
    { MaxResults: 100 },
    { Sort: "TaskId" },
    { Sort: "StartTime", Order: "asc" },
    { Sort: "EndTime", Order: "desc" },
    { Status: "Running" },
    { Status: "Succeeded" },
    { Status: "Failed" },
    { TagSelector: "test=val1" },
    { TaskTypes: ["FaceClustering", "StoryCreation"] },
    { StartTimeRange: { Start: earlier, End: later } },
    { EndTimeRange: { Start: earlier, End: later } },
    { RequestDefinition: true },
  ])("are listed by %j", async (asked) => {
    await using project = await service.project();
    const { ProjectName } = project;

    const reply = await service.imm.call("ListTasks", { ProjectName, ...asked });

    expect(reply.Tasks ?? []).toEqual([]);
  });

  it.each<[parameter: string, value: string]>([
    ["MaxResults", "0"],
    ["MaxResults", "-1"],
    ["MaxResults", "101"],
    ["MaxResults", "ten"],
    ["Sort", "Status"],
    ["Order", "up"],
    ["Status", "Done"],
    ["RequestDefinition", "yes"],
    ["TaskTypes", "[1]"],
    ["StartTimeRange", '{"Start":"yesterday"}'],
    ["EndTimeRange", JSON.stringify({ Start: later, End: earlier })],
    ["NextToken", "nonsense"],
  ])("aren't listed by a %s of %s", async (parameter, value) => {
    await using project = await service.project();
    const pairs: Pairs = [
      ["ProjectName", project.ProjectName],
      [parameter, value],
    ];

    const { status, body } = await service.raw("ListTasks", pairs);

    expect(status).toBe(400);
    // IMM's table has both codes, and doesn't say which is whose.
    expect([`Invalid${parameter}`, "InvalidArgument"]).toContain(body["Code"]);
  });

  it.each(["TaskTypes", "StartTimeRange", "EndTimeRange"])(
    "aren't listed by a %s that isn't JSON",
    async (parameter) => {
      await using project = await service.project();
      const pairs: Pairs = [
        ["ProjectName", project.ProjectName],
        [parameter, "["],
      ];

      const { status, body } = await service.raw("ListTasks", pairs);

      expect([status, body["Code"]]).toEqual([400, `InvalidJSON Array parsing error,${parameter}`]);
    },
  );

  it("are asked for by GET too", async () => {
    await using project = await service.project();
    const pairs: Pairs = [["ProjectName", project.ProjectName]];

    const listed = await service.raw("ListTasks", pairs, { method: "GET" });
    const got = await service.raw("GetTask", [...pairs, ...Object.entries(key)], { method: "GET" });

    expect(listed).toMatchObject({ status: 200, body: { Tasks: [] } });
    expect(got).toMatchObject({ status: 400, body: { Code: "ResourceNotFound" } });
  });
});
