import { isObjectType } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { actions, contract } from "../../../src/contract/contract.ts";
import type { Action } from "../../../src/contract/wire.ts";
import { schema } from "../../../src/graphql/schema.ts";
import { callsOf, type FieldCalls } from "../../../src/graphql/schema/action-extensions.ts";
import { startPolicyGateway, type Origin, type PolicyGateway } from "../../support/gateway/policy-gateway.ts";

const account = "acs:imm:cn-shanghai:1000000000000000";
const atlas = `${account}:project/atlas`;
const photos = `${atlas}/dataset/photos`;
const globalId = (text: string) => Buffer.from(text).toString("base64");
const everything = { Effect: "Allow", Action: "imm:*", Resource: "*" };
const key = 'projectName: "atlas", datasetName: "photos"';
const binding = `${key}, uri: "oss://bound"`;
const bindingId = globalId("Binding:atlas/photos/oss:%2F%2Fbound");
const attachmentId = globalId("OssBucketAttachment:attached");
const task = 'projectName: "atlas", taskType: "FaceClustering", taskId: "t1"';

const uri = "oss://shots/a.jpg";
const fileId = globalId("File:atlas/photos/oss:%2F%2Fshots%2Fa.jpg");

/** Ways to an action: the operation, and the resource that it asks for. */
const ways: readonly (readonly [action: Action, way: string, operation: string, resource: string])[] = [
  ["GetProject", "a field", '{ project(projectName: "atlas") { description } }', atlas],
  [
    "GetProject",
    "node",
    `{ node(id: "${globalId("Project:atlas")}") { ... on Project { description } } }`,
    atlas,
  ],
  [
    "GetProject",
    "an entity",
    '{ _entities(representations: [{ __typename: "Project", projectName: "atlas" }]) { ... on Project { description } } }',
    atlas,
  ],
  [
    "GetProject",
    "an entity by its id",
    `{ _entities(representations: [{ __typename: "Project", id: "${globalId("Project:atlas")}" }]) { ... on Project { description } } }`,
    atlas,
  ],
  ["GetProject", "a dataset's field", `{ dataset(${key}) { project { description } } }`, atlas],
  [
    "GetProject",
    "what is below a connection",
    '{ datasets(projectName: "atlas") { nodes { project { description } } } }',
    atlas,
  ],
  [
    "GetProject",
    "a payload",
    'mutation { updateDataset(input: { projectName: "atlas", datasetName: "photos", description: "x" }) { dataset { project { description } } } }',
    atlas,
  ],
  ["GetProject", "a list's statistics", "{ projects(first: 1) { nodes { fileCount } } }", atlas],
  ["GetDataset", "a field", `{ dataset(${key}) { description } }`, photos],
  [
    "GetDataset",
    "node",
    `{ node(id: "${globalId("Dataset:atlas/photos")}") { ... on Dataset { description } } }`,
    photos,
  ],
  [
    "GetDataset",
    "an entity",
    `{ _entities(representations: [{ __typename: "Dataset", ${key} }]) { ... on Dataset { description } } }`,
    photos,
  ],
  [
    "GetDataset",
    "an entity by its id",
    `{ _entities(representations: [{ __typename: "Dataset", id: "${globalId("Dataset:atlas/photos")}" }]) { ... on Dataset { description } } }`,
    photos,
  ],
  [
    "GetDataset",
    "a connection's statistics",
    '{ datasets(projectName: "atlas") { nodes { totalFileSize } } }',
    photos,
  ],
  [
    "GetDataset",
    "a payload's statistics",
    'mutation { updateDataset(input: { projectName: "atlas", datasetName: "photos", description: "x" }) { dataset { fileCount } } }',
    photos,
  ],
  [
    "GetProject",
    "a task's field",
    `{ _entities(representations: [{ __typename: "Task", ${task} }]) { ... on Task { project { description } } } }`,
    atlas,
  ],
  ["GetTask", "a field", `{ task(${task}) { status } }`, atlas],
  [
    "GetTask",
    "node",
    `{ node(id: "${globalId("Task:atlas/FaceClustering/t1")}") { ... on Task { status } } }`,
    atlas,
  ],
  [
    "GetTask",
    "an entity",
    `{ _entities(representations: [{ __typename: "Task", ${task} }]) { ... on Task { status } } }`,
    atlas,
  ],
  [
    "GetTask",
    "an entity by its id",
    `{ _entities(representations: [{ __typename: "Task", id: "${globalId("Task:atlas/FaceClustering/t1")}" }]) { ... on Task { status } } }`,
    atlas,
  ],
  [
    "ListTasks",
    "a project's field",
    '{ project(projectName: "atlas") { tasks { nodes { taskId } } } }',
    atlas,
  ],
  [
    "ListTasks",
    "what is below a connection",
    "{ projects(first: 1) { nodes { tasks { nodes { taskId } } } } }",
    atlas,
  ],
  [
    "ListTasks",
    "an entity",
    '{ _entities(representations: [{ __typename: "Project", projectName: "atlas" }]) { ... on Project { tasks { nodes { taskId } } } } }',
    atlas,
  ],
  ["ListProjects", "a field", "{ projects { nodes { projectName } } }", `${account}:project/*`],
  [
    "ListDatasets",
    "a field",
    '{ datasets(projectName: "atlas") { nodes { datasetName } } }',
    `${atlas}/dataset/*`,
  ],
  [
    "ListDatasets",
    "a project's field",
    '{ project(projectName: "atlas") { datasets { nodes { datasetName } } } }',
    `${atlas}/dataset/*`,
  ],
  [
    "ListDatasets",
    "what is below a connection",
    "{ projects(first: 1) { nodes { datasets(first: 5) { nodes { datasetName } } } } }",
    `${atlas}/dataset/*`,
  ],
  [
    "ListDatasets",
    "an entity",
    '{ _entities(representations: [{ __typename: "Project", projectName: "atlas" }]) { ... on Project { datasets { nodes { datasetName } } } } }',
    `${atlas}/dataset/*`,
  ],
  [
    "CreateProject",
    "a mutation",
    'mutation { createProject(input: { projectName: "new" }) { project { projectName } } }',
    `${account}:project/new`,
  ],
  [
    "UpdateProject",
    "a mutation",
    'mutation { updateProject(input: { projectName: "atlas", description: "x" }) { project { description } } }',
    atlas,
  ],
  [
    "DeleteProject",
    "a mutation",
    'mutation { deleteProject(input: { projectName: "bare" }) { deletedProjectId } }',
    `${account}:project/bare`,
  ],
  [
    "CreateDataset",
    "a mutation",
    'mutation { createDataset(input: { projectName: "atlas", datasetName: "new" }) { dataset { datasetName } } }',
    `${atlas}/dataset/new`,
  ],
  [
    "UpdateDataset",
    "a mutation",
    `mutation { updateDataset(input: { ${key}, description: "x" }) { dataset { description } } }`,
    photos,
  ],
  [
    "DeleteDataset",
    "a mutation",
    'mutation { deleteDataset(input: { projectName: "spare", datasetName: "empty" }) { deletedDatasetId } }',
    `${account}:project/spare/dataset/empty`,
  ],
  [
    "GetDataset",
    "a binding's field",
    `{ _entities(representations: [{ __typename: "Binding", ${binding} }]) { ... on Binding { dataset { description } } } }`,
    photos,
  ],
  ["GetBinding", "a field", `{ binding(${binding}) { state } }`, photos],
  ["GetBinding", "node", `{ node(id: "${bindingId}") { ... on Binding { state } } }`, photos],
  [
    "GetBinding",
    "an entity",
    `{ _entities(representations: [{ __typename: "Binding", ${binding} }]) { ... on Binding { state } } }`,
    photos,
  ],
  [
    "GetBinding",
    "an entity by its id",
    `{ _entities(representations: [{ __typename: "Binding", id: "${bindingId}" }]) { ... on Binding { state } } }`,
    photos,
  ],
  ["ListBindings", "a dataset's field", `{ dataset(${key}) { bindings { nodes { uri } } } }`, photos],
  [
    "ListBindings",
    "what is below a connection",
    '{ datasets(projectName: "atlas", prefix: "photos") { nodes { bindings { nodes { uri } } } } }',
    photos,
  ],
  [
    "ListBindings",
    "an entity",
    `{ _entities(representations: [{ __typename: "Dataset", ${key} }]) { ... on Dataset { bindings { nodes { uri } } } } }`,
    photos,
  ],
  [
    "CreateBinding",
    "a mutation",
    `mutation { createBinding(input: { ${key}, uri: "oss://other" }) { binding { uri } } }`,
    photos,
  ],
  [
    "DeleteBinding",
    "a mutation",
    `mutation { deleteBinding(input: { ${binding} }) { deletedBindingId } }`,
    photos,
  ],
  [
    "GetOSSBucketAttachment",
    "a field",
    '{ ossBucketAttachment(ossBucket: "attached") { projectName } }',
    `${account}:project/*`,
  ],
  [
    "GetOSSBucketAttachment",
    "node",
    `{ node(id: "${attachmentId}") { ... on OssBucketAttachment { projectName } } }`,
    `${account}:project/*`,
  ],
  [
    "GetOSSBucketAttachment",
    "an entity",
    '{ _entities(representations: [{ __typename: "OssBucketAttachment", ossBucket: "attached" }]) { ... on OssBucketAttachment { projectName } } }',
    `${account}:project/*`,
  ],
  [
    "GetOSSBucketAttachment",
    "an entity by its id",
    `{ _entities(representations: [{ __typename: "OssBucketAttachment", id: "${attachmentId}" }]) { ... on OssBucketAttachment { projectName } } }`,
    `${account}:project/*`,
  ],
  [
    "ListAttachedOSSBuckets",
    "a project's field",
    '{ project(projectName: "atlas") { attachedOssBuckets { nodes { ossBucket } } } }',
    atlas,
  ],
  [
    "ListAttachedOSSBuckets",
    "what is below a connection",
    "{ projects(first: 1) { nodes { attachedOssBuckets { nodes { ossBucket } } } } }",
    atlas,
  ],
  [
    "ListAttachedOSSBuckets",
    "an entity",
    '{ _entities(representations: [{ __typename: "Project", projectName: "atlas" }]) { ... on Project { attachedOssBuckets { nodes { ossBucket } } } } }',
    atlas,
  ],
  [
    "AttachOSSBucket",
    "a mutation",
    'mutation { attachOssBucket(input: { projectName: "atlas", ossBucket: "other" }) { requestId } }',
    atlas,
  ],
  [
    "DetachOSSBucket",
    "a mutation",
    'mutation { detachOssBucket(input: { ossBucket: "attached" }) { requestId } }',
    `${account}:project/*`,
  ],
  ["BatchGetFileMeta", "a field", `{ file(${key}, uri: "${uri}") { size } }`, photos],
  ["BatchGetFileMeta", "a dataset's field", `{ dataset(${key}) { file(uri: "${uri}") { size } } }`, photos],
  [
    "BatchGetFileMeta",
    "a dataset's list",
    `{ dataset(${key}) { files(uris: ["${uri}"]) { size } } }`,
    photos,
  ],
  ["BatchGetFileMeta", "node", `{ node(id: "${fileId}") { ... on File { size } } }`, photos],
  [
    "BatchGetFileMeta",
    "an entity",
    `{ _entities(representations: [{ __typename: "File", ${key}, uri: "${uri}" }]) { ... on File { size } } }`,
    photos,
  ],
  [
    "BatchGetFileMeta",
    "an entity by its id",
    `{ _entities(representations: [{ __typename: "File", id: "${fileId}" }]) { ... on File { size } } }`,
    photos,
  ],
  [
    "BatchGetFileMeta",
    "what is below a connection",
    `{ datasets(projectName: "atlas") { nodes { file(uri: "${uri}") { size } } } }`,
    photos,
  ],
  [
    "BatchGetFileMeta",
    "a payload",
    `mutation { batchUpdateFileMeta(input: { ${key}, files: [{ uri: "${uri}", customId: "x" }] }) { files { file { size } } } }`,
    photos,
  ],
  ["SimpleQuery", "a dataset's list", `{ dataset(${key}) { query { nodes { uri } } } }`, photos],
  ["SimpleQuery", "a dataset's aggregate", `{ dataset(${key}) { aggregate { count } } }`, photos],
  [
    "SimpleQuery",
    "what is below a connection",
    `{ datasets(projectName: "atlas") { nodes { query(where: { size: { gt: "0" } }) { nodes { uri } } } } }`,
    photos,
  ],
  [
    "SimpleQuery",
    "an entity",
    `{ _entities(representations: [{ __typename: "Dataset", ${key} }]) { ... on Dataset { query { totalCount } } } }`,
    photos,
  ],
  ["FuzzyQuery", "a dataset's list", `{ dataset(${key}) { search(text: "a") { nodes { uri } } } }`, photos],
  ["SemanticQuery", "a dataset's list", `{ dataset(${key}) { semanticSearch(text: "a") { uri } } }`, photos],
  [
    "GetDataset",
    "a file's field",
    `{ _entities(representations: [{ __typename: "File", ${key}, uri: "${uri}" }]) { ... on File { dataset { description } } } }`,
    photos,
  ],
  [
    "IndexFileMeta",
    "a mutation",
    `mutation { indexFileMeta(input: { ${key}, file: { uri: "${uri}" } }) { eventId } }`,
    photos,
  ],
  [
    "BatchIndexFileMeta",
    "a mutation",
    `mutation { batchIndexFileMeta(input: { ${key}, files: [{ uri: "${uri}" }] }) { eventId } }`,
    photos,
  ],
  [
    "UpdateFileMeta",
    "a mutation",
    `mutation { updateFileMeta(input: { ${key}, file: { uri: "${uri}", customId: "x" } }) { requestId } }`,
    photos,
  ],
  [
    "BatchUpdateFileMeta",
    "a mutation",
    `mutation { batchUpdateFileMeta(input: { ${key}, files: [{ uri: "${uri}", customId: "x" }] }) { requestId } }`,
    photos,
  ],
  [
    "DeleteFileMeta",
    "a mutation",
    `mutation { deleteFileMeta(input: { ${key}, uri: "${uri}" }) { deletedFileId } }`,
    photos,
  ],
  [
    "BatchDeleteFileMeta",
    "a mutation",
    `mutation { batchDeleteFileMeta(input: { ${key}, uris: ["${uri}"] }) { deletedFileIds } }`,
    photos,
  ],
];

