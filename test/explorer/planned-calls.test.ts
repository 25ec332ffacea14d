import { describe, expect, it } from "vitest";
import { defaultTabs } from "../../src/explorer/editor/default-tabs.ts";
import { readOperation } from "../../src/explorer/editor/operation.ts";
import { plannedCalls } from "../../src/explorer/planning/planned-calls.ts";
import { gatewayTo } from "../support/gateway/gateway.ts";
import { startSeededGateway } from "../support/gateway/seeded-gateway.ts";
import { subscribe } from "../support/gateway/subscribe.ts";
import { startFileUpstream } from "../support/upstream/file-upstream.ts";
import { startQueryUpstream } from "../support/upstream/query-upstream.ts";
import { json, RequestId } from "../support/upstream/upstream.ts";
import { schema } from "./schema.ts";

const plan = (query: string, variables: object = {}) =>
  plannedCalls(schema, readOperation({ query, variables: JSON.stringify(variables), headers: "" })).map(
    ({ action, params }) => ({ action, params }),
  );

it("plans a subscription as the poll that answers it, with what is selected besides", () => {
  const uris = ["oss://photos/a.jpg", "oss://photos/b.jpg"];
  const query = `subscription ($uris: [FileUri!]!) { fileIndexed(${key}, uris: $uris) { uri filename } }`;

  const WithFields = ["URI", "ObjectStatus", "Reason", "Filename"];
  const params = { ProjectName: "atlas", DatasetName: "photos", URIs: uris, WithFields };
  expect(plan(query, { uris })).toEqual([{ action: "BatchGetFileMeta", params }]);
});

const node = (text: string) => Buffer.from(text).toString("base64");

const key = 'projectName: "atlas", datasetName: "photos"';
const binding = `${key}, uri: "oss://examplebucket"`;
const task = 'projectName: "atlas", taskType: "FaceClustering", taskId: "t1"';
const taskKey = { projectName: "atlas", taskType: "FaceClustering", taskId: "t1" };

