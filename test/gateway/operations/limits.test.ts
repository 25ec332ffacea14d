import { getIntrospectionQuery, print, type DocumentNode } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as frontend from "../../../examples/frontend/src/generated/graphql.ts";
import { defaultTabs } from "../../../src/explorer/editor/default-tabs.ts";
import { defaultLimits, limitsOf, type Limits } from "../../../src/gateway/operations/limits.ts";
import { gatewayTo, type TestGateway, type TestGatewayOptions } from "../../support/gateway/gateway.ts";
import { exceededLimits, post, times, type GraphQLRequest } from "../../support/gateway/post.ts";
import { startSeededGateway } from "../../support/gateway/seeded-gateway.ts";
import { subscribe } from "../../support/gateway/subscribe.ts";
import { json, startUpstream, type Upstream } from "../../support/upstream/upstream.ts";

/** A stand-in for IMM that has nothing and lets everything be created. */
const startImm = () => startUpstream(json(200, { Projects: [], Project: { ProjectName: "atlas" } }));

type Ask = (count: number) => GraphQLRequest;
type Shape = readonly [limit: keyof Limits, where: string, ask: Ask];

const key = '__typename: "Dataset", projectName: "atlas", datasetName: "photos"';
const dataset = (index: number) => ({
  __typename: "Dataset",
  projectName: "atlas",
  datasetName: `d${index}`,
});
const list = <Item>(count: number, item: (index: number) => Item) =>
  Array.from({ length: count }, (_, index) => item(index));

const entities = ["Query", "_entities(representations: [])"] as const;
const circle = [
  ["Dataset", "project"],
  ["Project", "datasets"],
  ["DatasetConnection", "nodes"],
] as const;

/** Fields inside fields, so many; `wrap` may put a fragment around what stands in each. */
function nested(count: number, wrap: (type: string, selection: string, level: number) => string): string {
  const at = (level: number): string => {
    const [type, field] = level === 0 ? entities : circle[(level - 1) % circle.length]!;
    const inner = level === count - 1 ? "__typename" : `${field} { ${at(level + 1)} }`;
    return wrap(type, inner, level);
  };
  return at(0);
}

const asFragments: Ask = (count) => {
  const fragments: string[] = [];
  const query = nested(count, (type, selection, level) => {
    fragments.push(`fragment F${level} on ${type} { ${selection} }`);
    return `...F${level}`;
  });
  return { query: `{ ${query} } ${fragments.join(" ")}` };
};

