import { assert, asyncProperty } from "fast-check";
import { execute, parse } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Context } from "../../../src/graphql/context.ts";
import { Loaders } from "../../../src/graphql/loading/loaders.ts";
import { schema } from "../../../src/graphql/schema.ts";
import { createFilePolling } from "../../../src/graphql/polling/file-polling.ts";
import { subgraphOf } from "../../../src/graphql/subgraph/subgraph.ts";
import { gatewayTo, type TestGateway } from "../../support/gateway/gateway.ts";
import { post } from "../../support/gateway/post.ts";
import { randomQuery } from "../../support/gateway/random-operation.ts";
import { startSeededGateway } from "../../support/gateway/seeded-gateway.ts";
import { createScriptedClient } from "../../support/upstream/scripted-transport.ts";

/** Names that JavaScript has a use of its own for. */
const names = [
  ...["then", "catch", "finally", "constructor", "__proto__", "prototype", "toString", "hasOwnProperty"],
  ...["valueOf", "toJSON", "length", "data", "errors", "extensions", "__typename", "query"],
];

const args = {
  "Query.node": '(id: "UHJvamVjdDphdGxhcw==")',
  "Query.project": '(projectName: "atlas")',
  "Query.dataset": '(projectName: "atlas", datasetName: "photos")',
  "Query.datasets": '(projectName: "atlas", first: 2)',
  "Query._entities": '(representations: [{ __typename: "Project", projectName: "atlas" }])',
  "Dataset.search": '(text: "a")',
  "Dataset.semanticSearch": '(text: "a")',
  "FileAggregate.customLabel": '(key: "a")',
  "Viewer.can": '(action: CREATE_DATASET, projectName: "atlas")',
};

const generous = { cost: 1e9, aliases: 1e6, tokens: 1e6, depth: 100 };
const traced = { "x-imm-trace-calls": "1", "x-imm-cost": "1", "apollo-federation-include-trace": "ftv1" };

describe("a response name", () => {
  it.each([
    ["in the graph that stands alone", undefined],
    ["in the subgraph", {}],
  ])("may be any name of GraphQL %s", async (_where, subgraph) => {
    await using atlas = await startSeededGateway("photos", "videos");
    await using service = gatewayTo(atlas.endpoint, { subgraph, limits: generous });
    const graph = subgraph ? subgraphOf() : schema;

    await assert(
      asyncProperty(randomQuery({ schema: graph, names, args }), async (query) => {
        const contextValue: Context = {
          caller: { name: "anonymous", roles: [], isSecure: false },
          imm: atlas.imm,
          loaders: new Loaders(atlas.imm),
          filePolling: createFilePolling(createScriptedClient(() => {})),
          maxRepresentations: 100,
          suggestions: true,
        };
        const expected = await execute({ schema: graph, document: parse(query), contextValue });

        const { data, errors, extensions } = await post(service.gateway, { query }, traced);

        expect([errors, JSON.stringify(data)]).toEqual([expected.errors, JSON.stringify(expected.data)]);
        expect(extensions?.cost?.asked).toBeGreaterThan(0);
      }),
      { numRuns: 150 },
    );
  });
});

describe("a response name of a mutation", () => {
  let service: Awaited<ReturnType<typeof startSeededGateway>>;
  beforeAll(async () => {
    service = await startSeededGateway();
  });
  afterAll(() => service[Symbol.asyncDispose]());

  it.each(names.map((name, index) => [name, `photos${index}`] as const))(
    "may be %s, as that of its operation, variable and fragment",
    async (name, datasetName) => {
      service.calls.length = 0;
      const query = `mutation ${name}($${name}: CreateDatasetInput!) {
      ${name}: createDataset(input: $${name}) { ${name}: dataset { ...${name} description } }
    }
    fragment ${name} on Dataset { ${name}: datasetName project { ${name}: projectName } }`;
      const variables = Object.fromEntries([[name, { projectName: "atlas", datasetName }]]);

      const { data, errors } = await post(service.gateway, { query, variables, operationName: name });

      const dataset = Object.fromEntries([
        [name, datasetName],
        ["project", Object.fromEntries([[name, "atlas"]])],
        ["description", ""],
      ]);
      const payload = Object.fromEntries([[name, Object.fromEntries([[name, dataset]])]]);
      expect([errors, JSON.stringify(data)]).toEqual([undefined, JSON.stringify(payload)]);
      expect(service.calls.map(({ action }) => action)).toEqual(["CreateDataset"]);
    },
  );
});

describe("a member of a request's body", () => {
  let service: TestGateway;
  beforeAll(() => {
    service = gatewayTo("http://127.0.0.1:1");
  });
  afterAll(() => service[Symbol.asyncDispose]());

  it.each(names.filter((name) => !["extensions", "query"].includes(name)))(
    "is refused by its name if it is %s",
    async (name) => {
      const answer = await post(service.gateway, `{ "query": "{ __typename }", "${name}": "x" }`);

      expect(answer).toEqual({
        status: 400,
        errors: [
          {
            message: `Unexpected parameter "${name}" in the request body.`,
            extensions: { code: "BAD_REQUEST" },
          },
        ],
      });
    },
  );
});