/** Operations whose every parameter is known before they run. */
const known: Record<string, [query: string, variables?: object]> = {
  "a dataset": [`{ dataset(${key}) { datasetMaxBindCount } }`],
  "a dataset's key alone": [`{ dataset(${key}) { datasetName } }`],
  "a dataset that is counted": [`{ dataset(${key}) { fileCount } }`],
  "one dataset by two aliases, one of them counted": [
    `{ a: dataset(${key}) { createTime } b: dataset(${key}) { totalFileSize } }`,
  ],
  "two datasets": [
    `{ a: dataset(${key}) { id } b: dataset(projectName: "atlas", datasetName: "films") { id } }`,
  ],
  "a dataset's project by its key": [`{ dataset(${key}) { project { projectName id } } }`],
  "a dataset's project": [`{ dataset(${key}) { project { templateId } } }`],
  "a dataset's project, counted": [`{ dataset(${key}) { project { fileCount } } }`],
  "a project's datasets": [
    `{ project(projectName: "atlas") { datasets(first: 7, prefix: "ph") { nodes { id } } } }`,
  ],
  "lists without a page": [`{ datasets(projectName: "atlas") { edges { cursor node { description } } } }`],
  "lists by variables": [
    "query ($first: Int, $tag: [ProjectTagInput!]) { projects(first: $first, tag: $tag) { nodes { tags { tagKey } } } }",
    { first: 3, tag: [{ key: "team", value: "red" }] },
  ],
  "a node": [
    `query ($id: ID!) { node(id: $id) { id ... on Dataset { fileCount } } }`,
    { id: node("Dataset:atlas/photos") },
  ],
  "a node that is a project": [
    `{ node(id: "${node("Project:atlas")}") { id ... on Project { datasetCount } } }`,
  ],
  representations: [
    "query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Dataset { datasetName fileCount } ... on Project { projectName } } }",
    {
      representations: [
        { __typename: "Dataset", projectName: "atlas", datasetName: "photos" },
        { __typename: "Project", projectName: "atlas" },
      ],
    },
  ],
  "representations by their ids": [
    "query ($all: [_Any!]!) { _entities(representations: $all) { ... on Dataset { templateId } ... on Project { templateId } } }",
    {
      all: [
        { __typename: "Dataset", id: node("Dataset:atlas/photos") },
        { __typename: "Project", id: node("Project:atlas") },
      ],
    },
  ],
  "what is read at the same time, once with statistics": [
    `{ _entities(representations: [{ __typename: "Task", ${task} }]) { ... on Task { project { fileCount } } } project(projectName: "atlas") { createTime } }`,
  ],
  "fragments, what is skipped and what is included": [
    `query ($counted: Boolean!, $never: Boolean = false) {
      dataset(${key}) { ...Limits ...Usage @include(if: $counted) project @include(if: $never) { templateId } }
    }
    fragment Limits on Dataset { datasetMaxFileCount }
    fragment Usage on Node { ... on Dataset { fileCount } ... on Project { createTime } }`,
    { counted: true },
  ],
  "a create, which answers its statistics": [
    "mutation ($input: CreateDatasetInput!) { createDataset(input: $input) { dataset { fileCount project { projectName } } } }",
    {
      input: {
        projectName: "atlas",
        datasetName: "new",
        description: null,
        datasetMaxTotalFileSize: "9007199254740993",
      },
    },
  ],
  "a number in a literal": [
    `mutation { updateDataset(input: { ${key}, datasetMaxTotalFileSize: 9223372036854775807, datasetMaxBindCount: 5 }) { requestId } }`,
  ],
  "an update that is counted": [
    `mutation { updateDataset(input: { ${key}, description: "new" }) { dataset { description fileCount } } }`,
  ],
  "several writes, each with reads behind it": [
    `mutation {
      one: updateDataset(input: { ${key}, description: "1" }) { dataset { fileCount project { templateId } } }
      two: updateDataset(input: { ${key}, description: "2" }) { dataset { fileCount project { templateId } } }
    }`,
  ],
  "a project that is counted only further down": [
    `{ project(projectName: "atlas") { templateId datasets(first: 1) { nodes { project { fileCount } } } } }`,
  ],
  "a representation with more than its key": [
    "query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Dataset { fileCount } } }",
    {
      representations: [
        {
          __typename: "Dataset",
          projectName: "atlas",
          datasetName: "photos",
          description: "as another graph has it",
        },
      ],
    },
  ],
  "several writes, one of a project with tags": [
    `mutation {
      updateProject(input: { projectName: "atlas", tag: [{ key: "team", value: "red" }] }) { project { projectName } }
      deleteDataset(input: { projectName: "atlas", datasetName: "films" }) { requestId }
    }`,
  ],
  "a task": [`{ task(${task}) { status taskRequestDefinition } }`],
  "a task's project": [
    `query ($all: [_Any!]!) { _entities(representations: $all) { ... on Task { project { templateId } } } }`,
    { all: [{ __typename: "Task", ...taskKey }] },
  ],
  "a task by an id that holds slashes": [
    `{ node(id: "${node("Task:atlas/Face%2FClustering/oss:%2F%2F照片%25")}") { ... on Task { code } } }`,
  ],
  "tasks by enums": [
    `query ($sort: TaskSort) { project(projectName: "atlas") { tasks(sort: $sort, order: DESC, taskTypes: ["FaceClustering"], startTimeRange: { start: "2026-01-01T00:00:00Z" }) { nodes { taskId } } } }`,
    { sort: "START_TIME" },
  ],
  "tasks with their requests": [
    `{ project(projectName: "atlas") { tasks(first: 3) { edges { node { ... on Task { taskRequestDefinition } } } } } }`,
  ],
  "a binding": [`{ binding(${binding}) { state dataset { templateId } } }`],
  "a binding's dataset by its key": [`{ binding(${binding}) { dataset { id datasetName } } }`],
  "a binding by its id": [
    `{ node(id: "${node("Binding:atlas/photos/oss:%2F%2Fexamplebucket")}") { ... on Binding { phase } } }`,
  ],
  "a binding's key as a representation": [
    `{ _entities(representations: [{ __typename: "Binding", ${binding} }]) { ... on Binding { uri dataset { createTime } } } }`,
  ],
  "a dataset's bindings": [`{ dataset(${key}) { bindings(first: 5, name: "ex") { nodes { uri state } } } }`],
  "a bucket that is bound": [
    "mutation ($input: CreateBindingInput!) { createBinding(input: $input) { binding { state dataset { datasetName } } } }",
    { input: { projectName: "atlas", datasetName: "photos", uri: "oss://unboundbucket" } },
  ],
  "a binding that ends": [`mutation { deleteBinding(input: { ${binding} }) { deletedBindingId } }`],
  "an attached bucket": ['{ ossBucketAttachment(ossBucket: "examplebucket") { projectName } }'],
  "a project's attached buckets": [
    '{ project(projectName: "atlas") { attachedOssBuckets(first: 5) { nodes { ossBucket ownerId } } } }',
  ],
  "a bucket that is attached, by its key": [
    `mutation { attachOssBucket(input: { projectName: "atlas", ossBucket: "unboundbucket", description: "new" }) { ossBucketAttachment { id ossBucket } } }`,
  ],
  "a bucket that is attached, and read": [
    `mutation { attachOssBucket(input: { projectName: "atlas", ossBucket: "unboundbucket" }) { ossBucketAttachment { projectName createTime } } }`,
  ],
  "a bucket that is detached": [
    'mutation { detachOssBucket(input: { ossBucket: "examplebucket" }) { requestId } }',
  ],
  "the schema itself": ["{ __typename __schema { queryType { name } } }"],
};

