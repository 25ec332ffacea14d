import { buildSchema, GraphQLSchema, parse, type ExecutionArgs, type GraphQLResolveInfo } from "graphql";
import { describe, expect, it } from "vitest";
import { answerOf, argsOf, executors } from "../support/execution/executors.ts";

const schema = buildSchema(`
  type Query { a: String b(x: Int): String deep: Deep list: [Deep] }
  type Mutation { first: Int second: Int third: Int must: Int! }
  type Deep { a: String deep: Deep list: [Deep] }`);

describe.each(executors)("%s", (_name, execute) => {
  it.each<[string, Partial<Record<keyof ExecutionArgs, unknown>>]>([
    ["Must provide document.", { schema, document: undefined }],
    ["Expected undefined to be a GraphQL schema.", { schema: undefined, document: parse("{ a }") }],
    ["Query root type must be provided.", { schema: new GraphQLSchema({}), document: parse("{ a }") }],
    [
      "Variables must be provided as an Object where each property is a variable value. Perhaps look to see if an unparsed JSON string was provided.",
      { schema, document: parse("{ a }"), variableValues: '{"a": 1}' },
    ],
  ])("throws: %s", (message, args) => {
    expect(() => execute(args as unknown as ExecutionArgs)).toThrow(message);
  });

  const one = "query One { a } query Two { b }";
  it.each([
    ["the only one", "query One { a }", undefined, '{"a":"A"}'],
    ["one without a name", "{ a }", undefined, '{"a":"A"}'],
    ["null as no name", "{ a }", null, '{"a":"A"}'],
    ["one by name", one, "Two", '{"b":"B"}'],
    ["none of a name", one, "Three", 'Unknown operation named "Three". ()'],
    ["none of an empty name", one, "", 'Unknown operation named "". ()'],
    [
      "none of several",
      one,
      undefined,
      "Must provide operation name if query contains multiple operations. ()",
    ],
    ["none of fragments", "fragment F on Query { a }", undefined, "Must provide an operation. ()"],
    ["one beside definitions of types", "{ a } type Query { b: Int }", undefined, '{"a":"A"}'],
    ["the last of a name", "query One { a } query One { b }", "One", '{"b":"B"}'],
    [
      "none that the schema has no type for",
      "subscription { a }",
      undefined,
      "null\nSchema is not configured to execute subscription operation. () 1:1",
    ],
  ])("executes %s", async (_case, text, operationName, answer) => {
    const rootValue = { a: "A", b: "B" };

    expect(await answerOf(execute, { schema, text, operationName, rootValue })).toBe(answer);
  });

  it("answers an event of a subscription as a query", async () => {
    const streamed = buildSchema("type Query { a: Int } type Subscription { a: Int b: Int }");

    const given = { schema: streamed, text: "subscription { b a }", rootValue: { a: 1, b: 2 } };
    expect(await answerOf(execute, given)).toBe('{"b":2,"a":1}');
  });

  it("answers at once unless a resolver answers a promise", () => {
    const run = (text: string, rootValue: object) => execute(argsOf({ schema, text, rootValue }));

    expect(run("{ a }", { a: "A" })).not.toBeInstanceOf(Promise);
    expect(run("mutation { first second }", { first: 1, second: () => 2 })).not.toBeInstanceOf(Promise);
    expect(run("query ($x: Int!) { b(x: $x) }", {})).not.toBeInstanceOf(Promise);
    expect(run("{ a }", { a: Promise.resolve("A") })).toBeInstanceOf(Promise);
    expect(run("mutation { first second }", { first: 1, second: async () => 2 })).toBeInstanceOf(Promise);
  });

  it("keeps the order of what is asked for, whenever it's there", async () => {
    const turn = () => new Promise<string>((resolve) => setImmediate(resolve, "later"));
    const rootValue = { a: turn, b: "now", deep: { a: "A", deep: turn } };

    const text = "{ a deep { deep { a } a } b again: a }";
    expect(await answerOf(execute, { schema, text, rootValue })).toBe(
      '{"a":"later","deep":{"deep":{"a":null},"a":"A"},"b":"now","again":"later"}',
    );
  });

  it("runs mutations one after the other, failed ones too", async () => {
    const log: string[] = [];
    const step = (name: string, value: unknown) => async () => {
      log.push(`${name} begins`);
      await new Promise(setImmediate);
      log.push(`${name} ends`);
      if (value instanceof Error) throw value;
      return value;
    };
    const rootValue = {
      first: step("first", 1),
      second: step("second", new Error("no")),
      third: () => log.push("third"),
    };

    const text = "mutation { first second again: first third }";
    expect(await answerOf(execute, { schema, text, rootValue })).toBe(
      '{"first":1,"second":null,"again":1,"third":7}\nno (second) 1:18',
    );
    expect(log).toEqual([
      ...[
        "first begins",
        "first ends",
        "second begins",
        "second ends",
        "first begins",
        "first ends",
        "third",
      ],
    ]);
  });

  it("runs no mutation after one that leaves data null", async () => {
    const log: string[] = [];
    const rootValue = {
      first: async () => log.push("first"),
      must: async () => null,
      third: () => log.push("third"),
    };

    expect(await answerOf(execute, { schema, text: "mutation { first must third }", rootValue })).toBe(
      "null\nCannot return null for non-nullable field Mutation.must. (must) 1:18",
    );
    expect(log).toEqual(["first"]);
  });

  it("gives resolvers the context and whatever info has", () => {
    const seen: { context: unknown; info: GraphQLResolveInfo }[] = [];
    const a = (...rest: [object, unknown, GraphQLResolveInfo]) => {
      seen.push({ context: rest[1], info: rest[2] });
      return "A";
    };
    const text = "query Q($x: Int) { list { ...F } b(x: $x) } fragment F on Deep { it: a it: a }";
    const rootValue = { list: [{}, { a }] };
    const args = argsOf({ schema, text, rootValue, contextValue: "context", variableValues: { x: 1 } });
    void execute(args);

    const [{ context, info } = { context: undefined, info: undefined }] = seen;
    const [operation, fragment] = args.document.definitions;
    expect(seen).toHaveLength(1);
    expect(context).toBe("context");
    expect(Object.keys(info ?? {})).toEqual([
      ...["fieldName", "fieldNodes", "returnType", "parentType", "path", "schema", "fragments", "rootValue"],
      ...["operation", "variableValues"],
    ]);
    expect(info).toMatchObject({
      fieldName: "a",
      path: {
        prev: { prev: { prev: undefined, key: "list", typename: "Query" }, key: 1, typename: undefined },
        key: "it",
        typename: "Deep",
      },
      variableValues: { x: 1 },
      rootValue,
    });
    expect(info?.fieldNodes).toHaveLength(2);
    expect(info?.schema).toBe(schema);
    expect(info?.operation).toBe(operation);
    expect(info?.fragments["F"]).toBe(fragment);
    expect(String(info?.returnType)).toBe("String");
    expect(String(info?.parentType)).toBe("Deep");
  });

  it("uses another field resolver and type resolver, if given", async () => {
    const typed = buildSchema(
      "type Query { a: Int b: Any } union Any = One | Two type One { one: Int } type Two { two: Int }",
    );
    const given = {
      schema: typed,
      text: "{ a b { __typename ... on Two { two } } }",
      fieldResolver: (
        _source: unknown,
        _args: unknown,
        _context: unknown,
        { fieldName }: GraphQLResolveInfo,
      ) => fieldName.length,
      typeResolver: () => "Two",
    };

    expect(await answerOf(execute, given)).toBe('{"a":1,"b":{"__typename":"Two","two":3}}');
  });

  it("tells as many problems of variables as is asked for", async () => {
    const text = "query ($x: Int!, $y: Int!, $z: Int!) { b(x: $x) }";
    const tooMany = "Too many errors processing variables, error limit reached. Execution aborted. ()";
    const missing = (name: string, column: number) =>
      `Variable "$${name}" of required type "Int!" was not provided. () 1:${column}`;

    expect(await answerOf(execute, { schema, text })).toBe(
      [missing("x", 8), missing("y", 18), missing("z", 28)].join("\n"),
    );
    expect(await answerOf(execute, { schema, text, options: { maxCoercionErrors: 1 } })).toBe(
      [missing("x", 8), tooMany].join("\n"),
    );
  });
});