/** Whether a way changes nothing that another builds on. */
const isRead = ([action]: (typeof ways)[number]) => contract.operations[action].repeatable;

/** Roles that have everything, and everything but one action: because it is denied, and because it isn't allowed. */
const roles = Object.fromEntries([
  ["all", [everything]] as const,
  ...actions.flatMap((action) => [
    [`denied ${action}`, [everything, { Effect: "Deny", Action: `imm:${action}`, Resource: "*" }]] as const,
    [`without ${action}`, [{ Effect: "Allow", NotAction: `imm:${action}`, Resource: "*" }]] as const,
  ]),
]);

describe("permission for an action", () => {
  // What is refused, and what reads, leaves it as it is.
  let service: PolicyGateway;
  beforeAll(async () => {
    service = await startPolicyGateway(roles);
  });
  afterAll(() => service[Symbol.asyncDispose]());

  it("is asked for in every way there is", () => {
    const inGraph = Object.values(schema.getTypeMap())
      .filter(isObjectType)
      .flatMap((type) => Object.values(type.getFields()).map((field) => callsOf<FieldCalls>(field)?.action));

    expect(new Set(ways.map(([action]) => action))).toEqual(new Set(inGraph.filter(Boolean)));
  });

  it.each(ways)("%s by %s is refused before anything is sent", async (action, _way, operation, resource) => {
    service.calls.length = 0;

    for (const [role, reason] of [
      [`denied ${action}`, "ExplicitDeny"],
      [`without ${action}`, "ImplicitDeny"],
    ] as const) {
      const { errors } = await service.ask(operation, [role]);

      expect(errors?.map(({ extensions }) => extensions)).toEqual([
        { code: "FORBIDDEN", permission: { action: `imm:${action}`, resource, reason } },
      ]);
      expect(errors?.[0]?.message).toBe(
        `You may not do imm:${action} on ${resource}: ${reason === "ExplicitDeny" ? "a policy of your roles denies it" : "no policy of your roles allows it"}.`,
      );
    }
    expect(service.calls.map((call) => call.action)).not.toContain(action);
  });

  it.each(ways.filter(isRead))(
    "%s by %s is enough with what it builds on",
    async (action, _way, operation) => {
      service.calls.length = 0;

      expect(await service.ask(operation, ["all"])).not.toHaveProperty("errors");
      expect(service.calls.map((call) => call.action)).toContain(action);
    },
  );

  it.each(ways.filter((way) => !isRead(way)))("%s by %s is enough", async (action, _way, operation) => {
    await using own = await startPolicyGateway({ all: [everything] });

    const { errors } = await own.ask(operation, ["all"]);

    // No file is indexed there that could be changed.
    const expected = action === "UpdateFileMeta" ? ["NOT_FOUND"] : undefined;
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(expected);
    expect(own.calls.map((call) => call.action)).toContain(action);
  });
});

