import { describe, expect, it } from "vitest";
import { gatewayTo } from "../../support/gateway/gateway.ts";
import { exceededLimits, post, type GraphQLRequest } from "../../support/gateway/post.ts";
import { startSeededGateway } from "../../support/gateway/seeded-gateway.ts";
import { json, startUpstream, unreachableUrl } from "../../support/upstream/upstream.ts";

const askForCost = { "x-imm-cost": "1" };

async function costOf(
  sent: GraphQLRequest,
  options?: Parameters<typeof gatewayTo>[1],
): Promise<number | undefined> {
  await using service = gatewayTo(unreachableUrl, options);
  const { extensions } = await post(service.gateway, sent, askForCost);
  return extensions?.cost?.asked;
}

const photos = 'dataset(projectName: "atlas", datasetName: "photos")';
const atlas = 'project(projectName: "atlas")';
const key = { __typename: "Dataset", projectName: "atlas", datasetName: "photos" };
const entities = (selection: string) =>
  `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Dataset { ${selection} } } }`;

describe("the cost of an operation", () => {
  it.each<[what: string, query: string, cost: number]>([
    ["a field", "{ __typename }", 1],
    ["a call with three fields", `{ ${photos} { id createTime bindCount } }`, 1 + 50 + 3],
    ["statistics that come with a thing", `{ ${photos} { fileCount totalFileSize } }`, 1 + 50 + 2],
    ["a page of 100", '{ datasets(projectName: "atlas") { nodes { id } } }', 1 + 50 + 100 * 2],
    ["a page of 7", '{ datasets(projectName: "atlas", first: 7) { nodes { id } } }', 1 + 50 + 7 * 2],
    [
      "statistics on a page, one call for both",
      '{ datasets(projectName: "atlas", first: 7) { nodes { fileCount totalFileSize } } }',
      1 + 50 + 7 * (1 + 50 + 2),
    ],
    ["a project by its key alone", `{ ${photos} { project { id } } }`, 1 + 50 + 1 + 1],
    ["a project by more", `{ ${photos} { project { createTime } } }`, 1 + 50 + 1 + 50 + 1],
    [
      "a page of a page",
      "{ projects(first: 3) { nodes { datasets(first: 5) { nodes { id } } } } }",
      1 + 50 + 3 * (1 + 1 + 50 + 5 * 2),
    ],
    ["a node", '{ node(id: "UHJvamVjdDphdGxhcw==") { ... on Project { fileCount } } }', 1 + 50 + 1],
    [
      "a write, with statistics that its reply lacks",
      'mutation { updateProject(input: { projectName: "a" }) { requestId project { fileCount } } }',
      1 + 50 + 1 + 1 + 50 + 1,
    ],
    [
      "two writes",
      'mutation { a: deleteProject(input: { projectName: "a" }) { requestId } b: deleteProject(input: { projectName: "a" }) { requestId } }',
      2 * 52,
    ],
    ["a fragment, each time", `{ ...F ...F } fragment F on Query { ${atlas} { id } }`, 2 * 52],
    [
      "what @skip and @include leave in",
      `query ($no: Boolean = false) { a: ${atlas} @include(if: $no) { id } b: ${atlas} @skip(if: true) { id } c: ${atlas} @skip(if: $no) { id } }`,
      52,
    ],
    ["a file", '{ file(projectName: "a", datasetName: "b", uri: "oss://abc/d") { size } }', 1 + 50 + 1],
    ["a file of a dataset", `{ ${photos} { file(uri: "oss://abc/d") { uri } } }`, 1 + 50 + 1 + 50 + 1],
    [
      "files of a dataset, which one call reads",
      `{ ${photos} { files(uris: ["oss://abc/d", "oss://abc/e", "oss://abc/f"]) { uri size } } }`,
      1 + 50 + 1 + 50 + 3 * 2,
    ],
    ["no files", `{ ${photos} { files(uris: []) { uri size } } }`, 1 + 50 + 1],
    [
      "a query of a dataset",
      `{ ${photos} { query(where: { size: { gt: "1" } }, first: 7) { totalCount nodes { uri size labels { labelName } } } } }`,
      1 + 50 + 1 + 50 + 7 * (1 + 1 + 4),
    ],
    [
      "a query in a list",
      '{ datasets(projectName: "atlas", first: 3) { nodes { query { nodes { uri } } } } }',
      1 + 50 + 3 * (1 + 1 + 50 + 10 * 2),
    ],
    ["a search", `{ ${photos} { search(text: "a") { nodes { uri } } } }`, 1 + 50 + 1 + 50 + 100 * 2],
    [
      "a semantic search, which is a list",
      `{ ${photos} { semanticSearch(text: "a", first: 9) { uri dataset { datasetName } } } }`,
      1 + 50 + 1 + 50 + 9 * (1 + 2),
    ],
    [
      "an aggregate, with one call for all, and the groups of each",
      `{ ${photos} { aggregate { count size { sum max } mediaType { groups(first: 5) { value count } } labels { labelName { groups { value } } } } } }`,
      1 + 50 + (1 + 50) + 1 + (1 + 2) + (1 + 1 + 5 * 2) + (1 + 1 + 1 + 100),
    ],
    [
      "an aggregate in a list",
      '{ datasets(projectName: "atlas", first: 3) { nodes { aggregate { mediaType { groups { value } } } } } }',
      1 + 50 + 3 * (1 + (1 + 50) + 1 + (1 + 10)),
    ],
    [
      "what became of each file of a batch",
      `mutation { batchUpdateFileMeta(input: { projectName: "a", datasetName: "b", files: [{ uri: "oss://abc/d" }, { uri: "oss://abc/e" }] }) { files { uri success } } }`,
      1 + 50 + 2 * (1 + 2),
    ],
    [
      "the files of a batch by their keys alone",
      `mutation { batchUpdateFileMeta(input: { projectName: "a", datasetName: "b", files: [{ uri: "oss://abc/d" }, { uri: "oss://abc/e" }] }) { files { file { id } } } }`,
      1 + 50 + 2 * (1 + 1 + 1),
    ],
  ])("counts %s", async (_what, query, cost) => {
    expect(await costOf({ query })).toBe(cost);
  });

  it.each([
    ["sent", "query ($n: Int) { projects(first: $n) { nodes { id } } }", { n: 7 }, 7],
    ["its default", "query ($n: Int = 5) { projects(first: $n) { nodes { id } } }", {}, 5],
    [
      "null, though it has a default",
      "query ($n: Int = 5) { projects(first: $n) { nodes { id } } }",
      { n: null },
      100,
    ],
    ["not sent", "query ($n: Int) { projects(first: $n) { nodes { id } } }", {}, 100],
    ["more than a page has", "query ($n: Int) { projects(first: $n) { nodes { id } } }", { n: 100_000 }, 200],
  ])("takes the size of a page from a variable: %s", async (_what, query, variables, things) => {
    expect(await costOf({ query, variables })).toBe(51 + 2 * things);
  });

  it.each<[what: string, query: string, sent: GraphQLRequest["variables"][], costs: number[]]>([
    [
      "the size of a page",
      "query ($n: Int) { projects(first: $n) { nodes { id } } }",
      [{ n: 7 }, { n: 5 }, { n: 7 }],
      [51 + 14, 51 + 10, 51 + 14],
    ],
    [
      "what is left out",
      `query ($no: Boolean!) { ${photos} { ...F } } fragment F on Dataset { id project { createTime @skip(if: $no) } }`,
      [{ no: false }, { no: true }, { no: false }],
      [51 + 1 + 52, 51 + 1 + 1, 51 + 1 + 52],
    ],
  ])("hangs on the variables, each time that a document is sent: %s", async (_what, query, sent, costs) => {
    await using service = gatewayTo(unreachableUrl);
    const measured: unknown[] = [];

    for (const variables of sent) {
      const { extensions } = await post(service.gateway, { query, variables }, askForCost);
      measured.push(extensions?.cost?.asked);
    }

    expect(measured).toEqual(costs);
  });

  it.each([
    [100, 1],
    [101, 2],
    [250, 3],
  ])("counts %i files from a variable, and the calls that read them: %i", async (count, calls) => {
    const uris = Array.from({ length: count }, (_, n) => `oss://abc/${n}`);
    const query = `query ($uris: [FileUri!]!) { ${photos} { files(uris: $uris) { size } } }`;

    const cost = await costOf({ query, variables: { uris } }, { limits: { listSize: 1_000 } });

    expect(cost).toBe(1 + 50 + 1 + 50 * calls + count);
  });

  it("counts each representation of _entities with what is selected of it", async () => {
    const variables = { r: [key, key, key] };

    expect(await costOf({ query: entities("id fileCount totalFileSize"), variables })).toBe(1 + 3 * (50 + 3));
    const twice =
      "query ($r: [_Any!]!) { ...F b: _entities(representations: $r) { __typename } } fragment F on Query { a: _entities(representations: $r) { __typename } }";
    expect(await costOf({ query: twice, variables })).toBe(2 * (1 + 3 * 51));
  });

  it("is that of the operation that runs", async () => {
    const query = `query Small { __typename } query Large { ${atlas} { id } }`;

    expect(await costOf({ query, operationName: "Small" })).toBe(1);
    expect(await costOf({ query, operationName: "Large" })).toBe(52);
  });

  it("is that of its variables, whatever they were the last time", async () => {
    await using service = gatewayTo(unreachableUrl);
    const query = `query ($name: ProjectName!, $first: Int = 3, $after: String, $yes: Boolean = true, $uris: [FileUri!] = []) {
      datasets(projectName: $name, first: $first, after: $after) { nodes { id } }
      ${photos} @include(if: $yes) { files(uris: $uris) { uri } }
    }`;
    const uris = ["oss://abc/d", "oss://abc/e"];
    const asked: readonly [variables: Record<string, unknown>, cost: number][] = [
      [{}, 51 + 3 * 2 + 52],
      [{ first: 7 }, 51 + 7 * 2 + 52],
      [{ name: "other", first: 7 }, 51 + 7 * 2 + 52],
      [{ first: 7, yes: false }, 51 + 7 * 2],
      [{ first: null }, 51 + 100 * 2 + 52],
      [{ first: 7, after: "x" }, 51 + 9 * 50 + 7 * 2 + 52],
      [{ first: 7, uris }, 51 + 7 * 2 + 52 + 50 + 2],
      [{ first: 7, uris: uris.slice(1) }, 51 + 7 * 2 + 52 + 50 + 1],
    ];

    for (const [variables, cost] of [
      ...asked,
      ...asked.toReversed(),
      ...asked.flatMap((one) => [one, one]),
    ]) {
      const sent = { query, variables: { name: "atlas", ...variables } };
      const { extensions } = await post(service.gateway, sent, askForCost);
      expect([variables, extensions?.cost?.asked]).toEqual([variables, cost]);
    }
  });

  it("is the same in a subgraph, whatever the names are there", async () => {
    const renames = { Project: "ImmProject", "Query.project": "immProject" };
    const query =
      '{ immProject(projectName: "a") { fileCount datasets(first: 2) { nodes { fileCount project { id createTime } } } } }';

    expect(await costOf({ query }, { subgraph: { renames } })).toBe(
      1 + 50 + 1 + 1 + 50 + 2 * (1 + 50 + 1 + 1 + 50 + 2),
    );
  });

  it("tells at least the calls that a cursor causes behind which there is nothing", async () => {
    const page = { Datasets: [{ ProjectName: "atlas", DatasetName: "a" }], NextToken: "more" };
    await using imm = await startUpstream(json(200, page));
    await using service = gatewayTo(imm.url);
    const after = Buffer.from(JSON.stringify(["", "zzz", 0])).toString("base64url");
    const literal = `{ datasets(projectName: "atlas", first: 1, after: "${after}") { nodes { id } } }`;
    const variable =
      'query ($after: String) { datasets(projectName: "atlas", first: 1, after: $after) { nodes { id } } }';

    for (const sent of [
      { query: literal },
      { query: variable, variables: { after } },
      { query: variable.replace("String)", `String = "${after}")`) },
    ]) {
      service.calls.length = 0;
      const { extensions } = await post(service.gateway, sent, askForCost);
      expect(service.calls).toHaveLength(10);
      expect(extensions!.cost!.asked / 50).toBeGreaterThanOrEqual(10);
    }
    expect(await costOf({ query: variable, variables: { after: null } })).toBe(1 + 50 + 1 + 1);
  });

  it("tells at least the calls that are made", async () => {
    await using service = await startSeededGateway("a", "b", "c");
    const dataset = (datasetName: string) => ({ ...key, datasetName });
    const operations: GraphQLRequest[] = [
      {
        query: `{ ${atlas} { fileCount datasets(first: 3) { nodes { fileCount project { createTime } } } } }`,
      },
      {
        query:
          "{ projects(first: 1) { nodes { totalFileSize datasets(first: 3) { edges { node { totalFileSize } } } } } }",
      },
      { query: entities("id project { id }"), variables: { r: [dataset("a"), dataset("b")] } },
      { query: entities("templateId fileCount"), variables: { r: [dataset("a"), dataset("b")] } },
      {
        query:
          'mutation { updateDataset(input: { projectName: "atlas", datasetName: "a" }) { dataset { fileCount project { tags { tagKey } } } } }',
      },
    ];

    for (const operation of operations) {
      service.calls.length = 0;
      const { errors, extensions } = await post(service.gateway, operation, askForCost);
      expect(errors).toBeUndefined();
      expect(extensions!.cost!.asked / 50).toBeGreaterThanOrEqual(service.calls.length);
    }
    expect(service.calls.map(({ action }) => action)).toEqual(["UpdateDataset", "GetDataset", "GetProject"]);
  });
});

