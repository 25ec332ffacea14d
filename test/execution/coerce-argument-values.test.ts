import {
  buildSchema,
  GraphQLObjectType,
  GraphQLScalarType,
  GraphQLSchema,
  GraphQLString,
  Kind,
} from "graphql";
import { describe, expect, it } from "vitest";
import { answerOf, argsOf, executors, type Executor } from "../support/execution/executors.ts";

const fields = `
  plain(x: Int): String
  must(x: Int!): String
  default(x: Int = 5): String
  mustDefault(x: Int! = 5): String
  list(x: [Int]): String
  mustList(x: [Int!]!): String
  box(x: Box): String
  defaultBox(x: Box = { size: 1 }): String
  color(x: Color, y: Int): String
  one(x: One): String`;
const schema = buildSchema(`
  type Query { ${fields} }
  input Box { size: Int! colors: [Color!] = [RED] inner: Box }
  enum Color { RED GREEN }
  input One @oneOf { a: Int b: String }`);
(schema.getType("Color") as unknown as { getValue(name: string): { value: unknown } }).getValue(
  "GREEN",
).value = null;

/** Each field answers its arguments. */
const rootValue = Object.fromEntries(
  Object.keys(schema.getQueryType()!.getFields()).map((name) => [
    name,
    (args: object) => JSON.stringify(args),
  ]),
);

const args: readonly (readonly [selection: string, variables: object, args: string])[] = [
  // Left out.
  ["plain", {}, "{}"],
  ["default", {}, '{"x":5}'],
  ["mustDefault", {}, '{"x":5}'],
  ["must", {}, 'Argument "x" of required type "Int!" was not provided.'],
  ["defaultBox", {}, '{"x":{"size":1,"colors":["RED"]}}'],
  // Literals.
  ["plain(x: 1)", {}, '{"x":1}'],
  ["plain(x: null)", {}, '{"x":null}'],
  ["default(x: null)", {}, '{"x":null}'],
  ["must(x: null)", {}, 'Argument "x" of non-null type "Int!" must not be null.'],
  ["must(x: 1)", {}, '{"x":1}'],
  ['plain(x: "1")', {}, 'Argument "x" has invalid value "1".'],
  ["plain(x: 1, x: 2)", {}, '{"x":2}'],
  ["plain(y: 1)", {}, "{}"],
  ["color(y: 1, x: RED)", {}, '{"x":"RED","y":1}'],
  ["color(x: GREEN)", {}, '{"x":null}'],
  ["color(x: PINK)", {}, 'Argument "x" has invalid value PINK.'],
  ["list(x: 1)", {}, '{"x":[1]}'],
  ["list(x: [1, null])", {}, '{"x":[1,null]}'],
  ["list(x: [])", {}, '{"x":[]}'],
  ["mustList(x: [1, null])", {}, 'Argument "x" has invalid value [1, null].'],
  ["box(x: { size: 2 })", {}, '{"x":{"size":2,"colors":["RED"]}}'],
  ["box(x: { colors: RED })", {}, 'Argument "x" has invalid value {colors: RED}.'],
  ["box(x: [])", {}, 'Argument "x" has invalid value [].'],
  ["one(x: { a: 1 })", {}, '{"x":{"a":1}}'],
  ['one(x: { a: 1, b: "2" })', {}, 'Argument "x" has invalid value {a: 1, b: "2"}.'],
  ["one(x: { a: null })", {}, 'Argument "x" has invalid value {a: null}.'],
  // Variables.
  ["plain(x: $int)", {}, "{}"],
  ["plain(x: $int)", { int: 1 }, '{"x":1}'],
  ["plain(x: $int)", { int: null }, '{"x":null}'],
  ["default(x: $int)", {}, '{"x":5}'],
  ["default(x: $int)", { int: null }, '{"x":null}'],
  ["mustDefault(x: $int)", {}, '{"x":5}'],
  ["mustDefault(x: $int)", { int: null }, 'Argument "x" of non-null type "Int!" must not be null.'],
  [
    "must(x: $int)",
    {},
    'Argument "x" of required type "Int!" was provided the variable "$int" which was not provided a runtime value.',
  ],
  ["must(x: $seven)", {}, '{"x":7}'],
  ["must(x: $seven)", { seven: 0 }, '{"x":0}'],
  ["plain(x: $unlisted)", { unlisted: 1 }, "{}"],
  ["plain(x: $constructor)", {}, "{}"],
  ["list(x: $int)", { int: 1 }, '{"x":1}'],
  ["list(x: [$int, 2])", { int: 1 }, '{"x":[1,2]}'],
  ["list(x: [$int, 2])", {}, '{"x":[null,2]}'],
  ["mustList(x: [$int])", {}, 'Argument "x" has invalid value [$int].'],
  ["mustList(x: $list)", { list: [1] }, '{"x":[1]}'],
  ["mustList(x: $list)", { list: 1 }, '{"x":[1]}'],
  [
    "box(x: { size: $seven, inner: $box })",
    { box: { size: 1, colors: null } },
    '{"x":{"size":7,"colors":["RED"],"inner":{"size":1,"colors":null}}}',
  ],
  ["box(x: { size: $int })", {}, 'Argument "x" has invalid value {size: $int}.'],
  ["defaultBox(x: $box)", {}, '{"x":{"size":1,"colors":["RED"]}}'],
  ["color(x: $color, y: $int)", { int: 2, color: "RED" }, '{"x":"RED","y":2}'],
  ["color(x: $color, y: $int)", { int: 2, color: "GREEN" }, '{"x":null,"y":2}'],
  ["color(y: $int)", { int: 2 }, '{"y":2}'],
];

