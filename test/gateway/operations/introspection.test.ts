import { getIntrospectionQuery } from "graphql";
import { describe, expect, it } from "vitest";
import { gatewayTo } from "../../support/gateway/gateway.ts";
import { post, type GraphQLRequest } from "../../support/gateway/post.ts";
import { unreachableUrl } from "../../support/upstream/upstream.ts";

describe.each([{}, { subgraph: {} }])("a graph that doesn't tell of itself: %j", (options) => {
  const closed = { ...options, introspection: false };

  it.each([
    ["__schema", "{ __schema { types { name } } }"],
    ["__schema", "{ ...F } fragment F on Query { ... { a: __schema { queryType { name } } } }"],
    ["__schema", getIntrospectionQuery()],
    ["__type", '{ __type(name: "Dataset") { name } }'],
    ["_service", "{ _service { sdl } }"],
  ])("refuses %s, and says where its SDL is: %s", async (field, query) => {
    await using service = gatewayTo(unreachableUrl, closed);

    const { data, errors } = await post(service.gateway, { query });

    expect(data).toBeUndefined();
    expect(errors).toMatchObject([
      {
        message: `Introspection is off here, and ${field} with it: imm-graphql/schema.graphql and imm-graphql/subgraph.graphql have the graph as SDL.`,
        extensions: { code: "GRAPHQL_VALIDATION_FAILED" },
      },
    ]);
  });

  it("tells __typename, everywhere", async () => {
    await using service = gatewayTo(unreachableUrl, closed);
    const query =
      '{ __typename _entities(representations: [{ __typename: "Project", projectName: "a" }]) { __typename } }';

    expect((await post(service.gateway, { query })).data).toEqual({
      __typename: "Query",
      _entities: [{ __typename: "Project" }],
    });
  });

  it("tells of itself unless it is told not to", async () => {
    await using service = gatewayTo(unreachableUrl, options);

    expect(
      await post(service.gateway, { query: "{ _service { sdl } __schema { queryType { name } } }" }),
    ).toMatchObject({
      data: {
        _service: { sdl: expect.stringContaining("type Dataset") },
        __schema: { queryType: { name: "Query" } },
      },
    });
  });
});

describe("suggestions", () => {
  const key = 'projectName: "atlas", datasetName: "photos"';
  const guesses: readonly (readonly [where: string, suggestion: string, sent: GraphQLRequest])[] = [
    ["a field", "Did you mean", { query: '{ project(projectName: "a") { datasetCuont } }' }],
    ["an object without its fields", "Did you mean", { query: '{ project(projectName: "a") }' }],
    [
      "an entity's type",
      "Dataset",
      { query: '{ _entities(representations: [{ __typename: "Datase" }]) { __typename } }' },
    ],
    ["a field of introspection", "Did you mean", { query: "{ __schema { directive } }" }],
    [
      "a type",
      "Did you mean",
      { query: 'query ($d: DatasetNam) { dataset(projectName: "a", datasetName: $d) { id } }' },
    ],
    ["a type of a fragment", "Did you mean", { query: '{ node(id: "x") { ... on Datase { id } } }' }],
    ["an argument", "projectName", { query: '{ project(projectNam: "a", projectName: "a") { id } }' }],
    ["a directive's argument", '"if"', { query: "{ __typename @skip(of: true, if: true) }" }],
    [
      "an input field",
      "datasetMaxBindCount",
      { query: `mutation { createDataset(input: { ${key}, datasetMaxBindCuont: 1 }) { requestId } }` },
    ],
    [
      "an input field of a variable",
      "datasetMaxBindCount",
      {
        query: "mutation ($input: CreateDatasetInput!) { createDataset(input: $input) { requestId } }",
        variables: { input: { projectName: "atlas", datasetName: "photos", datasetMaxBindCuont: 1 } },
      },
    ],
    [
      "an input field of a default",
      "datasetMaxBindCount",
      {
        query: `mutation ($input: CreateDatasetInput! = { ${key}, datasetMaxBindCuont: 1 }) { createDataset(input: $input) { requestId } }`,
      },
    ],
  ];

  it.each(guesses)("are told for %s, unless they are off", async (_where, suggestion, sent) => {
    await using open = gatewayTo(unreachableUrl);
    await using closed = gatewayTo(unreachableUrl, { suggestions: false });

    const [before, after] = [await post(open.gateway, sent), await post(closed.gateway, sent)];

    expect(JSON.stringify(before.errors)).toContain(suggestion);
    expect(after.errors).toHaveLength(1);
    expect(JSON.stringify(after.errors)).not.toContain(suggestion);
    expect(closed.calls).toEqual([]);
  });
});

describe("JSON that can't be read", () => {
  it.each([
    ["a body", "", '{"query":'],
    ["variables by GET", "?query={__typename}&variables={", undefined],
    ["extensions by GET", "?query={__typename}&extensions={", undefined],
  ])("is refused with 400 and nothing of the parser's: %s", async (_where, search, body) => {
    await using service = gatewayTo(unreachableUrl);

    const response = await service.gateway.fetch(`http://localhost/graphql${search}`, {
      method: body === undefined ? "GET" : "POST",
      headers: { "content-type": "application/json" },
      ...(body !== undefined && { body }),
    });

    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({
      errors: [{ message: "The JSON of the request can't be read.", extensions: { code: "BAD_REQUEST" } }],
    });
    expect(service.log).toEqual([]);
  });
});
