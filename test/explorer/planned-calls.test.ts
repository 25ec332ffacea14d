import { describe, expect, it } from "vitest";
import { readOperation } from "../../src/explorer/operation.ts";
import { plannedCalls } from "../../src/explorer/planned-calls.ts";
import { starters } from "../../src/explorer/starters.ts";
import { startAtlas } from "../support/atlas.ts";
import { schema } from "./schema.ts";

const plan = (query: string, variables: object = {}) =>
  plannedCalls(schema, readOperation({ query, variables: JSON.stringify(variables), headers: "" })).map(
    ({ action, params }) => ({ action, params }),
  );

const node = (text: string) => Buffer.from(text).toString("base64");

const key = 'projectName: "atlas", datasetName: "photos"';

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
  "several writes, one of a project with tags": [
    `mutation {
      updateProject(input: { projectName: "atlas", tag: [{ key: "team", value: "red" }] }) { project { projectName } }
      deleteDataset(input: { ${key} }) { requestId }
    }`,
  ],
  "the schema itself": ["{ __typename __schema { queryType { name } } }"],
};

describe("the calls that an operation is said to cause", () => {
  it.each(Object.entries(known))("are those that it causes: %s", async (_name, [query, variables]) => {
    await using service = await startAtlas("films", "photos");

    const answer = await service.send(query, variables);

    expect(answer.errors).toBeUndefined();
    expect(plan(query, variables)).toEqual(service.calls.map(({ action, params }) => ({ action, params })));
  });

  it("are those that the starters cause, one after the other", async () => {
    await using service = await startAtlas("films", "photos");

    for (const { query, variables } of starters) {
      service.calls.length = 0;
      await service.send(query, JSON.parse(variables) as object as Record<string, unknown>);
      const actual = service.calls.map(({ action, params }) => ({ action, params }));
      const isSaid = plan(query, JSON.parse(variables) as object);
      const first = isSaid.filter(({ params }) => !JSON.stringify(params).includes("<"));
      expect(actual).toEqual(expect.arrayContaining(first));
      expect(new Set(actual.map(({ action }) => action))).toEqual(
        new Set(isSaid.map(({ action }) => action)),
      );
    }
  });

  it("go on behind a cursor as the graph does", async () => {
    await using service = await startAtlas("a", "b", "c");
    const page =
      'query ($after: String) { datasets(projectName: "atlas", first: 1, after: $after) { edges { cursor } } }';
    const { data } = await service.send<{ datasets: { edges: { cursor: string }[] } }, never>(page);
    const { cursor } = data!.datasets.edges[0]!;
    service.calls.length = 0;

    await service.send(page, { after: cursor });

    expect(plan(page, { after: cursor })).toEqual(
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

  it("are told for an operation whose variables the graph would take only", () => {
    const query = "query ($name: ProjectName!) { project(projectName: $name) { id } }";

    expect(() => plan(query)).toThrow(/\$name.*required/);
    expect(() => plan('{ node(id: "nonsense") { id } }')).toThrow("The id is none that this graph answers.");
  });
});