const uri = (n: number) => `oss://examplebucket/${n}.jpg`;
const file = (n: number) => `${key}, uri: "${uri(n)}"`;

/** The same of files. */
const ofFiles: Record<string, [query: string, variables?: object]> = {
  "a file": [`{ file(${file(1)}) { uri size coordinates { latitude } fileReason exifTag(tag: "Model") } }`],
  "a file's key alone": [`{ file(${file(1)}) { id uri dataset { datasetName } } }`],
  "files at one depth, by whatever way": [
    `query ($id: ID!, $all: [_Any!]!) {
      a: file(${file(1)}) { size }
      _entities(representations: $all) { ... on File { size title } }
      node(id: $id) { ... on File { eTag } }
    }`,
    {
      id: node("File:atlas/photos/oss:%2F%2Fexamplebucket%2F2.jpg"),
      all: [
        { __typename: "File", projectName: "atlas", datasetName: "photos", uri: uri(1) },
        { __typename: "File", projectName: "atlas", datasetName: "photos", uri: uri(3) },
      ],
    },
  ],
  "a reference to a file": [
    `query ($all: [_Any!]!) { _entities(representations: $all) { ... on File { uri dataset { projectName } } } }`,
    { all: [{ __typename: "File", projectName: "atlas", datasetName: "photos", uri: uri(1) }] },
  ],
  "files of a dataset": [
    `query ($uris: [FileUri!]!) { dataset(${key}) { files(uris: $uris) { uri size } file(uri: "${uri(9)}") { eTag } } }`,
    { uris: [uri(1), uri(2), uri(1)] },
  ],
  "more files than one call reads": [
    `query ($uris: [FileUri!]!) { file(${file(1)}) { size } dataset(${key}) { files(uris: $uris) { size } } }`,
    { uris: Array.from({ length: 102 }, (_, n) => uri(n)) },
  ],
  "files anywhere": [
    `query ($all: [_Any!]!, $id: ID!) {
      file(${file(1)}) { size dataset { file(uri: "${uri(2)}") { eTag dataset { files(uris: ["${uri(3)}"]) { title } } } } }
      dataset(${key}) { templateId file(uri: "${uri(4)}") { id } }
      node(id: $id) { ... on Dataset { file(uri: "${uri(5)}") { size } } }
      binding(${binding}) { state dataset { file(uri: "${uri(6)}") { size } } }
      _entities(representations: $all) { ... on Dataset { file(uri: "${uri(7)}") { size } } }
    }`,
    {
      id: node("Dataset:atlas/photos"),
      all: [{ __typename: "Dataset", projectName: "atlas", datasetName: "photos" }],
    },
  ],
  "files whose addresses are too long for one call": [
    `query ($uris: [FileUri!]!) { dataset(${key}) { files(uris: $uris) { size } } }`,
    { uris: Array.from({ length: 60 }, (_, n) => uri(n).replace(".jpg", "图".repeat(250))) },
  ],
  "a file's dataset, and a file of that": [
    `{ file(${file(1)}) { size dataset { file(uri: "${uri(1)}") { size } other: file(uri: "${uri(2)}") { eTag } } } }`,
  ],
  "a file, indexed": [
    `mutation ($input: IndexFileMetaInput!) { indexFileMeta(input: $input) { eventId } }`,
    {
      input: {
        projectName: "atlas",
        datasetName: "photos",
        file: {
          uri: uri(1),
          customLabels: [{ key: "a", value: "b" }],
          labels: [{ labelName: "x", labelLevel: "2" }],
        },
        notification: { mns: { topicName: "t" } },
        userData: "mine",
      },
    },
  ],
  "files, indexed": [
    `mutation { batchIndexFileMeta(input: { ${key}, files: [{ uri: "${uri(1)}" }, { uri: "${uri(2)}" }] }) { eventId } }`,
  ],
  "files, updated and read after each": [
    `mutation {
      updateFileMeta(input: { ${key}, file: { uri: "${uri(1)}", customId: "x" } }) { file { uri size } }
      batchUpdateFileMeta(input: { ${key}, files: [{ uri: "${uri(1)}" }, { uri: "${uri(2)}" }] }) { files { success file { size } } }
      again: updateFileMeta(input: { ${key}, file: { uri: "${uri(1)}" } }) { file { id } }
    }`,
  ],
  "a file, updated, and others of its dataset": [
    `mutation {
      updateFileMeta(input: { ${key}, file: { uri: "${uri(1)}" } }) {
        file { size dataset { templateId file(uri: "${uri(2)}") { eTag } files(uris: ["${uri(3)}"]) { title } } }
      }
    }`,
  ],
  "a file of a project's dataset": [
    `{ dataset(${key}) { file(uri: "${uri(1)}") { dataset { project { templateId } } } } }`,
  ],
  "a file's dataset, that is counted elsewhere": [
    `{ a: file(${key}, uri: "${uri(1)}") { size dataset { createTime } } b: dataset(${key}) { fileCount } }`,
  ],
  "a file's dataset that is counted, and is read elsewhere, and counted there too": [
    `{
      a: file(${key}, uri: "${uri(1)}") { size dataset { fileCount } }
      b: dataset(${key}) { createTime }
      c: dataset(${key}) { totalFileSize }
    }`,
  ],
  "a file's dataset that is counted, and is read elsewhere": [
    `{ b: dataset(${key}) { createTime } a: file(${key}, uri: "${uri(1)}") { size dataset { fileCount } } }`,
  ],
  "files, deleted": [
    `mutation {
      deleteFileMeta(input: { ${key}, uri: "${uri(1)}" }) { deletedFileId }
      batchDeleteFileMeta(input: { ${key}, uris: ["${uri(1)}", "${uri(2)}"] }) { deletedFileIds }
    }`,
  ],
};