const shapes: readonly Shape[] = [
  ["tokens", "directly", (count) => ({ query: `{ ${times(count - 2, () => "__typename")} }` })],
  [
    "tokens",
    "in a fragment, comments and commas aside",
    (count) => ({
      query: `{ ...F } # none of these
        fragment F on Query { ${times(count - 10, () => "__typename,")} }`,
    }),
  ],
  [
    "depth",
    "by inline fragments on types",
    (count) => ({ query: `{ ${nested(count, (type, selection) => `... on ${type} { ${selection} }`)} }` }),
  ],
  ["depth", "by named fragments", asFragments],
  [
    "depth",
    "in a literal",
    (count) => ({
      query: `{ _entities(representations: [{ ${key}, x: ${"[".repeat(count - 2)}${"]".repeat(count - 2)} }]) { __typename } }`,
    }),
  ],
  [
    "depth",
    "in a variable",
    (count) => ({
      query: "query ($r: [_Any!]!) { _entities(representations: $r) { __typename } }",
      variables: {
        r: [{ ...dataset(1), x: JSON.parse("[".repeat(count - 2) + "]".repeat(count - 2)) as unknown }],
      },
    }),
  ],
  ["aliases", "directly", (count) => ({ query: `{ ${times(count, (i) => `a${i}: __typename`)} }` })],
  [
    "aliases",
    "in a named fragment, each time that it is spread",
    (count) => ({ query: `{ ${times(count, () => "...F")} } fragment F on Query { a: __typename }` }),
  ],
  [
    "aliases",
    "in inline fragments",
    (count) => ({ query: `{ ${times(count, (i) => `... { a${i}: __typename }`)} }` }),
  ],
  [
    "aliases",
    "under _entities",
    (count) => ({
      query: `{ _entities(representations: []) { ${times(count, (i) => `a${i}: __typename`)} } }`,
    }),
  ],
  ["repeatedFields", "directly", (count) => ({ query: `{ ${times(count, () => "__typename")} }` })],
  [
    "repeatedFields",
    "by named fragments in each other",
    (count) => ({
      query: `{ ${times(count - 1, () => "...F")} ... { ...G } } fragment F on Query { ...G } fragment G on Query { __typename }`,
    }),
  ],
  [
    "repeatedFields",
    "by inline fragments, under an alias",
    (count) => ({ query: `{ ${times(count, () => "... { a: __typename }")} }` }),
  ],
  [
    "repeatedFields",
    "under _entities",
    (count) => ({ query: `{ _entities(representations: []) { ${times(count, () => "__typename")} } }` }),
  ],
  [
    "variables",
    "that are defined",
    (count) => ({
      query: `query (${times(count, (i) => `$v${i}: Boolean = true`)}) { ${times(count, (i) => `... @include(if: $v${i}) { __typename }`)} }`,
    }),
  ],
  [
    "variables",
    "that are sent",
    (count) => ({
      query: "{ __typename }",
      variables: Object.fromEntries(list(count, (i) => [`v${i}`, i])),
    }),
  ],
  [
    "listSize",
    "in a literal",
    (count) => ({
      query: `{ projects(tag: [${times(count, (i) => `{ key: "k${i}" }`)}]) { nodes { id } } }`,
    }),
  ],
  [
    "listSize",
    "in a variable",
    (count) => ({
      query: "query ($tag: [ProjectTagInput!]) { projects(tag: $tag) { nodes { id } } }",
      variables: { tag: list(count, (i) => ({ key: `k${i}` })) },
    }),
  ],
  [
    "listSize",
    "in a variable's default, in a fragment",
    (count) => ({
      query: `query ($tag: [ProjectTagInput!] = [${times(count, (i) => `{ key: "k${i}" }`)}]) { ...F }
        fragment F on Query { projects(tag: $tag) { nodes { id } } }`,
    }),
  ],
  [
    "listSize",
    "in an input",
    (count) => ({
      query: "mutation ($input: CreateProjectInput!) { createProject(input: $input) { requestId } }",
      variables: { input: { projectName: "atlas", tag: list(count, (i) => ({ key: `k${i}` })) } },
    }),
  ],
  [
    "listSize",
    "in a representation",
    (count) => ({
      query: `{ _entities(representations: [{ ${key}, x: [${times(count, () => "1")}] }]) { __typename } }`,
    }),
  ],
  [
    "listSize",
    "in a representation of a variable",
    (count) => ({
      query: "query ($r: [_Any!]!) { _entities(representations: $r) { __typename } }",
      variables: { r: [...list(20, dataset), { ...dataset(1), x: list(count, (i) => i) }] },
    }),
  ],
  [
    "representations",
    "in a variable",
    (count) => ({
      query: "query ($r: [_Any!]!) { _entities(representations: $r) { __typename } }",
      variables: { r: list(count, dataset) },
    }),
  ],
  [
    "representations",
    "in a literal",
    (count) => ({
      query: `{ _entities(representations: [${times(count, (i) => `{ __typename: "Project", projectName: "p${i}" }`)}]) { __typename } }`,
    }),
  ],
  [
    "representations",
    "shared out over an alias and a fragment",
    (count) => ({
      query: `query ($a: [_Any!]!, $b: [_Any!]!) { a: _entities(representations: $a) { __typename } ...F }
        fragment F on Query { b: _entities(representations: $b) { __typename } }`,
      variables: { a: list(count - 1, dataset), b: list(count, dataset).slice(count - 2) },
    }),
  ],
];

const n = 12;

describe.each<[string, TestGatewayOptions["subgraph"]]>([
  ["that stands alone", undefined],
  ["of a subgraph", {}],
])("a limit of a graph %s", (_name, subgraph) => {
  // A gateway for each limit.
  let imm: Upstream;
  const services = new Map<keyof Limits, TestGateway>();
  beforeAll(async () => {
    imm = await startImm();
    for (const [limit] of shapes) {
      if (services.has(limit)) continue;
      services.set(limit, gatewayTo(imm.url, { limits: { [limit]: n }, ...(subgraph && { subgraph }) }));
    }
  });
  afterAll(async () => {
    for (const service of services.values()) await service[Symbol.asyncDispose]();
    await imm[Symbol.asyncDispose]();
  });

  it.each(shapes)("counts %s %s: n−1 and n are let through, n+1 isn't", async (limit, _where, ask) => {
    const service = services.get(limit)!;

    for (const count of [n - 1, n]) {
      const { errors, data } = await post(service.gateway, ask(count));
      expect(errors).toBeUndefined();
      expect(data).toEqual(expect.anything());
    }
    service.calls.length = 0;
    const refused = await post(service.gateway, ask(n + 1));

    expect(exceededLimits(refused)).toEqual([[limit, limit === "tokens" ? undefined : n + 1, n]]);
    expect(refused.errors).toHaveLength(1);
    expect(refused.errors![0]!.message).toContain(`Asked: ${limit === "tokens" ? `more than ${n}` : n + 1}.`);
    expect(service.calls).toEqual([]);
  });
});

