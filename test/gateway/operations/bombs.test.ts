import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { gatewayTo, type TestGateway } from "../../support/gateway/gateway.ts";
import { times } from "../../support/gateway/post.ts";
import { cpuRatio } from "../../support/process/cpu-ratio.ts";
import { heap } from "../../support/process/heap.ts";
import { unreachableUrl } from "../../support/upstream/upstream.ts";

/** What makes one text of a request differ from the next, so that nothing is remembered of it. */
type Bomb = (round: number) => BodyInit;

const request = (query: string, variables?: object) => JSON.stringify({ query, variables });

const doubling = (round: number, body: (level: number) => string) =>
  request(
    `query Q${round} { ...F0 } ${times(24, (level) => `fragment F${level} on Query { ${body(level + 1)} }`)} fragment F24 on Query { __typename }`,
  );
const deep = (levels: number) => "[".repeat(levels) + "]".repeat(levels);
const chunks = (bytes: number) =>
  new ReadableStream({
    start(controller) {
      const chunk = new TextEncoder().encode(" ".repeat(10_000));
      for (let sent = 0; sent < bytes; sent += chunk.length) controller.enqueue(chunk);
      controller.close();
    },
  });

const bombs: readonly (readonly [name: string, code: string, bomb: Bomb])[] = [
  ["fragments that double 24 times", "repeatedFields", (n) => doubling(n, (to) => `...F${to} ...F${to}`)],
  [
    "fragments that double 24 times, fields between them",
    "depth",
    (n) =>
      doubling(
        n,
        (to) =>
          `_entities(representations: []) { ...F${to} } b: _entities(representations: []) { ...F${to} }`,
      ),
  ],
  [
    "fragments that double 24 times under aliases",
    "aliases",
    (n) => doubling(n, (to) => `...F${to} a${to}: __typename ...F${to}`),
  ],
  [
    "a cycle of fragments",
    "GRAPHQL_VALIDATION_FAILED",
    (n) => request(`query Q${n} { ...A } fragment A on Query { ...B } fragment B on Query { ...A ...A }`),
  ],
  [
    "a text of 100 kB",
    "bodyBytes",
    (n) => request(`query Q${n} { projects(prefix: "${"x".repeat(100_000)}") { nodes { id } } }`),
  ],
  ["a comment of 60 kB", "GRAPHQL_PARSE_FAILED", (n) => request(`query Q${n} { ${"#".repeat(60_000)}`)],
  [
    "a list of 10,000 levels",
    "tokens",
    (n) => request(`query Q${n} { projects(tag: ${deep(10_000)}) { nodes { id } } }`),
  ],
  [
    "a list of 10,000 levels in a variable",
    "depth",
    (n) =>
      `{"query":"query Q${n}($tag: [ProjectTagInput!]) { projects(tag: $tag) { nodes { id } } }","variables":{"tag":${deep(10_000)}}}`,
  ],
  [
    "selections of 10,000 levels",
    "tokens",
    (n) => request(`query Q${n} ${"{a".repeat(10_000)}${"}".repeat(10_000)}`),
  ],
  [
    "a list of 20,000 elements in a variable",
    "listSize",
    (n) =>
      request(`query Q${n}($first: Int) { projects(first: $first) { nodes { id } } }`, {
        first: Array.from({ length: 20_000 }, () => 1),
      }),
  ],
  ["a body of 1 MB", "bodyBytes", () => " ".repeat(1_000_000)],
  ["a body of 1 MB in chunks", "bodyBytes", () => chunks(1_000_000)],
  [
    "1,000 variables",
    "tokens",
    (n) => request(`query Q${n}(${times(1000, (i) => `$v${i}: Int`)}) { __typename }`),
  ],
  [
    "1,000 variables that are sent",
    "variables",
    (n) =>
      request(
        `query Q${n} { __typename }`,
        Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`v${i}`, i])),
      ),
  ],
  [
    "101 aliases in fragments",
    "aliases",
    (n) => request(`query Q${n} { ${times(101, () => "...F")} } fragment F on Query { a: __typename }`),
  ],
  [
    "connections in each other",
    "cost",
    (n) =>
      request(
        `query Q${n} { projects(first: 200) { nodes { datasets(first: 200) { nodes { project { datasets(first: 200) { nodes { project { datasets(first: 200) { nodes { fileCount } } } } } } } } } } }`,
      ),
  ],
  [
    "introspection under aliases",
    "cost",
    (n) =>
      request(
        `query Q${n} { ${times(40, (i) => `a${i}: __schema { ...S }`)} }
          fragment S on __Schema { types { ...T fields { type { ...T fields { name args { type { ...T } } } } } } }
          fragment T on __Type { name description }`,
      ),
  ],
  [
    "500 fields with the same name",
    "repeatedFields",
    (n) => request(`query Q${n} { ${times(500, () => "projects")} }`),
  ],
  [
    "250 spreads of a fragment",
    "repeatedFields",
    (n) =>
      request(
        `query Q${n} { ${times(250, () => "...F")} } fragment F on Query { projects { nodes { id } } }`,
      ),
  ],
  [
    "900 directives at one field",
    "directives",
    (n) => request(`query Q${n} { __typename ${"@a".repeat(480)} }`),
  ],
];