describe.each(executors)("%s", (_name, execute) => {
  const definitions =
    "($int: Int, $seven: Int = 7, $list: [Int!], $box: Box, $color: Color, $constructor: Int)";

  it.each(args)("coerces %s with %o: %s", async (selection, variableValues, expected) => {
    const result = await execute(
      argsOf({
        schema,
        text: `query ${definitions} { it: ${selection} }`,
        rootValue,
        variableValues: { ...variableValues },
      }),
    );

    const answer =
      result.data?.["it"] ?? result.errors?.map(({ message }) => message.replaceAll(/\s+/g, " ")).join();
    expect(answer).toBe(expected);
  });

  it.each([
    ["$x: Int!", {}, 'Variable "$x" of required type "Int!" was not provided. () 1:8'],
    ["$x: Int!", { x: null }, 'Variable "$x" of non-null type "Int!" must not be null. () 1:8'],
    [
      "$x: Int",
      { x: "1" },
      'Variable "$x" got invalid value "1"; Int cannot represent non-integer value: "1" () 1:8',
    ],
    [
      "$x: [Int!]",
      { x: [1, null] },
      'Variable "$x" got invalid value null at "x[1]"; Expected non-nullable type "Int!" not to be null. () 1:8',
    ],
    [
      "$x: Box",
      { x: { size: 1, weight: 2 } },
      'Variable "$x" got invalid value { size: 1, weight: 2 }; Field "weight" is not defined by type "Box". () 1:8',
    ],
    [
      "$x: Color",
      { x: "RAD" },
      'Variable "$x" got invalid value "RAD"; Value "RAD" does not exist in "Color" enum. Did you mean the enum value "RED"? () 1:8',
    ],
    [
      "$x: Query",
      {},
      'Variable "$x" expected value of type "Query" which cannot be used as an input type. () 1:12',
    ],
    [
      "$x: Nothing",
      {},
      'Variable "$x" expected value of type "Nothing" which cannot be used as an input type. () 1:12',
    ],
  ])("refuses variables: (%s) with %o", async (definition, variableValues, answer) => {
    const text = `query (${definition}) { __typename }`;

    expect(await answerOf(execute, { schema, text, variableValues })).toBe(answer);
  });

  it("makes no suggestions if it's told not to", async () => {
    const given = {
      schema,
      text: "query ($x: Color) { __typename }",
      variableValues: { x: "RAD" },
      hideSuggestions: true,
    };

    expect(await answerOf(execute, given)).toBe(
      'Variable "$x" got invalid value "RAD"; Value "RAD" does not exist in "Color" enum. () 1:8',
    );
  });

  it("hands out arguments that a resolver may change", async () => {
    const seen: string[] = [];
    const change = (given: { x?: unknown[] | { colors: string[] } }) => {
      seen.push(JSON.stringify(given));
      if (Array.isArray(given.x)) given.x.push(2);
      else given.x?.colors.push("BLUE");
      Object.assign(given, { added: true });
    };
    const changing = { plain: change, list: change, box: change };
    const text = "{ a: list(x: [1]) b: box(x: { size: 1, colors: [RED] }) c: plain(x: 1) }";
    const given = argsOf({
      schema,
      text,
      rootValue: { ...changing, plain: (sent: object) => change({ ...sent, x: [] }) },
    });

    for (let round = 0; round < 2; round += 1) await execute(given);
    expect(seen.slice(3)).toEqual(seen.slice(0, 3));
    expect(seen).toHaveLength(6);
  });

  it("reads a literal of a scalar with the variables in it", async () => {
    const said = (run: Executor, text: string, words: string) =>
      answerOf(run, { schema: withTemplate, text, variableValues: { words } });
    const text = "query ($words: String) { say(text: { of: $words }) }";

    expect(await said(execute, text, "one")).toBe('{"say":"one"}');
    expect(await said(execute, text, "two")).toBe('{"say":"two"}');
  });

  it("coerces arguments of any name", async () => {
    const given = {
      schema: ofAnyName,
      text: 'query ($x: String) { it(constructor: $x, toString: "b") }',
      variableValues: { x: "a" },
    };

    expect(await answerOf(execute, given)).toBe(
      '{"it":"[[\\"constructor\\",\\"a\\"],[\\"toString\\",\\"b\\"]]"}',
    );
  });
});

const Template = new GraphQLScalarType({
  name: "Template",
  parseValue: String,
  parseLiteral: (node, variables) => {
    const of = node.kind === Kind.OBJECT ? node.fields[0]?.value : undefined;
    return of?.kind === Kind.VARIABLE ? variables?.[of.name.value] : undefined;
  },
});
const withTemplate = new GraphQLSchema({
  query: new GraphQLObjectType({
    name: "Query",
    fields: {
      say: { type: GraphQLString, args: { text: { type: Template } }, resolve: (_root, { text }) => text },
    },
  }),
});
const ofAnyName = buildSchema(
  "type Query { it(constructor: String, toString: String, valueOf: String): String }",
);
ofAnyName.getQueryType()!.getFields()["it"]!.resolve = (_root, given) =>
  JSON.stringify(Object.entries(given));
