import { describe, expect, it } from "vitest";
import { gatewayTo, type GraphQLResponse } from "../../support/gateway/gateway.ts";
import { unreachableUrl } from "../../support/upstream/upstream.ts";

// Nothing listens there: a call that was made would tell.
const name = "1..128 of A-Z a-z 0-9 _ -, the first a letter or _";
const key = 'projectName: "atlas", datasetName: "photos"';
const int64 = "1..9223372036854775807";

type Refusal = [field: string, allowed: string | undefined];

async function refusals(query: string, variables?: Record<string, unknown>): Promise<Refusal[]> {
  await using service = gatewayTo(unreachableUrl);
  const { data, errors = [] } = await service.send(query, variables);
  expect(data).toBeUndefined();
  expect(service.calls).toEqual([]);
  expect(errors.map(({ extensions }) => extensions.code)).toEqual(errors.map(() => "BAD_USER_INPUT"));
  for (const { message, extensions } of errors) expect(message).toContain(`${extensions.field}: `);
  return errors.map(({ extensions }) => [extensions.field!, extensions.allowed]);
}

const create = (fields: string) => `mutation { createDataset(input: { ${fields} }) { requestId } }`;

describe("a literal that the graph refuses", () => {
  it.each<[string, string, Refusal[]]>([
    ["a limit above its range", `${key}, datasetMaxBindCount: 11`, [["input.datasetMaxBindCount", "1..10"]]],
    ["a limit below its range", `${key}, datasetMaxBindCount: 0`, [["input.datasetMaxBindCount", "1..10"]]],
    [
      "text for a JSON integer",
      `${key}, datasetMaxFileCount: "5"`,
      [["input.datasetMaxFileCount", "1..100000000"]],
    ],
    ["a fraction", `${key}, datasetMaxEntityCount: 1.5`, [["input.datasetMaxEntityCount", int64]]],
    [
      "2^63",
      `${key}, datasetMaxTotalFileSize: 9223372036854775808`,
      [["input.datasetMaxTotalFileSize", int64]],
    ],
    ["a bad name", 'projectName: "9lives", datasetName: "photos"', [["input.projectName", name]]],
    ["an empty name", 'projectName: "", datasetName: "photos"', [["input.projectName", name]]],
    ["a number for a name", 'projectName: 9, datasetName: "photos"', [["input.projectName", name]]],
    ["null for a name", 'projectName: null, datasetName: "photos"', [["input.projectName", undefined]]],
    [
      "257 characters",
      `${key}, description: "${"界".repeat(257)}"`,
      [["input.description", "0..256 characters"]],
    ],
    ["a list for text", `${key}, templateId: ["x"]`, [["input.templateId", "0..1024 characters"]]],
    [
      "text for an object",
      `${key}, workflowParameters: "x"`,
      [["input.workflowParameters", "WorkflowParameterInput"]],
    ],
    [
      "a bad value in a list",
      `${key}, workflowParameters: [{ name: "a" }, { name: 1 }]`,
      [["input.workflowParameters[1].name", "0..1024 characters"]],
    ],
    [
      "several at once",
      'projectName: "9", datasetMaxBindCount: 11',
      [
        ["input.projectName", name],
        ["input.datasetMaxBindCount", "1..10"],
        ["input.datasetName", undefined],
      ],
    ],
  ])("%s", async (_what, fields, expected) => {
    expect(await refusals(create(fields))).toEqual(expected);
  });

  it("an unknown field, with those that there are", async () => {
    expect(await refusals(create(`${key}, datasetMaxBindCuont: 5`))).toEqual([
      ["input.datasetMaxBindCuont", expect.stringContaining("datasetMaxBindCount, ")],
    ]);
  });

  it.each([
    ["a NUL", "a\\u0000"],
    ["1025 characters", "a".repeat(1025)],
  ])("%s in any text", async (_what, text) => {
    const fields = `templateId: "${text}", workflowParameters: [{ value: "${text}" }]`;
    const project = `mutation { createProject(input: { projectName: "p", serviceRole: "${text}", tag: [{ key: "${text}" }] }) { requestId } }`;

    expect(await refusals(create(`${key}, ${fields}`))).toEqual([
      ["input.templateId", "0..1024 characters"],
      ["input.workflowParameters[0].value", "0..1024 characters"],
    ]);
    expect(await refusals(project)).toEqual([
      ["input.serviceRole", "0..1024 characters"],
      ["input.tag[0].key", "1..1024 characters"],
    ]);
    expect(await refusals(`{ projects(prefix: "${text}") { nodes { id } } }`)).toEqual([
      ["prefix", "0..128 characters"],
    ]);
  });

  it("a missing argument and an unknown one", async () => {
    expect(await refusals('{ dataset(projectName: "atlas", dataset: "photos") { id } }')).toEqual([
      ["dataset", "datasetName, projectName"],
      ["datasetName", undefined],
    ]);
  });

  it.each(['"0.5"', "true", "1e400", "-1e400"])("%s for a Float", async (value) => {
    const label = `{ labelConfidence: ${value} }`;
    const input = `{ ${key}, file: { uri: "oss://examplebucket/a.jpg", labels: [${label}] } }`;

    expect(await refusals(`mutation { indexFileMeta(input: ${input}) { eventId } }`)).toEqual([
      ["input.file.labels[0].labelConfidence", "Float"],
    ]);
  });

  it("a directive's argument", async () => {
    expect(await refusals('{ projects @include(if: "yes") { nodes { id } } }')).toEqual([["if", "Boolean"]]);
    expect(await refusals("{ projects @skip { nodes { id } } }")).toEqual([["if", undefined]]);
  });

  it("a variable's default", async () => {
    const query = "query ($prefix: Prefix = 5) { projects(prefix: $prefix) { nodes { id } } }";

    expect(await refusals(query)).toEqual([["$prefix", "0..128 characters"]]);
  });
});