async function send(gateway: TestGateway["gateway"], body: BodyInit) {
  const response = await gateway.fetch("http://localhost/graphql", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body,
    duplex: "half",
  } as RequestInit);
  return (await response.json()) as { errors?: { extensions: { code: string; limit?: string } }[] };
}

const MB = 1_000_000;

describe.each([{}, { subgraph: {} }])("a bomb: %j:", (options) => {
  let service: TestGateway;
  let asked = 0;
  const askLittle = () => send(service.gateway, request(`query R${(asked += 1)} { __typename }`));
  beforeAll(async () => {
    service = gatewayTo(unreachableUrl, options);
    // What runs for the first time takes many times as long, by which the first bombs would seem cheap.
    for (let turn = 0; turn < 20; turn += 1) await askLittle();
  });
  afterAll(() => service[Symbol.asyncDispose]());

  it.each(bombs)("%s is refused for its %s, and cheaply", async (_name, reason, bomb) => {
    const { errors } = await send(service.gateway, bomb(0));
    const refused = errors!.map(({ extensions }) => extensions.limit ?? extensions.code);
    const ratio = await cpuRatio(askLittle, (round) => send(service.gateway, bomb(round + 1)), {
      enough: 10,
    });

    expect([...new Set(refused)]).toEqual([reason]);
    expect(ratio).toBeLessThan(20);
    expect(service.calls).toEqual([]);
    expect(service.log).toEqual([]);
  });
});

describe("what is held", () => {
  it("doesn't grow with the bombs that are refused", async () => {
    await using service = gatewayTo(unreachableUrl);
    // A document that is only refused later is kept, as any other.
    const unparsed = bombs.filter(
      ([, reason]) => reason !== "cost" && reason !== "GRAPHQL_VALIDATION_FAILED",
    );
    let round = 0;
    const all = async (rounds: number) => {
      for (let turn = 0; turn < rounds; turn += 1) {
        round += 1;
        for (const [, , bomb] of unparsed) await send(service.gateway, bomb(round));
      }
      // The test's own.
      service.requests.length = 0;
      return heap();
    };

    const before = await all(4);
    const after = await all(20);

    // 4 kB for each.
    expect(after - before).toBeLessThan(1.3 * MB);
  });

  it("has a bound, however many documents are asked for", async () => {
    await using service = gatewayTo(unreachableUrl);
    // One counts as 465 kB of the 50 MB that are kept: 108 of them fill it.
    const large = times(82, (i) => `a${i}: _entities(representations: []) { __typename }`);
    let round = 0;
    const ask = async (documents: number) => {
      for (let turn = 0; turn < documents; turn += 1) {
        round += 1;
        const { errors } = await send(service.gateway, request(`query Q${round} { ${large} }`));
        expect(errors).toBeUndefined();
      }
      service.requests.length = 0;
      return heap();
    };

    const empty = await ask(1);
    const full = await ask(120);
    const after = await ask(40);

    expect(full - empty).toBeLessThan(80 * MB);
    expect(after - full).toBeLessThan(3 * MB);
  });
});