describe("a caller", () => {
  it("without a role, or with roles that no policy is for, may do nothing", async () => {
    await using service = await startPolicyGateway({ all: [everything] });

    for (const names of [[], ["al"], ["ALL"], ["constructor", "__proto__"]]) {
      const { data, errors } = await service.ask('{ project(projectName: "atlas") { description } }', names);
      expect(data).toEqual({ project: null });
      expect(errors?.[0]?.extensions).toMatchObject({ code: "FORBIDDEN" });
    }
    expect(service.calls).toEqual([]);
  });

  it("of several roles may do what any allows and none denies", async () => {
    await using service = await startPolicyGateway({
      reader: [{ Effect: "Allow", Action: "imm:Get*", Resource: "*" }],
      writer: [{ Effect: "Allow", Action: "imm:Update*", Resource: "*" }],
      sealed: [{ Effect: "Deny", Action: "imm:Update*", Resource: photos }],
    });
    const codes = async (operation: string, names: string[]) =>
      (await service.ask(operation, names)).errors?.map(({ extensions }) => extensions.code);
    const update = `mutation { updateDataset(input: { ${key}, description: "x" }) { dataset { description } } }`;

    expect(await codes(update, ["reader"])).toEqual(["FORBIDDEN"]);
    expect(await codes(update, ["reader", "writer"])).toBeUndefined();
    expect(await codes(update, ["sealed", "reader", "writer"])).toEqual(["FORBIDDEN"]);
  });

  it("is told of nothing that is there, or not, where they may not look", async () => {
    await using service = await startPolicyGateway({
      none: [{ ...everything, Resource: `${account}:project/mine` }],
    });
    const ask = (name: string) =>
      service.ask(`{ dataset(projectName: "${name}", datasetName: "photos") { description } }`, ["none"]);

    const there = await ask("atlas");
    const nowhere = await ask("nowhere");

    const named = (answer: object) => JSON.stringify(answer).replaceAll("nowhere", "atlas");
    expect(named(nowhere)).toBe(named(there));
  });

  it("gets the parts that they may see, and an error for each of the others", async () => {
    await using service = await startPolicyGateway({
      some: [
        { Effect: "Allow", Action: "imm:*", Resource: [`${account}:project/*`] },
        { Effect: "Deny", Action: "imm:Get*", Resource: `${atlas}/dataset/secret` },
      ],
    });
    await service.imm.call("CreateDataset", { ProjectName: "atlas", DatasetName: "secret" });

    const { data, errors } = await service.ask(
      `{ photos: dataset(${key}) { datasetName description } secret: dataset(projectName: "atlas", datasetName: "secret") { datasetName description } }`,
      ["some"],
    );

    expect(data).toEqual({ photos: { datasetName: "photos", description: "" }, secret: null });
    expect(errors?.map(({ path, extensions }) => [path, extensions.code])).toEqual([
      [["secret"], "FORBIDDEN"],
    ]);
  });

  it("never gets what another was answered, at the same time or after", async () => {
    await using service = await startPolicyGateway({ all: [everything] });
    const reads = ways.filter(isRead);

    for (const [action, way, operation] of reads) {
      const answers = await Promise.all(
        [["all"], [], ["all"], [], ["all"], []].map((names) => service.ask(operation, names)),
      );
      const seen = answers.map(({ errors }) => errors?.[0]?.extensions.code ?? "seen");
      expect([action, way, seen]).toEqual([
        ...[action, way],
        ["seen", "FORBIDDEN", "seen", "FORBIDDEN", "seen", "FORBIDDEN"],
      ]);
    }
  });
});