describe("the limit of cost", () => {
  const page = (first: number) => `projects(first: ${first}) { nodes { id } }`;

  it.each<[where: string, ask: (first: number) => GraphQLRequest]>([
    ["directly", (first) => ({ query: `{ ${page(first)} }` })],
    ["in a fragment", (first) => ({ query: `{ ...F } fragment F on Query { ... { ${page(first)} } }` })],
    [
      "by a variable",
      (first) => ({
        query: "query ($first: Int) { projects(first: $first) { nodes { id } } }",
        variables: { first },
      }),
    ],
    [
      "in the second operation",
      (first) => ({ query: `query A { __typename } query B { ${page(first)} }`, operationName: "B" }),
    ],
  ])("lets n−1 and n through, and n+1 not, asked %s", async (_where, ask) => {
    for (const [cost, isRefused] of [
      [70, false],
      [69, false],
      [68, true],
    ] as const) {
      await using service = gatewayTo(unreachableUrl, { limits: { cost } });
      const answer = await post(service.gateway, ask(9));
      expect(exceededLimits(answer)).toEqual(isRefused ? [["cost", 69, 68]] : []);
      expect(service.calls).toHaveLength(isRefused ? 0 : 1);
    }
  });

  it("counts _entities", async () => {
    const sent = { query: entities("templateId"), variables: { r: [key, { ...key, datasetName: "b" }] } };
    await using enough = gatewayTo(unreachableUrl, { limits: { cost: 103 }, subgraph: {} });
    await using less = gatewayTo(unreachableUrl, { limits: { cost: 102 }, subgraph: {} });

    expect(exceededLimits(await post(enough.gateway, sent))).toEqual([]);
    expect(exceededLimits(await post(less.gateway, sent))).toEqual([["cost", 103, 102]]);
    expect(less.calls).toEqual([]);
  });

  it("lets 100 representations through with their statistics, and a page of 100 too", async () => {
    await using service = gatewayTo(unreachableUrl);
    const r = Array.from({ length: 100 }, (_, index) => ({ ...key, datasetName: `d${index}` }));
    const whole = "id datasetName description templateId createTime fileCount totalFileSize bindCount";

    const ask = (sent: GraphQLRequest) => post(service.gateway, sent, askForCost);
    const [things, list] = [
      await ask({ query: entities(whole), variables: { r } }),
      await ask({ query: `{ datasets(projectName: "atlas") { nodes { ${whole} } } }` }),
    ];

    expect([exceededLimits(things), exceededLimits(list)]).toEqual([[], []]);
  });

  it("lets nothing run that can't be priced", async () => {
    await using service = gatewayTo(unreachableUrl);
    const query = `query ($n: Int!, $p: ProjectName!) { ${page(1)} b: projects(first: $n) { nodes { id } } project(projectName: $p) { id } }`;

    const { errors } = await post(service.gateway, { query, variables: { n: "x", p: "atlas" } });

    expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", field: "first" } }]);
    expect(service.calls).toEqual([]);
  });

  it("tells of a bad value before a price that hangs on none", async () => {
    await using service = gatewayTo(unreachableUrl, { limits: { cost: 60 } });
    const query = `query ($p: ProjectName!) { ${photos} { id } project(projectName: $p) { id } }`;

    const { errors } = await post(service.gateway, { query, variables: { p: 5 } });

    expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", field: "projectName" } }]);
  });

  it("counts what fails alone as nothing, and the rest in full", async () => {
    await using service = gatewayTo(unreachableUrl, { limits: { cost: 51 + 52 } });
    const query = `query ($p: ProjectName = "a") { datasets(projectName: $p) { nodes { id } } ${atlas} { id } }`;

    const { errors } = await post(service.gateway, { query, variables: { p: null } }, askForCost);

    expect(errors).toMatchObject([
      { path: ["datasets"], extensions: { code: "BAD_USER_INPUT", field: "projectName" } },
      { path: ["project"], extensions: { code: "UPSTREAM_UNAVAILABLE" } },
    ]);
  });

  it("refuses fragments that double", async () => {
    await using service = gatewayTo(unreachableUrl, { limits: { depth: 100, repeatedFields: 1e9 } });
    const fragments = Array.from(
      { length: 24 },
      (_, level) => `fragment F${level} on Query { ...F${level + 1} ...F${level + 1} }`,
    );
    const query = `{ ...F0 } ${fragments.join(" ")} fragment F24 on Query { __typename }`;

    expect(exceededLimits(await post(service.gateway, { query }))).toEqual([["cost", 2 ** 24, 10_000]]);
  });
});

