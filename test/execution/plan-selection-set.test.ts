import {
  assertValidSchema,
  buildSchema,
  execute as executeByGraphqlJs,
  getIntrospectionQuery,
  GraphQLObjectType,
  parse,
} from "graphql";
import { describe, expect, it } from "vitest";
import { execute } from "../../src/execution/execute.ts";
import { schema as graph } from "../../src/graphql/schema.ts";
import { answerOf, argsOf, executors, type Executor } from "../support/execution/executors.ts";
import { times } from "../support/gateway/post.ts";
import { cpuRatio } from "../support/process/cpu-ratio.ts";

/** A schema of one type, and how often a field of it was looked for: once for each field that is planned. */
function counted() {
  const schema = buildSchema("type Query { t: Query u: Query a: Int b: Int }");
  const query = schema.getQueryType()!;
  assertValidSchema(schema);
  let looked = 0;
  query.getFields = () => {
    looked += 1;
    return GraphQLObjectType.prototype.getFields.call(query);
  };
  return {
    schema,
    looked(run: () => unknown) {
      looked = 0;
      void run();
      return looked;
    },
  };
}

/** Objects in each other, `levels` deep: the same under each of these fields. */
function tree(levels: number, names: readonly string[]): object {
  if (levels === 0) return { a: 1 };
  const below = tree(levels - 1, names);
  return { a: 1, ...Object.fromEntries(names.map((name) => [name, below])) };
}

const fragments = (levels: number, body: (next: string) => string) =>
  times(levels, (level) => `fragment F${level} on Query { ${body(`...F${level + 1}`)} }`) +
  ` fragment F${levels} on Query { a }`;

const doubling = `{ ...F0 } ${fragments(16, (next) => `t { ${next} } u: t { ${next} }`)}`;

describe("plans", () => {
  it("are made once, however many ways of fragments lead there", () => {
    const { schema, looked } = counted();
    const given = argsOf({ schema, text: doubling, rootValue: tree(16, ["t", "u"]) });

    // 131,071 fields are executed.
    expect(looked(() => execute(given))).toBe(2 + 15 * 4 + 2);
    expect(looked(() => execute(given))).toBe(0);
    expect(looked(() => executeByGraphqlJs(given))).toBe(2 ** 17 + 2 ** 16 - 2);
  });

  it("are made only of what is reached", () => {
    const { schema, looked } = counted();
    const given = argsOf({ schema, text: doubling, rootValue: tree(1, ["t"]) });

    expect(looked(() => execute(given))).toBe(6);
  });

  it("of merged fields are known by the fields that are merged", async () => {
    const { schema } = counted();
    const text = "{ t { a } ...F u { ...F } } fragment F on Query { t { b } t { a t { a } } }";
    const rootValue = { t: { a: 1, b: 2, t: { a: 3 } }, u: { t: { a: 4, b: 5, t: null } } };

    for (const executor of [execute, executeByGraphqlJs]) {
      expect(await answerOf(executor, { schema, text, rootValue })).toBe(
        '{"t":{"a":1,"b":2,"t":{"a":3}},"u":{"t":{"b":5,"a":4,"t":null}}}',
      );
    }
  });

  it("are kept for 16 values of conditions, and right for all", async () => {
    const { schema, looked } = counted();
    const definitions = times(5, (index) => `$v${index}: Boolean!`);
    const text = `query (${definitions}) { ${times(5, (index) => `f${index}: a @skip(if: $v${index})`)} }`;
    const args = argsOf({ schema, text, rootValue: { a: 1 } });
    const all = Array.from({ length: 32 }, (_, bits) =>
      Object.fromEntries(
        Array.from({ length: 5 }, (_one, index) => [`v${index}`, (bits & (1 << index)) > 0]),
      ),
    );
    const planned = (variableValues: object) =>
      looked(() => execute({ ...args, variableValues: { ...variableValues } })) > 0;

    // The last skips all, so that there is nothing to look for.
    expect(all.slice(0, -1).every(planned)).toBe(true);
    expect(all.filter(planned)).toHaveLength(32 - 16 - 1);
    for (const variableValues of all) {
      expect(await execute({ ...args, variableValues })).toEqual(
        await executeByGraphqlJs({ ...args, variableValues }),
      );
    }
  });

  it("are forgotten when there are too many", () => {
    const { schema, looked } = counted();
    const wide = (round: number) =>
      argsOf({ schema, text: `query Q${round} { ${times(500, (n) => `f${n}: a`)} }` });
    const first = wide(0);
    const planned = () => looked(() => execute(first));

    expect(planned()).toBe(500);
    expect(planned()).toBe(0);
    for (let round = 1; round <= 100; round += 1) void execute(wide(round));
    expect(planned()).toBe(500);
    expect(planned()).toBe(0);
  });

  it("are each of their own schema", async () => {
    const document = parse("{ a }");
    const run = (type: string, a: unknown) =>
      execute({ schema: buildSchema(`type Query { a: ${type} }`), document, rootValue: { a } });

    expect(await run("Int", "3")).toEqual({ data: { a: 3 } });
    expect(await run("String", "3")).toEqual({ data: { a: "3" } });
    expect((await run("Boolean", "3")).errors).toHaveLength(1);
  });

  it("are each of their own document, also of operations that share nodes", async () => {
    const { schema } = counted();
    const one = parse("{ ...F } fragment F on Query { a }");
    const other = {
      ...one,
      definitions: [one.definitions[0]!, parse("fragment F on Query { b }").definitions[0]!],
    };
    const rootValue = { a: 1, b: 2 };

    expect(await execute({ schema, document: one, rootValue })).toEqual({ data: { a: 1 } });
    expect(await execute({ schema, document: other, rootValue })).toEqual({ data: { b: 2 } });
  });

  // Each text is parsed and executed once, so that nothing is kept of it.
  it.each([
    ["fragments that double", doubling, tree(10, ["t", "u"])],
    ["fragments that double, of which nothing is reached", doubling, {}],
    [
      "fragments in each other",
      `{ ${times(100, () => "...F0")} } ${fragments(100, (next) => `a b ${next} ${next}`)}`,
      {},
    ],
    ["500 fields of one name", `{ ${times(500, () => "t { a }")} }`, tree(2, ["t"])],
    ["500 aliases", `{ ${times(500, (n) => `a${n}: t { a b }`)} }`, tree(2, ["t"])],
    ["100 levels", `{ ${"t { ".repeat(100)} a ${"}".repeat(100)} }`, {}],
    [
      "merged fields of every choice of 9 fragments",
      `{ t { ...F0 } u { ...F0 } } ${fragments(9, (next) => `t { a ${next} } t { b u { b } } u { ${next} } u { t { a } ${next} }`)}`,
      tree(9, ["t", "u"]),
    ],
  ])("cost little beside parsing and executing once: %s", async (_bomb, text, rootValue) => {
    const schema = buildSchema("type Query { t: Query u: Query a: Int b: Int }");
    // So many that what the collector does falls to both alike.
    const executeMany = (executor: Executor) => () => {
      for (let left = 40; left > 0; left -= 1) void executor({ schema, document: parse(text), rootValue });
    };

    const ratio = await cpuRatio(executeMany(executeByGraphqlJs), executeMany(execute), { enough: 2 });
    // A plan for each field costs about what executing it once does, and more while other work runs; no bomb may double that.
    expect(ratio).toBeLessThan(4);
  });
});

