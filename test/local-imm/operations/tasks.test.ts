import { join } from "node:path";
import { DatabaseSync } from "@photostructure/sqlite";
import { assert, asyncProperty, json, jsonValue, oneof, string } from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseKeys } from "../../../src/local-imm/keys.ts";
import { anyCharacter } from "../../support/any-character.ts";
import { makeFolder, root, seconds, start, startTestImm, type TestImm } from "../start.ts";
import { running, startWithTasks, storeTasks } from "../store-tasks.ts";

const project = { ProjectName: "atlas" };
const key = { ...project, TaskType: "FaceClustering", TaskId: "FaceClustering-1" };
const day = 86_400n * seconds;

const notFound = (resource: string) => ({
  status: 400,
  body: { Code: "ResourceNotFound", Message: `The specified resource ${resource} is not found.` },
});

async function list(imm: TestImm, params: Record<string, unknown> = {}) {
  const { status, body } = await imm.call("ListTasks", { ...project, ...params });
  const tasks = (body["Tasks"] ?? []) as Record<string, unknown>[];
  return {
    status,
    body,
    tasks,
    ids: tasks.map(({ TaskId }) => TaskId),
    token: body["NextToken"] as string | undefined,
  };
}

/** The ids on all pages, a list for each. */
async function pagesOf(imm: TestImm, params: Record<string, unknown>): Promise<unknown[][]> {
  const pages: unknown[][] = [];
  let token: string | undefined;
  do {
    const page = await list(imm, { ...params, ...(token && { NextToken: token }) });
    expect(page.status).toBe(200);
    pages.push(page.ids);
    token = page.token;
  } while (token);
  return pages;
}

/** How many rows a store's tables of tasks have. */
function rowsOf(dir: string) {
  const db = new DatabaseSync(join(dir, "imm.db"), { readOnly: true });
  try {
    return db
      .prepare("SELECT (SELECT count(*) FROM Task) AS tasks, (SELECT count(*) FROM TaskTag) AS tags")
      .get();
  } finally {
    db.close();
  }
}

describe("GetTask", () => {
  it("answers what is known of a task", async () => {
    await using imm = await startWithTasks({
      Tags: { test: "val1" },
      UserData: "mine",
      TaskRequestDefinition: '{"ProjectName":"atlas"}',
    });

    const plain = await imm.call("GetTask", key);
    const withDefinition = await imm.call("GetTask", { ...key, RequestDefinition: true });

    const expected = {
      RequestId: expect.any(String),
      ProjectName: "atlas",
      EventId: "event-1",
      TaskType: "FaceClustering",
      TaskId: "FaceClustering-1",
      Status: "Succeeded",
      StartTime: "2026-01-02T03:04:05.123456789Z",
      EndTime: "2026-01-02T03:04:06.123456789Z",
      Progress: 100n,
      UserData: "mine",
      Tags: { test: "val1" },
    };
    expect(plain).toMatchObject({ status: 200 });
    expect(plain.body).toEqual(expected);
    expect(withDefinition.body).toEqual({
      ...expected,
      TaskRequestDefinition: '{"ProjectName":"atlas"}',
    });
  });

  it("leaves out what a task doesn't have", async () => {
    await using imm = await startWithTasks(running);

    const { body } = await imm.call("GetTask", { ...key, RequestDefinition: true });

    expect(body).toEqual({
      RequestId: expect.any(String),
      ProjectName: "atlas",
      EventId: "event-1",
      TaskType: "FaceClustering",
      TaskId: "FaceClustering-1",
      Status: "Running",
      StartTime: "2026-01-02T03:04:05.123456789Z",
      Progress: 40n,
      Tags: {},
    });
  });

  it("tells why a task failed", async () => {
    await using imm = await startWithTasks({
      Status: "Failed",
      Code: "ResourceNotFound",
      Message: "It is gone.",
    });

    expect(await imm.call("GetTask", key)).toMatchObject({
      status: 200,
      body: { Status: "Failed", Code: "ResourceNotFound", Message: "It is gone." },
    });
  });

  it("finds a task by its project, type and id together", async () => {
    await using imm = await startWithTasks({});

    expect(await imm.call("GetTask", { ...key, TaskId: "FaceClustering-2" })).toMatchObject(notFound("Task"));
    expect(await imm.call("GetTask", { ...key, TaskType: "StoryCreation" })).toMatchObject(notFound("Task"));
    expect(await imm.call("GetTask", { ...key, ProjectName: "globe" })).toMatchObject(notFound("Task"));
    expect(await imm.call("GetTask", { ...key, ProjectName: "none" })).toMatchObject(notFound("Project"));
  });

  it.each(["ProjectName", "TaskType", "TaskId"])("misses %s", async (parameter) => {
    await using imm = await startTestImm();

    expect(await imm.call("GetTask", { ...key, [parameter]: "" })).toMatchObject({
      status: 400,
      body: { Code: `Missing${parameter}` },
    });
  });
});