describe("the limit of directives", () => {
  it.each([
    ["a field", (directives: string) => `{ __typename ${directives} }`],
    ["a field under _entities", (d: string) => `{ _entities(representations: []) { __typename ${d} } }`],
    ["an inline fragment", (directives: string) => `{ ... ${directives} { __typename } }`],
    ["a spread", (d: string) => `{ ...F ${d} } fragment F on Query { __typename }`],
  ])("counts those of %s: n−1 and n are let through, n+1 isn't", async (_place, query) => {
    await using service = gatewayTo("http://127.0.0.1:1", { limits: { directives: 1 } });
    const ask = (count: number) =>
      post(service.gateway, {
        query: query(["@include(if: true)", "@skip(if: false)"].slice(0, count).join(" ")),
      });

    expect([(await ask(0)).errors, (await ask(1)).errors]).toEqual([undefined, undefined]);
    expect(exceededLimits(await ask(2))).toEqual([["directives", 2, 1]]);
  });

  it.each([
    ["an operation", "query @a @b @c { __typename }"],
    ["a fragment", "{ ...F } fragment F on Query @a @b @c { __typename }"],
    ["a fragment that nothing spreads", "{ __typename } fragment F on Query { __typename @a @b @c }"],
    ["a variable", "query ($a: Int @a @b @c) { __typename }"],
  ])("counts those of %s, known or not", async (_place, query) => {
    await using service = gatewayTo("http://127.0.0.1:1", { limits: { directives: 2 } });

    expect(exceededLimits(await post(service.gateway, { query }))).toEqual([["directives", 3, 2]]);
  });
});

describe("what passes a limit", () => {
  it("is told with what to do, by 400 where the client takes GraphQL's own media type", async () => {
    await using service = gatewayTo("http://127.0.0.1:1");
    const sent = { query: `{ ${times(101, (i) => `a${i}: __typename`)} }` };
    const accept = "application/graphql-response+json";

    expect(await post(service.gateway, sent)).toEqual({
      status: 200,
      errors: [
        {
          message: "An operation may have 100 aliases: send the others in requests of their own. Asked: 101.",
          extensions: { code: "OPERATION_TOO_LARGE", limit: "aliases", asked: 101, allowed: 100 },
        },
      ],
    });
    expect((await post(service.gateway, sent, { accept })).status).toBe(400);
    expect(service.log).toEqual([]);
  });

  it("is told without advice to send a part of a list that replaces another", async () => {
    await using service = gatewayTo("http://127.0.0.1:1");
    const query = `mutation { updateProject(input: { projectName: "atlas", tag: [${times(101, (i) => `{ key: "k${i}" }`)}] }) { requestId } }`;

    const { errors } = await post(service.gateway, { query });

    expect(errors?.map(({ message }) => message)).toEqual([
      "A list may have 100 elements: send the others in requests of their own, but no part of a list that replaces another, as tags and labels do. Asked: 101.",
    ]);
  });

  it("is refused each time, also by GET", async () => {
    await using service = gatewayTo("http://127.0.0.1:1");
    const query = `{ ${times(51, () => "__typename")} }`;

    for (const _ of [1, 2, 3]) {
      expect(exceededLimits(await post(service.gateway, { query }))).toEqual([["repeatedFields", 51, 50]]);
    }
    const response = await service.gateway.fetch(
      `http://localhost/graphql?query=${encodeURIComponent(query)}`,
      {
        headers: { accept: "application/json", "apollo-require-preflight": "true" },
      },
    );
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { limit: "repeatedFields" } }] });
  });

  it.each([
    ["fields", `${"{ a ".repeat(20_000)}${"}".repeat(20_000)}`],
    ["lists", `{ a(a: ${"[".repeat(20_000)}${"]".repeat(20_000)}) }`],
    ["fragments", times(20_000, (level) => `fragment F${level} on Query { ...F${level + 1} }`)],
  ])("is depth, where a setting lets 20,000 levels of %s through to the stack", async (_what, query) => {
    const limits = { tokens: 1_000_000, bodyBytes: 10_000_000 };
    await using service = gatewayTo("http://127.0.0.1:1", { limits });

    expect(exceededLimits(await post(service.gateway, { query }))).toMatchObject([["depth", undefined, 15]]);
    expect(service.log).toEqual([]);
  });

  it("is refused in whichever operation of a document it stands", async () => {
    await using service = gatewayTo("http://127.0.0.1:1");
    const query = `query Small { __typename } query Large { ${times(101, (i) => `a${i}: __typename`)} }`;

    expect(exceededLimits(await post(service.gateway, { query, operationName: "Small" }))).toEqual([
      ["aliases", 101, 100],
    ]);
  });
});