/** The same of queries. */
const ofQueries: Record<string, [query: string, variables?: object]> = {
  "all files": [`{ dataset(${key}) { query { nodes { uri } } } }`],
  "files by conditions, sorted and counted": [
    `query ($where: FileWhereInput, $by: [FileOrderInput!]) {
      dataset(${key}) { query(where: $where, orderBy: $by, first: 3) { totalCount nodes { ...Fields dataset { id } } } }
    }
    fragment Fields on File { size labels { labelName } customLabel(key: "a") fileReason projectName }`,
    {
      where: {
        size: { between: { from: "1", to: "9007199254740993" } },
        labels: { some: { labelConfidence: { gte: 1e-7 } } },
        title: null,
        or: [{ customLabels: [{ key: "trip", eq: "paris" }] }, { not: { title: { exists: false } } }],
      },
      by: [{ size: "DESC" }, { imageScore: { overallQualityScore: "ASC" } }],
    },
  ],
  "conditions in a literal": [
    `{ dataset(${key}) { query(where: { size: { gt: 9007199254740993 } }, orderBy: [{ filename: DESC }]) { edges { node { title } } } } }`,
  ],
  "the dataset of files, that is known": [
    `{ dataset(${key}) { query(first: 1) { nodes { dataset { description query(first: 2) { nodes { size } } } } } } }`,
  ],
  "edges before nodes": [
    `{ dataset(${key}) { query { edges { node { title ...F } } nodes { size eTag } } } } fragment F on File { artist size }`,
  ],
  "a page of files without any": [`{ dataset(${key}) { query(first: 1) { pageInfo { hasNextPage } } } }`],
  "a search": [
    `{ dataset(${key}) { search(text: "京都", orderBy: [{ size: ASC }], first: 200) { totalCount nodes { title } } } }`,
  ],
  "a semantic search": [
    `{ dataset(${key}) { semanticSearch(text: "cats", mediaTypes: ["image"], first: 2) { uri semanticTypes } } }`,
  ],
  "a semantic search by a picture": [
    `{ dataset(${key}) { semanticSearch(imageUri: "${uri(1)}") { size labels { labelName } } } }`,
  ],
  "an aggregate": [
    `query ($key: String!) {
      dataset(${key}) {
        aggregate(where: { mediaType: { in: ["image", "video"] } }) {
          count
          size { min max other: max }
          mediaType { groups(first: 7) { value count } }
          labels { labelName { groups(first: 9) { value } distinct } }
          imageScore { overallQualityScore { average } }
          customLabel(key: $key) { count }
          raw(field: "Some.Path") { sum }
        }
      }
    }`,
    { key: "trip" },
  ],
  "an aggregate of nothing": [`{ dataset(${key}) { aggregate { __typename size { __typename } } } }`],
  "several aggregates": [
    `{ dataset(${key}) { a: aggregate { count } b: aggregate(where: { size: { gt: "1" } }) { size { sum } } c: aggregate { __typename } } }`,
  ],
};

