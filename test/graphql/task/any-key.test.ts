import { assert, asyncProperty, constantFrom, oneof, record, string } from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { gatewayTo, type TestGateway } from "../../support/gateway/gateway.ts";
import { json, startUpstream, type Upstream } from "../../support/upstream/upstream.ts";

/** What ids and URIs hold, and what would confuse an id of the graph: its separators and their escapes. */
const text = oneof(
  string({ unit: "grapheme", minLength: 1, maxLength: 40 }),
  string({
    unit: constantFrom("/", ":", "%", "%2F", "%25", "oss://", " ", "相册", "é", "a"),
    minLength: 1,
    maxLength: 20,
  }),
).filter((value) => !value.includes("\0"));
const keys = record({ projectName: constantFrom("atlas", "a-1_b"), taskType: text, taskId: text });

const byKey = `query ($projectName: ProjectName!, $taskType: Text!, $taskId: Text!) {
  task(projectName: $projectName, taskType: $taskType, taskId: $taskId) { id projectName taskType taskId status }
}`;
const byId = "query ($id: ID!) { node(id: $id) { id ... on Task { projectName taskType taskId status } } }";
const byReferences = `query ($all: [_Any!]!) {
  _entities(representations: $all) { ... on Task { id projectName taskType taskId status } }
}`;

describe("a key of any text", () => {
  let upstream: Upstream;
  let service: TestGateway;
  beforeAll(async () => {
    upstream = await startUpstream(json(200, { RequestId: "r", Status: "Running" }));
    service = gatewayTo(upstream.url);
  });
  afterAll(async () => {
    await service[Symbol.asyncDispose]();
    await upstream[Symbol.asyncDispose]();
  });

  it("goes through ids and references, and to IMM, unchanged", async () => {
    await assert(
      asyncProperty(keys, async (key) => {
        service.calls.length = 0;
        const { data } = await service.send<{ task: { id: string } }, unknown>(byKey, key);
        const task = { id: data!.task.id, ...key, status: "Running" };
        const all = [
          { __typename: "Task", ...key },
          { __typename: "Task", id: task.id },
        ];

        expect(data).toEqual({ task });
        expect(await service.send(byId, { id: task.id })).toEqual({ data: { node: task } });
        expect(await service.send(byReferences, { all })).toEqual({ data: { _entities: [task, task] } });
        const { projectName: ProjectName, taskType: TaskType, taskId: TaskId } = key;
        expect(service.calls.map(({ params }) => params)).toEqual(
          Array.from({ length: 3 }, () => ({ ProjectName, TaskType, TaskId })),
        );
        const { query } = upstream.requests.at(-1)!;
        expect(query).toMatchObject({ ProjectName, TaskType, TaskId });
      }),
    );
  });
});