describe("extensions.cost", () => {
  it.each<Record<string, string>>([{}, { "x-imm-cost": "0" }, { "x-imm-cost": "true" }])(
    "is left out unless a request asks for it: %j",
    async (headers) => {
      await using service = gatewayTo(unreachableUrl);

      expect(await post(service.gateway, { query: "{ __typename }" }, headers)).toEqual({
        status: 200,
        data: { __typename: "Query" },
      });
    },
  );

  it("stands beside the calls and the trace of a request", async () => {
    await using service = gatewayTo(unreachableUrl, { subgraph: {} });
    const headers = { ...askForCost, "x-imm-trace-calls": "1", "apollo-federation-include-trace": "ftv1" };

    expect(await post(service.gateway, { query: "{ __typename }" }, headers)).toEqual({
      status: 200,
      data: { __typename: "Query" },
      extensions: { cost: { asked: 1, allowed: 10_000 }, imm: { calls: [] }, ftv1: expect.any(String) },
    });
  });

  it("lets a list in a list run, by a smaller page unless asked", async () => {
    const query =
      "{ projects { nodes { projectName datasets { nodes { datasetName project { projectName } } } } } }";

    expect(await costOf({ query })).toBe(1 + 50 + 100 * (1 + 1 + 1 + 50 + 10 * (1 + 1 + 1 + 1)));
    expect(await costOf({ query: `{ ${atlas} { datasets { nodes { datasetName } } } }` })).toBe(
      1 + 50 + 1 + 50 + 100 * 2,
    );
  });

  it("refuses three lists in each other, names the two most expensive fields, and runs them as it says", async () => {
    const query = (first: string) =>
      `{ projects${first} { nodes { datasets { nodes { project { datasets { nodes { datasetName } } } } } } } }`;
    await using service = await startSeededGateway("photos");

    const { errors } = await post(service.gateway, { query: query("") });

    expect(errors?.map(({ message }) => message)).toEqual([
      "An operation may cost 10000. Most expensive: `Project.datasets` costs 78100 (lower `first` of `datasets`, 10 here) and `Query.projects` costs 151 (lower `first` of `projects`, 100 here). Or split it into several requests. Asked: 78251.",
    ]);
    expect(service.calls).toEqual([]);
    expect(await post(service.gateway, { query: query("(first: 10)") })).not.toHaveProperty("errors");
  });

  it.each<[what: string, query: string, share: object]>([
    [
      "the page around a list whose calls cost most",
      "{ projects(first: 200) { nodes { datasets(first: 1) { nodes { datasetName } } } } }",
      { coordinate: "Project.datasets", cost: 10_600, argument: "first", field: "projects", value: 200 },
    ],
    [
      "of a field that is selected at several places the one that costs most",
      `{ ${["a", "b", "c"].map((name) => `${name}: datasets(projectName: "atlas", first: 50) { nodes { id } }`).join(" ")} d: datasets(projectName: "atlas", first: 150) { nodes { id } } }`,
      { coordinate: "Query.datasets", cost: 3 * 151 + 351, argument: "first", field: "datasets", value: 150 },
    ],
    [
      "no argument where none lowers it",
      '{ datasets(projectName: "atlas", first: 1, after: "x") { nodes { id } } }',
      { coordinate: "Query.datasets", cost: 503 },
    ],
  ])("names %s", async (_what, query, share) => {
    await using service = gatewayTo(unreachableUrl, { limits: { cost: 500 } });

    const { errors } = await post(service.gateway, { query });

    const { mostExpensive } = errors![0]!.extensions as unknown as { mostExpensive: object[] };
    expect(mostExpensive[0]).toEqual(share);
  });

  it("names statistics as the most expensive where they cost a call for each object", async () => {
    await using service = gatewayTo(unreachableUrl);
    const query =
      "query ($n: Int!) { projects(first: $n) { nodes { ...F } } } fragment F on Project { id fileCount }";

    const { errors } = await post(service.gateway, { query, variables: { n: 200 } });

    expect(errors?.[0]?.extensions).toMatchObject({
      mostExpensive: [
        { coordinate: "Project.fileCount", cost: 10_000, argument: "first", field: "projects", value: 200 },
        { coordinate: "Query.projects", cost: 651, argument: "first", field: "projects", value: 200 },
      ],
    });
  });

  it("is told of what was refused for it, with what to do", async () => {
    await using service = gatewayTo(unreachableUrl);
    const query = "{ projects(first: 200) { nodes { datasets(first: 100) { nodes { id } } } } }";

    expect(await post(service.gateway, { query }, askForCost)).toEqual({
      status: 200,
      errors: [
        {
          message:
            "An operation may cost 10000. Most expensive: `Project.datasets` costs 50200 (lower `first` of `datasets`, 100 here) and `Query.projects` costs 251 (lower `first` of `projects`, 200 here). Or split it into several requests. Asked: 50451.",
          extensions: {
            code: "OPERATION_TOO_LARGE",
            limit: "cost",
            asked: 50_451,
            allowed: 10_000,
            mostExpensive: [
              {
                coordinate: "Project.datasets",
                cost: 50_200,
                argument: "first",
                field: "datasets",
                value: 100,
              },
              { coordinate: "Query.projects", cost: 251, argument: "first", field: "projects", value: 200 },
            ],
          },
        },
      ],
      extensions: { cost: { asked: 50_451, allowed: 10_000 } },
    });
    expect(service.calls).toEqual([]);
  });
});