describe.each(executors)("%s", (_name, run) => {
  const names = [
    "then",
    "__proto__",
    "constructor",
    "toJSON",
    "hasOwnProperty",
    "toString",
    "valueOf",
    "catch",
    "finally",
  ];

  it.each([
    ["at once", (value: number) => value],
    ["later", async (value: number) => value],
  ])("answers under any alias, %s", async (_when, a) => {
    const { schema } = counted();
    const selected = names.map((name) => `${name}: a`).join(" ");
    const of = `{${names.map((name) => `"${name}":1`).join()}}`;
    const rootValue = { t: () => ({ a: () => a(1) }), a: () => a(1) };

    expect(
      await answerOf(run, {
        schema,
        text: `{ then: t { ${selected} } __proto__: t { ${selected} } }`,
        rootValue,
      }),
    ).toBe(`{"then":${of},"__proto__":${of}}`);
    expect(await answerOf(run, { schema, text: `{ ${selected} }`, rootValue })).toBe(of);
  });

  it("has members of its own alone", async () => {
    const { data } = await run(
      argsOf({ schema: counted().schema, text: "{ __proto__: a b }", rootValue: { a: 1, b: 2 } }),
    );

    expect(Object.keys(data ?? {})).toEqual(["__proto__", "b"]);
    expect(({} as { b?: unknown }).b).toBeUndefined();
  });

  it("keeps the order of 300 fields", async () => {
    const text = `{ ${times(300, (n) => `f${299 - n}: a`)} __proto__: b }`;
    const { data } = await run(argsOf({ schema: counted().schema, text, rootValue: { a: 1, b: 2 } }));

    expect(Object.keys(data ?? {})).toEqual([
      ...Array.from({ length: 300 }, (_, n) => `f${299 - n}`),
      "__proto__",
    ]);
  });
});

it("introspection is answered as by graphql-js, to the byte", async () => {
  const document = parse(
    getIntrospectionQuery({ oneOf: true, inputValueDeprecation: true, specifiedByUrl: true }),
  );
  const [ours, theirs] = await Promise.all(
    [execute, executeByGraphqlJs].map(async (run) => JSON.stringify(await run({ schema: graph, document }))),
  );

  expect(ours).toBe(theirs);
  expect(ours!.length).toBeGreaterThan(100_000);
});
