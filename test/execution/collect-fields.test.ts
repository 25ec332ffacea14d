import { buildSchema } from "graphql";
import { describe, expect, it } from "vitest";
import { answerOf, executors } from "../support/execution/executors.ts";

const schema = buildSchema(`
  type Query implements Named { a: String b: String name: String self: Query nothing: Query }
  type Other implements Named { name: String }
  interface Named { name: String }
  union Any = Query | Other
  input In { x: Int }`);
const self = { a: "A", b: "B", name: "N" };
const rootValue = { ...self, self: { ...self, self } };

/** What is left of `a` and `b`. */
const conditions: readonly (readonly [selections: string, names: string])[] = [
  ...[
    ["a b @include(if: true)", "a b"],
    ["a b @include(if: false)", "a"],
    ["a b @skip(if: false)", "a b"],
    ["a b @skip(if: true)", "a"],
    ["a @include(if: true) @skip(if: false) b", "a b"],
    ["a @include(if: true) @skip(if: true) b", "b"],
    ["a @include(if: false) @skip(if: false) b", "b"],
    ["a @include(if: $yes) b @include(if: $no)", "a"],
    ["a @skip(if: $yes) b @skip(if: $no)", "b"],
    ["a @unknown(if: false) b", "a b"],
  ].map(([selections, names]) => [selections!, names!] as const),
  ...["...F", "... on Query", "..."].flatMap((kind) => {
    const body = kind === "...F" ? "" : "{ b }";
    return [
      [`a ${kind} @include(if: true) ${body}`, "a b"],
      [`a ${kind} @include(if: $no) ${body}`, "a"],
      [`a ${kind} @skip(if: $no) ${body}`, "a b"],
      [`a ${kind} @skip(if: true) ${body}`, "a"],
    ] as const;
  }),
  // A fragment that is left out the first time is there the second.
  ["...F @skip(if: true) a ...F", "a b"],
  ["a ... on Named { b }", "a b"],
  ["a ... on Any { b }", "a b"],
  ["a ... on Other { b }", "a"],
  ["a ... on In { b }", "a"],
  ["a ... on Nowhere { b }", "a"],
  ["a ...Nowhere", "a"],
  ["a nowhere b", "a b"],
  ["a: b b: a", "a b"],
];

describe.each(executors)("%s", (_name, execute) => {
  it.each(conditions)("collects of { %s }: %s", async (selections, names) => {
    const text = `query ($yes: Boolean! = true, $no: Boolean! = false) { ${selections} } fragment F on Query { b }`;
    const answer = await answerOf(execute, { schema, text, rootValue });

    expect(Object.keys(JSON.parse(answer)).join(" ")).toBe(names);
  });

  it.each([
    ["{ self { a } self { b } }", '{"self":{"a":"A","b":"B"}}'],
    [
      "{ self { a } ...F } fragment F on Query { self { b self { a } } }",
      '{"self":{"a":"A","b":"B","self":{"a":"A"}}}',
    ],
    ["{ b ...F a } fragment F on Query { a: name b }", '{"b":"B","a":"N"}'],
    ["{ a ...F } fragment F on Query { b ...F }", '{"a":"A","b":"B"}'],
    [
      "{ self { ...F } } fragment F on Query { a self { ...F } }",
      '{"self":{"a":"A","self":{"a":"A","self":null}}}',
    ],
    ["{ self }", '{"self":{}}'],
    [
      "{ nothing { a } __typename self { is: __typename } }",
      '{"nothing":null,"__typename":"Query","self":{"is":"Query"}}',
    ],
  ])("merges %s", async (text, answer) => {
    expect(await answerOf(execute, { schema, text, rootValue })).toBe(answer);
  });

  it("reports a condition that can't be read where it's reached", async () => {
    const missing =
      'Argument "if" of required type "Boolean!" was provided the variable "$x" which was not provided a runtime value.';

    expect(
      await answerOf(execute, { schema, text: "query ($x: Boolean) { a @skip(if: $x) }", rootValue }),
    ).toBe(`null\n${missing} () 1:35`);
    const text = "query ($x: Boolean) { a self { b @skip(if: $x) } nothing { b @skip(if: $x) } }";
    expect(await answerOf(execute, { schema, text, rootValue })).toBe(
      `{"a":"A","self":null,"nothing":null}\n${missing} (self) 1:44`,
    );
  });

  it("tells variables of a condition apart, whatever else they hold", async () => {
    const text = "query ($x: String) { a b @skip(if: $x) }";

    // Not a valid document: a text isn't true.
    for (const x of ["true", "false", "true"]) {
      expect(await answerOf(execute, { schema, text, rootValue, variableValues: { x } })).toBe(
        '{"a":"A","b":"B"}',
      );
    }
    // Nor is an object, which has no text.
    const bare = { text: text.replace("String", "In"), variableValues: { x: Object.create(null) } };
    expect(await answerOf(execute, { schema, rootValue, ...bare })).toBe('{"a":"A","b":"B"}');
  });
});