describe("conditions", () => {
  const when = (Condition: object) => [{ ...everything, Condition }];
  const read = '{ project(projectName: "atlas") { description } }';

  const conditions: [name: string, condition: object, origin: Origin, allowed: boolean][] = [
    ["an address in a block", { IpAddress: { "acs:SourceIp": "10.0.0.0/8" } }, { address: "10.1.2.3" }, true],
    ["another address", { IpAddress: { "acs:SourceIp": "10.0.0.0/8" } }, { address: "11.1.2.3" }, false],
    [
      "an address that isn't known",
      { IpAddress: { "acs:SourceIp": ["0.0.0.0/0", "::/0"] } },
      { address: "unknown" },
      false,
    ],
    ["HTTPS", { Bool: { "acs:SecureTransport": "true" } }, { isSecure: true }, true],
    ["HTTP", { Bool: { "acs:SecureTransport": "true" } }, {}, false],
    ["a user agent", { StringLike: { "acs:UserAgent": "router/*" } }, { userAgent: "router/2.1" }, true],
    ["another user agent", { StringLike: { "acs:UserAgent": "router/*" } }, { userAgent: "curl/8" }, false],
    ["a time before", { DateLessThan: { "acs:CurrentTime": "2026-01-01T00:00:01Z" } }, {}, true],
    ["a time after", { DateLessThan: { "acs:CurrentTime": "2026-01-01T00:00:00Z" } }, {}, false],
  ];

  let guarded: PolicyGateway;
  beforeAll(async () => {
    guarded = await startPolicyGateway(
      Object.fromEntries(conditions.map(([name, condition]) => [name, when(condition)])),
      Date.parse("2026-01-01T00:00:00Z"),
    );
  });
  afterAll(() => guarded[Symbol.asyncDispose]());

  it.each(conditions)("judge %s", async (name, _condition, origin, allowed) => {
    guarded.calls.length = 0;

    const { errors } = await guarded.ask(read, [name], origin);

    expect(errors?.[0]?.extensions.code).toBe(allowed ? undefined : "FORBIDDEN");
    expect(guarded.calls).toHaveLength(allowed ? 1 : 0);
  });
});