describe("a task", () => {
  it("is forgotten seven days after it ended", async () => {
    await using imm = await startWithTasks({}, { ...running, TaskId: "FaceClustering-2" });
    const ended = start + seconds;

    imm.clock.now = ended + 7n * day - 1n;
    expect(await imm.call("GetTask", key)).toMatchObject({ status: 200 });
    expect((await list(imm)).ids).toEqual(["FaceClustering-1", "FaceClustering-2"]);

    imm.clock.now = ended + 7n * day;
    expect(await imm.call("GetTask", key)).toMatchObject(notFound("Task"));
    expect((await list(imm)).ids).toEqual(["FaceClustering-2"]);
    expect((await list(imm, { Sort: "EndTime", Order: "desc" })).ids).toEqual(["FaceClustering-2"]);
    expect((await list(imm, { EndTimeRange: { End: "2027-01-01T00:00:00Z" } })).ids).toEqual([]);
  });

  it("makes room when another starts, once it is forgotten", async () => {
    await using imm = await startWithTasks(
      { Tags: { a: "1" } },
      { TaskId: "other", EndTime: start + 2n * seconds },
    );
    await imm.close();

    storeTasks(imm.dir, [
      { TaskId: "late", StartTime: start + 7n * day + seconds, Tags: { b: "1", c: "2" } },
    ]);

    expect(rowsOf(imm.dir)).toEqual({ tasks: 2, tags: 2 });
  });

  it("goes with its project", async () => {
    await using imm = await startWithTasks({ Tags: { a: "1" } }, { ...running, TaskId: "FaceClustering-2" });

    expect((await imm.call("DeleteProject", project)).body).toEqual({ RequestId: expect.any(String) });
    expect(await list(imm)).toMatchObject(notFound("Project"));
    await imm.call("CreateProject", project);

    expect((await list(imm)).ids).toEqual([]);
    await imm.close();
    expect(rowsOf(imm.dir)).toEqual({ tasks: 0, tags: 0 });
  });

  it("is of its project in RAM", async () => {
    using folder = makeFolder();
    const user = { accessKeyId: "user", accessKeySecret: "user-secret" };
    const Statement = [{ Effect: "Allow", Action: "imm:*Task*", Resource: "acs:imm:*:111:project/atlas" }];
    const keys = parseKeys([root, { ...user, policies: [{ Version: "1", Statement }] }]);
    await using imm = await startTestImm({ dir: folder.path, keys });
    await imm.call("CreateProject", project);

    expect(await imm.call("ListTasks", project, { key: user })).toMatchObject({ status: 200 });
    expect(await imm.call("GetTask", key, { key: user })).toMatchObject(notFound("Task"));
    expect(await imm.call("GetTask", { ...key, ProjectName: "globe" }, { key: user })).toMatchObject({
      status: 403,
    });
  });
});