describe("the calls that an operation is said to cause", () => {
  it.each(Object.entries(ofQueries))("are those that it causes: %s", async (_name, [query, variables]) => {
    await using upstream = await startQueryUpstream({ files: { [uri(1)]: { Size: 1 } } });
    await using service = gatewayTo(upstream.url);

    const answer = await service.send(query, variables);

    expect(answer.errors).toBeUndefined();
    const made = service.calls.map(({ action, params }) => ({ action, params }));
    expect(plan(query, variables)).toEqual(made);
  });

  it("are, of queries in a list, for fewer files and groups", () => {
    const query = `{ datasets(projectName: "atlas") { nodes {
      query { nodes { size } } semanticSearch(text: "a") { uri } aggregate { mediaType { groups { value } } }
    } } }`;

    expect(plan(query).slice(1)).toMatchObject([
      { action: "SimpleQuery", params: { DatasetName: "<DatasetName>", MaxResults: 10 } },
      { action: "SemanticQuery", params: { DatasetName: "<DatasetName>", MaxResults: 10 } },
      {
        action: "SimpleQuery",
        params: {
          ...{ DatasetName: "<DatasetName>", MaxResults: 10 },
          Aggregations: [{ Field: "MediaType", Operation: "group" }],
        },
      },
    ]);
  });

  it.each([
    ["where: {}", "where: There is no condition in it"],
    ["where: { size: { in: [] } }", "where.size.in: There is no condition in it"],
    ["orderBy: [{}]", "orderBy[0]: Each element has exactly one field"],
    ["first: 101", "A page has 1..100 things."],
  ])("can't be told where the graph would refuse a query: %s", (args, message) => {
    expect(() => plan(`{ dataset(${key}) { query(${args}) { nodes { uri } } } }`)).toThrow(message);
  });

  it.each(Object.entries(ofFiles))("are those that it causes: %s", async (_name, [query, variables]) => {
    await using upstream = await startFileUpstream({
      files: Object.fromEntries(Array.from({ length: 102 }, (_, n) => [uri(n), { Size: n }])),
      respond: (action) =>
        action === "BatchUpdateFileMeta" ? json(200, { RequestId, Files: [] }) : undefined,
    });
    await using service = gatewayTo(upstream.url, { limits: { listSize: 1_000 } });

    const answer = await service.send(query, variables);

    expect(answer.errors).toBeUndefined();
    const made = service.calls.map(({ action, params }) => ({ action, params }));
    expect(plan(query, variables)).toEqual(made);
  });

  it("are one for the files of a list's items, whichever way those are reached", () => {
    const query = `{ datasets(projectName: "atlas") {
      nodes { file(uri: "${uri(1)}") { size } } edges { node { file(uri: "${uri(1)}") { eTag } } }
    } }`;

    const params = { DatasetName: "<DatasetName>", URIs: [uri(1)], WithFields: ["URI", "Size", "ETag"] };
    expect(plan(query)).toMatchObject([{ action: "ListDatasets" }, { action: "BatchGetFileMeta", params }]);
  });

  it.each(Object.entries(known))("are those that it causes: %s", async (_name, [query, variables]) => {
    await using service = await startSeededGateway("films", "photos");
    for (const bucket of ["examplebucket", "unboundbucket"]) service.makeBucket(bucket);
    await service.imm.call("CreateBinding", {
      ProjectName: "atlas",
      DatasetName: "photos",
      URI: "oss://examplebucket",
    });
    await service.imm.call("AttachOSSBucket", { ProjectName: "atlas", OSSBucket: "examplebucket" });
    service.calls.length = 0;

    const answer = await service.send(query, variables);

    expect(answer.errors).toBeUndefined();
    expect(plan(query, variables)).toEqual(service.calls.map(({ action, params }) => ({ action, params })));
  });

  it("are those that the defaultTabs cause, one after the other", async () => {
    await using service = await startSeededGateway("films", "photos");
    service.makeBucket("photos");

    for (const { query, variables: text } of defaultTabs) {
      const variables = JSON.parse(text) as Record<string, unknown>;
      await service.settled();
      service.calls.length = 0;
      if (query.includes("subscription ")) {
        // All but one of its files are in no bucket, and never have an event.
        const stream = await subscribe(service.gateway, { query, variables });
        await stream.next();
        await stream.leave();
      } else {
        await service.send(query, variables);
      }
      const actual = service.calls.map(({ action, params }) => ({ action, params }));
      const isSaid = plan(query, variables);
      const first = isSaid.filter(({ params }) => !JSON.stringify(params).includes("<"));
      expect(actual).toEqual(expect.arrayContaining(first));
      expect(new Set(actual.map(({ action }) => action))).toEqual(
        new Set(isSaid.map(({ action }) => action)),
      );
    }
  });

  it.each([1, 2, 200])("go on behind a cursor as the graph does, %i things at a time", async (first) => {
    await using service = await startSeededGateway("a", "b", "c", "d");
    const page =
      'query ($first: Int, $after: String) { datasets(projectName: "atlas", first: $first, after: $after) { edges { cursor } } }';
    const { data } = await service.send<{ datasets: { edges: { cursor: string }[] } }, never>(page, {
      first,
    });
    const after = data!.datasets.edges[0]!.cursor;
    service.calls.length = 0;

    await service.send(page, { first, after });

    expect(plan(page, { first, after })).toEqual(
      service.calls.map(({ action, params }) => ({ action, params })),
    );
  });

  it("name what only an answer tells by its name in angle brackets", () => {
    expect(
      plan("{ projects { nodes { projectName fileCount datasets(first: 1) { nodes { totalFileSize } } } } }"),
    ).toEqual([
      { action: "ListProjects", params: { MaxResults: 100 } },
      { action: "GetProject", params: { ProjectName: "<ProjectName>", WithStatistics: true } },
      { action: "ListDatasets", params: { ProjectName: "<ProjectName>", MaxResults: 1 } },
      {
        action: "GetDataset",
        params: { ProjectName: "<ProjectName>", DatasetName: "<DatasetName>", WithStatistics: true },
      },
    ]);
  });

  it("are in the order of the document also if the later one runs first", () => {
    const calls = plan(
      `{ dataset(${key}) { project { fileCount } } project(projectName: "atlas") { createTime } }`,
    );

    expect(calls.map(({ action, params }) => [action, params["WithStatistics"] ?? false])).toEqual([
      ["GetDataset", false],
      ["GetProject", true],
      ["GetProject", false],
    ]);
  });

  it("ask for fewer in a list within another list, unless asked", () => {
    const pagesOf = (query: string) => plan(query).map(({ params }) => params["MaxResults"]);

    expect(pagesOf("{ projects { nodes { datasets { nodes { id } } } } }")).toEqual([100, 10]);
    expect(pagesOf("{ projects { edges { node { tasks { nodes { id } } } } } }")).toEqual([100, 10]);
    expect(pagesOf("{ projects { nodes { datasets(first: 11) { nodes { id } } } } }")).toEqual([100, 11]);
  });

  it("read each task of a list for what lists leave out", () => {
    expect(plan('{ project(projectName: "atlas") { tasks { nodes { eventId } } } }')).toEqual([
      { action: "GetProject", params: { ProjectName: "atlas" } },
      { action: "ListTasks", params: { ProjectName: "atlas", MaxResults: 100 } },
      {
        action: "GetTask",
        params: { ProjectName: "atlas", TaskType: "<TaskType>", TaskId: "<TaskId>" },
      },
    ]);
  });

  it.each([
    ["a variable is missing", "query ($name: ProjectName!) { project(projectName: $name) { id } }", "$name"],
    ["an id is none", '{ node(id: "nonsense") { id } }', "The id is none that this graph answers."],
    [
      "a representation has the id of another type",
      `{ _entities(representations: [{ __typename: "Project", id: "${node("Dataset:a/b")}" }]) { __typename } }`,
      "This is the id of a Dataset, not of a Project.",
    ],
    ["an id has a name too many", `{ node(id: "${node("Dataset:a/b/c")}") { id } }`, "The id is none"],
    ["a page is too large", "{ projects(first: 201) { nodes { id } } }", "A page has 1..200 things."],
    ["a page is empty", "{ projects(first: 0) { nodes { id } } }", "A page has 1..200 things."],
    ["a cursor is none", '{ projects(after: "nonsense") { nodes { id } } }', "The cursor is none"],
    [
      "a representation lacks its key",
      '{ _entities(representations: [{ __typename: "Dataset", projectName: "a" }]) { __typename } }',
      "A representation lacks its datasetName.",
    ],
    [
      "a representation is of no entity",
      '{ _entities(representations: [{ __typename: "Photo" }]) { __typename } }',
      "There is no entity Photo.",
    ],
  ])("aren't told where %s", (_what, query, message) => {
    expect(() => plan(query)).toThrow(message);
  });
});
