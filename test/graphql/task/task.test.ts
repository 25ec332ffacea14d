import { describe, expect, it } from "vitest";
import { startLocalImm } from "../../../src/local-imm/server.ts";
import { openStore } from "../../../src/local-imm/store/store.ts";
import type { Task } from "../../../src/local-imm/store/tasks.ts";
import { formatUtcTime } from "../../../src/local-imm/time.ts";
import { temporaryFolder } from "../../support/folder.ts";
import { gatewayTo, testKey, type TestGateway } from "../../support/gateway/gateway.ts";

const seconds = 1_000_000_000n;
// IMM forgets tasks, and takes no signature of another time.
const hourAgo = (BigInt(Date.now()) / 1000n) * seconds - 3_600n * seconds + 123_456_789n;

/** So many seconds after that hour began, as IMM writes it. */
const timeAt = (n: number) => formatUtcTime(hourAgo + BigInt(n) * seconds);

/** The n-th task of the project `atlas`, which started n seconds after the first. */
const taskAt = (n: number, told: Partial<Task> = {}): Task => ({
  ProjectName: "atlas",
  TaskId: `t${n}`,
  TaskType: "FaceClustering",
  EventId: `event-${n}`,
  Status: "Succeeded",
  Code: null,
  Message: null,
  StartTime: hourAgo + BigInt(n) * seconds,
  EndTime: hourAgo + BigInt(100 - n) * seconds,
  Progress: 100n,
  UserData: null,
  Tags: {},
  TaskRequestDefinition: `{"n":${n}}`,
  ...told,
});

/** A gateway over a local IMM that has the project `atlas` with these tasks. No action creates them yet. */
async function startWithTasks(...tasks: readonly Task[]): Promise<TestGateway> {
  const folder = await temporaryFolder();
  const start = () =>
    startLocalImm({
      dir: folder.path,
      port: 0,
      region: "cn-shanghai",
      accountId: "1000000000000000",
      keys: [testKey],
    });
  const before = await start();
  await using setUp = gatewayTo(before.url);
  await setUp.imm.call("CreateProject", { ProjectName: "atlas" });
  await before.close();
  {
    using store = openStore(folder.path);
    store.transaction(() => {
      for (const task of tasks) store.tasks.insert(task);
    });
  }
  const local = await start();
  const gateway = gatewayTo(local.url);
  return {
    ...gateway,
    async [Symbol.asyncDispose]() {
      await gateway[Symbol.asyncDispose]();
      await local.close();
      await folder[Symbol.asyncDispose]();
    },
  };
}

const key = 'projectName: "atlas", taskType: "FaceClustering"';

describe("a task", () => {
  it("is answered whole, by one call", async () => {
    await using service = await startWithTasks(
      taskAt(1, {
        Tags: { test: "val1", empty: "" },
        UserData: "mine",
        Status: "Failed",
        Code: "ResourceNotFound",
        Message: "gone",
      }),
    );

    const { data } = await service.send(`{
      task(${key}, taskId: "t1") {
        __typename projectName taskType taskId status code message progress startTime endTime userData eventId
        taskRequestDefinition tags { tagKey tagValue } project { projectName }
      }
    }`);

    expect(data).toEqual({
      task: {
        __typename: "Task",
        projectName: "atlas",
        taskType: "FaceClustering",
        taskId: "t1",
        status: "Failed",
        code: "ResourceNotFound",
        message: "gone",
        progress: 100,
        startTime: timeAt(1),
        endTime: timeAt(99),
        userData: "mine",
        eventId: "event-1",
        taskRequestDefinition: '{"n":1}',
        tags: [
          { tagKey: "test", tagValue: "val1" },
          { tagKey: "empty", tagValue: "" },
        ],
        project: { projectName: "atlas" },
      },
    });
    expect(service.calls.map(({ action, params }) => [action, params])).toEqual([
      [
        "GetTask",
        { ProjectName: "atlas", TaskType: "FaceClustering", TaskId: "t1", RequestDefinition: true },
      ],
    ]);
  });

  it.each([
    ["of that id", `task(${key}, taskId: "t2") { status }`],
    ["of that type", 'task(projectName: "atlas", taskType: "Other", taskId: "t1") { status }'],
    [
      "in such a project",
      'task(projectName: "nowhere", taskType: "FaceClustering", taskId: "t1") { status }',
    ],
  ])("is null if there is none %s", async (_what, field) => {
    await using service = await startWithTasks(taskAt(1));

    expect(await service.send(`{ ${field} }`)).toEqual({ data: { task: null } });
  });

  it("is read once for all who select it, with its request if one of them does", async () => {
    await using service = await startWithTasks(taskAt(1));

    const { data } = await service.send(
      `{ a: task(${key}, taskId: "t1") { status } b: task(${key}, taskId: "t1") { taskRequestDefinition } }`,
    );

    expect(data).toEqual({ a: { status: "Succeeded" }, b: { taskRequestDefinition: '{"n":1}' } });
    expect(service.calls.map(({ params }) => params["RequestDefinition"])).toEqual([true]);
  });
});