describe("the default limits", () => {
  // Of the tokens alone half are left: what else GraphiQL sends is as deep as it may be.
  const limits = { tokens: defaultLimits.tokens / 2, cost: defaultLimits.cost / 2 };

  it.each([{}, { subgraph: {} }])("let GraphiQL's introspection through, whole: %j", async (options) => {
    await using service = gatewayTo("http://127.0.0.1:1", { limits, ...options });
    const query = getIntrospectionQuery({
      descriptions: true,
      directiveIsRepeatable: true,
      inputValueDeprecation: true,
      oneOf: true,
      schemaDescription: true,
      specifiedByUrl: true,
    });

    const { errors, data } = await post(service.gateway, { query });

    expect(errors).toBeUndefined();
    expect(data).toHaveProperty("__schema.types");
  });

  it("let what the explorer begins with through", async () => {
    await using atlas = await startSeededGateway();
    await using service = gatewayTo(atlas.endpoint, { limits });
    expect(defaultTabs.length).toBeGreaterThan(4);

    for (const { query, variables } of defaultTabs) {
      const operation = { query, variables: JSON.parse(variables) as Record<string, unknown> };
      const answer = await (query.includes("subscription ") ? firstEvent : post)(service.gateway, operation);
      expect(exceededLimits(answer)).toEqual([]);
      expect(answer).toHaveProperty("data");
    }
  });

  it("let what the frontend of the examples sends through", async () => {
    await using service = await startSeededGateway("photos");
    service.makeBucket("photos");
    const documents = Object.entries(frontend).filter(([name]) => name.endsWith("Document"));
    expect(documents.length).toBeGreaterThan(1);
    const photos = { projectName: "atlas", datasetName: "photos" };
    const uri = "oss://photos/none.jpg";
    const inputs: Record<string, object> = {
      BindBucketDocument: { ...photos, uri: "oss://photos" },
      CreateDatasetDocument: { projectName: "atlas", datasetName: "b" },
      CreateProjectDocument: { projectName: "b" },
      IndexFileDocument: { ...photos, file: { uri } },
    };
    await service.imm.call("IndexFileMeta", {
      ProjectName: "atlas",
      DatasetName: "photos",
      File: { URI: uri },
    });

    for (const [name, document] of documents) {
      const query = print(document as DocumentNode);
      const found = { text: "kyoto", labelKey: "trip", hasLabelKey: true };
      const variables = { ...photos, uris: [uri], input: inputs[name], ...found };
      const send = query.startsWith("subscription") ? firstEvent : post;
      const answer = await send(service.gateway, { query, variables });
      expect(answer.errors).toBeUndefined();
    }
  });

  it("let 50 aliases of a thing through", async () => {
    await using service = await startSeededGateway("photos");
    const thing =
      'dataset(projectName: "atlas", datasetName: "photos") { fileCount totalFileSize createTime }';

    const { errors } = await post(service.gateway, { query: `{ ${times(50, (i) => `a${i}: ${thing}`)} }` });

    expect(errors).toBeUndefined();
    expect(service.calls).toHaveLength(1);
  });
});

describe("limits that are none", () => {
  it.each([{ cost: Number.NaN }, { tokens: 0 }, { depth: -1 }, { aliases: Number.NaN }])(
    "are refused: %o",
    (limits) => {
      expect(() => gatewayTo("http://127.0.0.1:1", { limits })).toThrow(
        `A limit must be a number of at least 1: not ${Object.entries(limits).flat().join(" ")}.`,
      );
    },
  );

  it("are the defaults where they are left out", () => {
    expect(limitsOf({ cost: undefined as never, depth: 3 })).toEqual({ ...defaultLimits, depth: 3 });
  });
});

/** What the first event of a subscription holds. */
async function firstEvent(gateway: TestGateway["gateway"], operation: Parameters<typeof subscribe>[1]) {
  const stream = await subscribe(gateway, operation);
  const { value } = (await stream.next()) as { value: { data: Awaited<ReturnType<typeof post>> } };
  await stream.leave();
  return value.data;
}