describe("a variable that the graph refuses", () => {
  const mutation = "mutation ($input: CreateDatasetInput!) { createDataset(input: $input) { requestId } }";
  const keys = { projectName: "atlas", datasetName: "photos" };

  it.each<[string, unknown, Refusal[]]>([
    [
      "a limit above its range",
      { ...keys, datasetMaxBindCount: 11 },
      [["input.datasetMaxBindCount", "1..10"]],
    ],
    [
      "an unsafe JSON number",
      { ...keys, datasetMaxEntityCount: 2 ** 53 },
      [["input.datasetMaxEntityCount", int64]],
    ],
    ["an unknown field", { ...keys, tags: [] }, [["input.tags", expect.stringContaining("datasetName, ")]]],
    ["a missing field", { projectName: "atlas" }, [["input.datasetName", undefined]]],
    [
      "half a surrogate pair",
      { ...keys, description: "\ud800" },
      [["input.description", "0..256 characters"]],
    ],
    [
      "half a surrogate pair",
      { ...keys, templateId: "a\ud800" },
      [["input.templateId", "0..1024 characters"]],
    ],
    ["text for the whole input", "photos", [["input", "CreateDatasetInput"]]],
    ["nothing at all", undefined, [["input", undefined]]],
    ["null", null, [["input", undefined]]],
    [
      "an object in a list's element",
      { ...keys, workflowParameters: [{ name: {} }] },
      [["input.workflowParameters[0].name", "0..1024 characters"]],
    ],
    [
      "what looks like a node of a document",
      { kind: "Variable", loc: 1 },
      [
        ["input.kind", expect.any(String)],
        ["input.loc", expect.any(String)],
        ["input.datasetName", undefined],
        ["input.projectName", undefined],
      ],
    ],
  ])("%s", async (_what, input, expected) => {
    expect(await refusals(mutation, { input })).toEqual(expected);
  });

  it("is told where it is null in a place that takes none, though it has a default", async () => {
    await using service = gatewayTo(unreachableUrl);
    const query = 'query ($n: DatasetName = "ok") { dataset(projectName: "p", datasetName: $n) { id } }';

    const { errors } = await service.send(query, { n: null });

    expect(errors).toEqual([
      expect.objectContaining({
        message: "datasetName: A value is required.",
        path: ["dataset"],
        extensions: { code: "BAD_USER_INPUT", field: "datasetName" },
      }),
    ]);
    expect(service.calls).toEqual([]);
  });

  it("is told so wherever it is used, each time alone", async () => {
    const limits = { aliases: 301, cost: 100_000, tokens: 10_000 };
    await using service = gatewayTo(unreachableUrl, { limits });
    const aliases = Array.from(
      { length: 300 },
      (_, i) => `a${i}: dataset(projectName: "p", datasetName: $n) { id }`,
    );

    const { data, errors } = await service.send(
      `query ($n: DatasetName = "ok") { ${aliases.join(" ")} still: __typename }`,
      { n: null },
    );

    expect(errors).toHaveLength(300);
    expect(new Set(errors?.map(({ extensions }) => extensions.field))).toEqual(new Set(["datasetName"]));
    expect(data).toMatchObject({ a0: null, still: "Query" });
  });

  it("is told by the operation that runs", async () => {
    await using service = gatewayTo(unreachableUrl);
    const response = await service.gateway.fetch("http://localhost/graphql", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({
        query: `query A($n: DatasetName!) { dataset(projectName: "p", datasetName: $n) { id } }
          mutation B($n: DatasetName!) { deleteDataset(input: { projectName: "p", datasetName: $n }) { requestId } }`,
        operationName: "B",
        variables: { n: "1" },
      }),
    });

    const { errors } = (await response.json()) as GraphQLResponse<unknown>;
    expect(errors?.map(({ extensions }) => extensions.field)).toEqual(["input.datasetName"]);
  });

  it("is told of up to 50 times", async () => {
    const workflowParameters = Array.from({ length: 60 }, () => ({ name: 1 }));

    const found = await refusals(mutation, { input: { ...keys, workflowParameters } });

    expect(found).toHaveLength(50);
    expect(found[0]).toEqual(["input.workflowParameters[0].name", "0..1024 characters"]);
  });

  it("is missing where its name is that of something every object has", async () => {
    const query = "query ($constructor: ProjectName!) { project(projectName: $constructor) { id } }";

    expect(await refusals(query, {})).toEqual([["projectName", undefined]]);
  });

  it("is refused however deep it is, where a setting lets so much through", async () => {
    const depth = 20_000;
    await using service = gatewayTo(unreachableUrl, { limits: { depth: depth + 2 } });
    const deep = `${"[".repeat(depth)}${"]".repeat(depth)}`;
    const query =
      "query ($d: Prefix, $r: [_Any!]!) { projects(prefix: $d) { nodes { id } } _entities(representations: $r) { __typename } }";
    const post = (variables: string) =>
      service.gateway.fetch("http://localhost/graphql", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: `{"query":${JSON.stringify(query)},"variables":${variables}}`,
      });

    const value = await post(`{"d":${deep},"r":[]}`);
    const type = await post(`{"r":[{"__typename":${deep}}]}`);

    for (const response of [value, type]) {
      const { errors } = (await response.json()) as GraphQLResponse<unknown>;
      expect(errors?.map(({ extensions }) => extensions.code)).toContain("BAD_USER_INPUT");
    }
  });

  it("is told by the argument that it is used in, not by its own name", async () => {
    const query =
      'mutation ($n: DatasetMaxBindCount) { createDataset(input: { projectName: "a", datasetName: "b", datasetMaxBindCount: $n }) { requestId } }';

    expect(await refusals(query, { n: 11 })).toEqual([["input.datasetMaxBindCount", "1..10"]]);
  });
});