interface Page {
  project: { tasks: { nodes: { taskId: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } };
}

/** The ids of a project's tasks, page after page. */
async function idsOf(service: TestGateway, args: string, first = 100): Promise<string[]> {
  const ids: string[] = [];
  let after: string | undefined;
  do {
    const { data, errors } = await service.send<Page, unknown>(
      `query ($first: Int, $after: String) {
        project(projectName: "atlas") {
          tasks(${args} first: $first, after: $after) { nodes { taskId } pageInfo { hasNextPage endCursor } }
        }
      }`,
      { first, after },
    );
    expect(errors).toBeUndefined();
    const { nodes, pageInfo } = data!.project.tasks;
    ids.push(...nodes.map(({ taskId }) => taskId));
    after = pageInfo.hasNextPage ? pageInfo.endCursor : undefined;
  } while (after);
  return ids;
}

describe("a project's tasks", () => {
  const tasks = [
    taskAt(1, { Tags: { team: "red" } }),
    taskAt(2, { TaskType: "ImageSplicing", Status: "Failed" }),
    taskAt(3, { Status: "Running", EndTime: null }),
    taskAt(4),
  ];

  it.each<[args: string, ids: string[]]>([
    ["", ["t1", "t2", "t3", "t4"]],
    ["order: DESC,", ["t4", "t3", "t2", "t1"]],
    ["sort: START_TIME,", ["t1", "t2", "t3", "t4"]],
    ["sort: START_TIME, order: DESC,", ["t4", "t3", "t2", "t1"]],
    ["sort: END_TIME,", ["t4", "t2", "t1", "t3"]],
    ["sort: END_TIME, order: DESC,", ["t3", "t1", "t2", "t4"]],
    ['taskTypes: ["ImageSplicing", "Other"],', ["t2"]],
    ['status: "Running",', ["t3"]],
    ['tagSelector: "team=red",', ["t1"]],
    [`startTimeRange: { start: "${timeAt(2)}" },`, ["t2", "t3", "t4"]],
    [`startTimeRange: { end: "${timeAt(2)}" },`, ["t1", "t2"]],
    [`endTimeRange: { start: "${timeAt(97)}", end: "${timeAt(98)}" },`, ["t2"]],
  ])("are listed by (%s), whatever the size of a page", async (args, ids) => {
    await using service = await startWithTasks(...tasks);

    for (const first of [1, 3, 100]) expect(await idsOf(service, args, first)).toEqual(ids);
  });

  it("bring their requests with the list, and their events by a call each", async () => {
    await using service = await startWithTasks(taskAt(1), taskAt(2));
    const list = (field: string) =>
      service.send(`{ project(projectName: "atlas") { tasks { edges { node { ${field} } } } } }`);

    expect(await list("taskRequestDefinition")).toMatchObject({
      data: { project: { tasks: { edges: [{ node: { taskRequestDefinition: '{"n":1}' } }, {}] } } },
    });
    expect(await list("eventId")).toMatchObject({
      data: {
        project: { tasks: { edges: [{ node: { eventId: "event-1" } }, { node: { eventId: "event-2" } }] } },
      },
    });
    expect(service.calls.map(({ action, params }) => [action, params["RequestDefinition"] ?? false])).toEqual(
      [
        ["GetProject", false],
        ["ListTasks", true],
        ["GetProject", false],
        ["ListTasks", false],
        ["GetTask", false],
        ["GetTask", false],
      ],
    );
  });

  it("are refused by what IMM doesn't take, and a cursor of another order", async () => {
    await using service = await startWithTasks(...tasks);
    const ask = async (args: string) => {
      const { errors } = await service.send(
        `{ project(projectName: "atlas") { tasks(${args}) { edges { cursor } } } }`,
      );
      return errors?.map(({ message, extensions }) => [extensions.code, extensions.field, message]);
    };
    const { data } = await service.send<{ project: { tasks: { edges: { cursor: string }[] } } }, unknown>(
      '{ project(projectName: "atlas") { tasks(sort: START_TIME) { edges { cursor } } } }',
    );
    const { cursor } = data!.project.tasks.edges[0]!;

    expect(await ask("first: 101")).toEqual([["BAD_USER_INPUT", "first", expect.stringContaining("1..100")]]);
    expect(await ask('status: "Sleeping"')).toEqual([
      ["BAD_USER_INPUT", "status", expect.stringContaining("Running")],
    ]);
    expect(await ask(`sort: END_TIME, after: "${cursor}"`)).toEqual([
      ["BAD_USER_INPUT", "after", expect.stringContaining("This cursor is of a list in another order")],
    ]);
  });

  it("of a project that isn't there are an error where they stand", async () => {
    await using service = await startWithTasks();

    const { data, errors } = await service.send(
      "query ($all: [_Any!]!) { _entities(representations: $all) { ... on Project { tasks { nodes { taskId } } } } }",
      { all: [{ __typename: "Project", projectName: "nowhere" }] },
    );

    expect(data).toEqual({ _entities: [{ tasks: null }] });
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(["NOT_FOUND"]);
  });
});