describe("ListTasks", () => {
  it("answers tasks, and what was asked for", async () => {
    const TaskRequestDefinition = '{"ProjectName":"atlas"}';
    await using imm = await startWithTasks(
      { Tags: { test: "val1" }, TaskRequestDefinition },
      { ...running, TaskId: "FaceClustering-2", UserData: "mine" },
      { ProjectName: "globe" },
    );

    const { body } = await list(imm, { MaxResults: 7 });
    const withDefinition = await list(imm, { RequestDefinition: true });

    expect(body).toEqual({
      RequestId: expect.any(String),
      ProjectName: "atlas",
      MaxResults: "7",
      Tasks: [
        {
          TaskType: "FaceClustering",
          TaskId: "FaceClustering-1",
          Status: "Succeeded",
          StartTime: "2026-01-02T03:04:05.123456789Z",
          EndTime: "2026-01-02T03:04:06.123456789Z",
          Progress: 100n,
          Tags: { test: "val1" },
        },
        {
          TaskType: "FaceClustering",
          TaskId: "FaceClustering-2",
          Status: "Running",
          StartTime: "2026-01-02T03:04:05.123456789Z",
          Progress: 40n,
          UserData: "mine",
          Tags: {},
        },
      ],
    });
    expect(withDefinition.tasks[0]).toMatchObject({ TaskRequestDefinition });
    expect(withDefinition.tasks[1]).not.toHaveProperty("TaskRequestDefinition");
  });

  it("is empty for a project without tasks, and refused for one that isn't there", async () => {
    await using imm = await startWithTasks({});

    expect((await list(imm, { ProjectName: "globe" })).body).toEqual({
      RequestId: expect.any(String),
      ProjectName: "globe",
      MaxResults: "100",
      Tasks: [],
    });
    expect(await list(imm, { ProjectName: "none" })).toMatchObject(notFound("Project"));
  });

  // b and c start together, c and d end together, e and f run.
  const six = [
    { TaskId: "e", ...timesOf(5), EndTime: null, Status: "Running" as const },
    { TaskId: "a", ...timesOf(4, 9) },
    { TaskId: "c", ...timesOf(2, 7) },
    { TaskId: "f", ...timesOf(1), EndTime: null, Status: "Running" as const },
    { TaskId: "b", ...timesOf(2, 6) },
    { TaskId: "d", ...timesOf(3, 7) },
  ];

  describe("of six", () => {
    let imm: TestImm;
    beforeAll(async () => {
      imm = await startWithTasks(...six);
    });
    afterAll(() => imm[Symbol.asyncDispose]());

    it.each([
      [{}, "abcdef"],
      [{ Sort: "", Order: "" }, "abcdef"],
      [{ Sort: "TaskId", Order: "ASC" }, "abcdef"],
      [{ Sort: "TaskId", Order: "desc" }, "fedcba"],
      [{ Sort: "StartTime" }, "fbcdae"],
      [{ Sort: "StartTime", Order: "DES" }, "eadcbf"],
      // What runs ends last.
      [{ Sort: "EndTime", Order: "asc" }, "bcdaef"],
      [{ Sort: "EndTime", Order: "DESC" }, "feadcb"],
    ])("sorts by %j, page by page", async (params, ids) => {
      expect((await list(imm, params)).ids.join("")).toBe(ids);
      for (const MaxResults of [1, 2, 3, 5, 6]) {
        const pages = await pagesOf(imm, { ...params, MaxResults });
        expect(pages.flat().join("")).toBe(ids);
        expect(pages.slice(0, -1).every((page) => page.length === MaxResults)).toBe(true);
        expect(pages.at(-1)).not.toEqual([]);
      }
    });

    it.each([
      [{ Status: "Running" }, "ef"],
      [{ Status: "Failed" }, ""],
      [{ Status: "" }, "abcdef"],
      [{ TaskTypes: [] }, "abcdef"],
      [{ TaskTypes: ["FaceClustering", "None"] }, "abcdef"],
      [{ TaskTypes: ["faceclustering"] }, ""],
      [{ StartTimeRange: {} }, "abcdef"],
      [{ StartTimeRange: { Start: timeOf(2), End: timeOf(3) } }, "bcd"],
      [{ StartTimeRange: { Start: timeOf(4) } }, "ae"],
      [{ StartTimeRange: { End: timeOf(1) } }, "f"],
      [{ EndTimeRange: { Start: timeOf(7), End: timeOf(7) } }, "cd"],
      [{ EndTimeRange: { Start: timeOf(7) } }, "acd"],
      [{ EndTimeRange: { End: "9999-12-31T23:59:59.999999999Z" } }, "abcd"],
      [{ EndTimeRange: { End: timeOf(7) }, StartTimeRange: { Start: timeOf(3) } }, "d"],
    ])("finds by %j the same in every order", async (params, ids) => {
      for (const Sort of ["TaskId", "StartTime", "EndTime"]) {
        for (const Order of ["asc", "desc"]) {
          const pages = await pagesOf(imm, { ...params, Sort, Order, MaxResults: 2 });
          expect(pages.flat().toSorted().join("")).toBe(ids);
        }
      }
    });
  });

  it("finds by type and by one tag", async () => {
    await using imm = await startWithTasks(
      { TaskId: "a", TaskType: "StoryCreation", Tags: { test: "val1", n: "1" } },
      { TaskId: "b", TaskType: "MediaConvert", Tags: { test: "val2" } },
      { TaskId: "c", Tags: { 'a"b\\c': "x=y", ["__proto__"]: "", é: "界" } },
    );
    const idsOf = async (params: Record<string, unknown>) => (await list(imm, params)).ids.join("");

    expect(await idsOf({ TaskTypes: ["StoryCreation", "MediaConvert"] })).toBe("ab");
    expect(await idsOf({ TaskTypes: ["FaceClustering"] })).toBe("c");
    expect(await idsOf({ TagSelector: "test=val1" })).toBe("a");
    expect(await idsOf({ TagSelector: "n=1" })).toBe("a");
    expect(await idsOf({ TagSelector: "test=VAL1" })).toBe("");
    expect(await idsOf({ TagSelector: "none=val1" })).toBe("");
    expect(await idsOf({ TagSelector: 'a"b\\c=x=y' })).toBe("c");
    expect(await idsOf({ TagSelector: "__proto__=" })).toBe("c");
    expect(await idsOf({ TagSelector: "é=界" })).toBe("c");
    expect(await idsOf({ TagSelector: "" })).toBe("abc");
    expect(await idsOf({ TagSelector: "test=val1", TaskTypes: ["MediaConvert"] })).toBe("");
  });

  it("shows 100 of 101, in tokens of base64", async () => {
    const many = Array.from({ length: 101 }, (_, index) => ({
      TaskId: `t${String(index).padStart(3, "0")}`,
    }));
    await using imm = await startWithTasks(...many);

    const first = await list(imm);
    const second = await list(imm, { NextToken: first.token });

    expect([first.ids.length, second.ids, second.token]).toEqual([100, ["t100"], undefined]);
    expect(Buffer.from(first.token!, "base64").toString()).toMatch(/^111:atlas:t099:[\w-]{16}$/);
  });

  it("goes on behind any id", async () => {
    const ids = ["%", "%3A", ":", "::x", "a b", "a:b", "é", "界", "𠀀"];
    await using imm = await startWithTasks(...ids.map((TaskId) => ({ TaskId })));

    for (const Sort of ["TaskId", "StartTime"]) {
      expect((await pagesOf(imm, { Sort, MaxResults: 1 })).flat()).toEqual(ids);
    }
  });

  it("takes a token for other pages of the same list alone", async () => {
    await using imm = await startWithTasks(...six, { ProjectName: "globe" });
    const asked = { Sort: "StartTime", TaskTypes: ["FaceClustering"], StartTimeRange: { Start: timeOf(1) } };
    const { token: NextToken } = await list(imm, { ...asked, MaxResults: 1 });

    const same = { ...asked, Order: "asc", MaxResults: 50, RequestDefinition: true, TagSelector: "" };
    expect((await list(imm, { ...same, NextToken })).ids.join("")).toBe("bcdae");
    for (const other of [
      { ...asked, ProjectName: "globe" },
      { ...asked, Sort: "EndTime" },
      { ...asked, Sort: undefined },
      { ...asked, Order: "desc" },
      { ...asked, Status: "Running" },
      { ...asked, TaskTypes: ["StoryCreation"] },
      { ...asked, TagSelector: "a=b" },
      { ...asked, StartTimeRange: { Start: timeOf(0) } },
      { ...asked, EndTimeRange: {} },
    ]) {
      const params = Object.fromEntries(Object.entries(other).filter(([, value]) => value !== undefined));
      expect(await list(imm, { ...params, NextToken })).toMatchObject({
        status: 400,
        body: { Code: "InvalidNextToken" },
      });
    }
  });

  it("refuses a token that was changed, or is of another list", async () => {
    await using imm = await startWithTasks(...six);
    const token = (await list(imm, { MaxResults: 2 })).token!;
    const text = Buffer.from(token, "base64").toString();
    const ofText = (changed: string) => Buffer.from(changed).toString("base64");
    for (const DatasetName of ["a", "b"]) await imm.call("CreateDataset", { ...project, DatasetName });
    const ofDatasets = (await imm.call("ListDatasets", { ...project, MaxResults: 1 })).body[
      "NextToken"
    ] as string;
    const ofProjects = (await imm.call("ListProjects", { MaxResults: 1 })).body["NextToken"] as string;

    const forged = [
      token.slice(0, -1),
      token.slice(1),
      `${token}A`,
      text,
      ofText(text.slice(0, -1)),
      ofText(text.replace(":b:", ":a:")),
      ofText(text.replace(":b:", ":%:")),
      ofText(text.replace(":b:", "::")),
      ofText("111:atlas:"),
      ofDatasets,
      ofText(ofDatasets),
      ofProjects,
    ];
    for (const NextToken of forged) {
      expect(await list(imm, { NextToken })).toMatchObject({
        status: 400,
        body: { Code: "InvalidNextToken" },
      });
    }
    expect(await imm.call("ListDatasets", { ...project, NextToken: text })).toMatchObject({ status: 400 });
    expect(await imm.call("ListProjects", { NextToken: token })).toMatchObject({ status: 400 });
  });

  it.each([
    [{ MaxResults: 0 }, 'MaxResults must be an integer from 1 to 100; got "0"'],
    [{ MaxResults: 101 }, 'MaxResults must be an integer from 1 to 100; got "101"'],
    [{ Sort: "Status" }, 'Sort must be one of TaskId, StartTime, EndTime; got "Status"'],
    [{ Order: "up" }, 'Order must be one of asc, desc; got "up"'],
    [{ Status: "running" }, 'Status must be one of Running, Succeeded, Failed; got "running"'],
    [{ TagSelector: "test" }, 'TagSelector must be key=value; got "test"'],
    [{ RequestDefinition: "True" }, 'RequestDefinition must be true or false; got "True"'],
    [{ TaskTypes: ["a", 1] }, "TaskTypes[1] must be a string; got 1"],
    [
      { StartTimeRange: { Start: "yesterday" } },
      'StartTimeRange.Start must be a time of RFC 3339, such as 2026-01-02T11:04:05.123+08:00; got "yesterday"',
    ],
    [
      { EndTimeRange: { Start: timeOf(2), End: timeOf(1) } },
      `EndTimeRange.Start must not be later than End, which is ${timeOf(1)}; got "${timeOf(2)}"`,
    ],
  ])("refuses %j before it looks for the project", async (params, reason) => {
    await using imm = await startTestImm();

    const [parameter] = reason.split(/[.[ ]/);
    expect((await list(imm, params)).body).toMatchObject({
      Code: `Invalid${parameter}`,
      Message: `Specified parameter ${parameter} is not valid. ${reason}.`,
    });
  });

  it.each(["TaskTypes", "StartTimeRange", "EndTimeRange"])(
    "refuses %s that isn't its kind of JSON",
    async (parameter) => {
      await using imm = await startTestImm();

      for (const value of ["", "[", "null", "1", '"x"', "x", parameter === "TaskTypes" ? "{}" : "[]"]) {
        expect(await list(imm, { [parameter]: value })).toMatchObject({
          status: 400,
          body: { Code: `InvalidJSON Array parsing error,${parameter}` },
        });
      }
    },
  );

  const value = oneof(
    json(),
    string({ unit: anyCharacter }).map((text) => text.toWellFormed()),
    jsonValue().map((member) => JSON.stringify([member])),
    jsonValue().map((member) => JSON.stringify({ Start: member, End: member })),
  );

  it.each([
    "MaxResults",
    "NextToken",
    "Order",
    "RequestDefinition",
    "Sort",
    "StartTimeRange",
    "EndTimeRange",
    "Status",
    "TagSelector",
    "TaskTypes",
  ])("answers any %s with tasks or a refusal that names it", async (parameter) => {
    await using imm = await startWithTasks({});

    await assert(
      asyncProperty(value, async (sent) => {
        const { status, body } = await list(imm, { [parameter]: sent });
        if (status === 200) return;
        const codes = [`Invalid${parameter}`, `InvalidJSON Array parsing error,${parameter}`];
        expect([status, codes.includes(String(body["Code"]))]).toEqual([400, true]);
        expect(body["Message"]).toContain(` ${parameter}`);
      }),
      { numRuns: 100 },
    );
    expect(imm.errors).toEqual([]);
  });
});

/** So many seconds after every test begins, as text. */
function timeOf(second: number): string {
  return `2026-01-02T11:04:${String(5 + second).padStart(2, "0")}.123456789+08:00`;
}

function timesOf(StartTime: number, EndTime = 0) {
  return { StartTime: start + BigInt(StartTime) * seconds, EndTime: start + BigInt(EndTime) * seconds };
}