describe("what another rule refuses", () => {
  it.each(["{ nothing(x: 1) { id } }", "{ __typename @nothing(x: 1) }"])(
    "is told once: %s",
    async (query) => {
      await using service = gatewayTo(unreachableUrl);

      const { errors } = await service.send(query);

      expect(errors).toHaveLength(1);
      expect(errors?.[0]?.extensions.code).toBe("GRAPHQL_VALIDATION_FAILED");
    },
  );
});

describe("what was sent", () => {
  it("is told, cut at 100 characters, in literals and variables", async () => {
    await using service = gatewayTo(unreachableUrl);
    const long = "9".repeat(5000);

    const literal = await service.send(create(`projectName: "${long}", datasetName: "photos"`));
    const variable = await service.send("query ($p: ProjectName!) { project(projectName: $p) { id } }", {
      p: long,
    });
    const number = await service.send(`{ projects(first: ${long}) { nodes { id } } }`);
    const object = await service.send("query ($p: ProjectName!) { project(projectName: $p) { id } }", {
      p: { long },
    });

    for (const { errors } of [literal, variable, number, object]) {
      expect(errors).toHaveLength(1);
      expect(errors?.[0]?.message).toMatch(/Sent: .{100}….$/);
      expect(errors?.[0]?.message.length).toBeLessThan(400);
    }
  });

  it("is cut where it is a name, too", async () => {
    await using service = gatewayTo(unreachableUrl);
    const long = "a".repeat(5000);

    const field = await service.send(create(`${key}, ${long}: 1`));
    const argument = await service.send(`{ projects(${long}: 1) { nodes { id } } }`);

    for (const { errors } of [field, argument]) {
      expect(JSON.stringify(errors).length).toBeLessThan(1500);
      expect(errors?.[0]?.extensions.field).toMatch(/a{100}…$/);
    }
  });

  it("is never cut inside a character", async () => {
    await using service = gatewayTo(unreachableUrl);

    const { errors } = await service.send(create(`${key}, description: "${"😀".repeat(300)}"`));

    expect(errors?.[0]?.message.isWellFormed()).toBe(true);
  });
});

describe("the status of a refusal", () => {
  it.each([
    ["a literal", "{ project(projectName: 1) { id } }", undefined],
    ["a variable", "query ($p: ProjectName!) { project(projectName: $p) { id } }", { p: 1 }],
  ])("is 400 for %s, where the client takes GraphQL's own media type", async (_what, query, variables) => {
    await using service = gatewayTo(unreachableUrl);
    const post = (accept: string) =>
      service.gateway.fetch("http://localhost/graphql", {
        method: "POST",
        headers: { "content-type": "application/json", accept },
        body: JSON.stringify({ query, variables }),
      });

    expect((await post("application/graphql-response+json")).status).toBe(400);
    expect((await post("application/json")).status).toBe(200);
  });
});
