import { describe, expect, it } from "vitest";
import { readOperation } from "../../src/explorer/editor/operation.ts";
import { plannedCalls } from "../../src/explorer/planning/planned-calls.ts";
import { schema } from "./schema.ts";
import { names } from "./tricky-values.ts";
import { codeOf, write } from "./write-sample.ts";

const entities = "query Entities($all: [_Any!]!) { _entities(representations: $all) { ...E } }";

/** An operation that uses a name for whatever a caller may name. */
const everywhere = (name: string) => ({
  query: `query ${name}($${name}: ProjectName!, $all: [_Any!]!) {
    ${name}: project(projectName: $${name}) { ${name}: projectName ...${name} }
    _entities(representations: $all) { ${name}: __typename ... on Dataset { ${name}Count: fileCount } }
  }
  fragment ${name} on Project { tags { ${name}: tagKey } datasets(first: 3) { ${name}: nodes { id } } }`,
  // Written by hand: in a literal of JavaScript one of the names is none.
  variables: `{ "${name}": "atlas", "all": [
    { "__typename": "Dataset", "projectName": "atlas", "datasetName": "photos", "${name}": { "${name}": 1 } }
  ] }`,
});

const plan = (query: string, variables: string) =>
  plannedCalls(schema, readOperation({ query, variables, headers: "" }));

describe("a name that means something to JavaScript", () => {
  it.each(names)("changes nothing of the calls that are planned: %s", (name) => {
    const { query, variables } = everywhere(name);

    expect(plan(query, variables)).toEqual([
      { action: "GetProject", params: { ProjectName: "atlas" } },
      { action: "ListDatasets", params: { ProjectName: "atlas", MaxResults: 3 } },
      {
        action: "GetDataset",
        params: { ProjectName: "atlas", DatasetName: "photos", WithStatistics: true },
      },
    ]);
  });

  it.each(names)("is no entity of the graph, in a representation or an id: %s", (name) => {
    const id = Buffer.from(`${name}:atlas`).toString("base64");

    expect(() =>
      plan(`${entities} fragment E on Dataset { id }`, `{ "all": [{ "__typename": "${name}" }] }`),
    ).toThrow(`There is no entity ${name}.`);
    expect(() => plan(`{ node(id: "${id}") { id } }`, "")).toThrow("The id is none that this graph answers.");
  });

  it.each([`{ "projectName": "atlas" }`, `{ "__typename": { "__proto__": null } }`, `"text"`])(
    "isn't looked for in a representation without one: %s",
    (representation) => {
      expect(() =>
        plan(`${entities} fragment E on Dataset { id }`, `{ "all": [${representation}] }`),
      ).toThrow("A representation lacks its __typename.");
    },
  );

  it.each(names)("is refused as a member of an input that has none such: %s", async (name) => {
    const query = "mutation M($input: UpdateProjectInput!) { updateProject(input: $input) { requestId } }";
    const literal = `mutation M { updateProject(input: { projectName: "atlas", ${name}: 1 }) { requestId } }`;
    const problem = expect.stringContaining(
      `"${name}" is not defined by type "UpdateProjectInput"`,
    ) as string;

    for (const language of ["curl", "typed-client", "sdk-typescript"]) {
      expect(
        await write(language, { query, variables: `{ "input": { "projectName": "atlas", "${name}": 1 } }` }),
      ).toEqual({ problem });
      expect(await write(language, { query: literal })).toEqual({ problem });
    }
  });

  it.each(names)("is in no sample for IMM itself, which all have the calls: %s", async (name) => {
    const plain = everywhere("plain");

    for (const language of ["sdk-typescript", "sdk-python", "aliyun-cli"]) {
      expect(await codeOf(language, everywhere(name))).toBe(await codeOf(language, plain));
    }
  });
});
