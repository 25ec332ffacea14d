import { describe, expect, it } from "vitest";
import { answerOf, executors } from "../support/execution/executors.ts";

const cannotBeNull = (field: string) => `Cannot return null for non-nullable field ${field}.`;
const no = () => {
  throw new Error("no");
};
const later = <Value>(value: Value) => Promise.resolve(value);
const rejected = () => Promise.reject(new Error("no"));

/** What a field of a type answers of values; `list` is `Query.list`. */
const values: readonly (readonly [type: string, value: unknown, answer: string])[] = [
  // Null, and what fails.
  ["Int", null, '{"list":null}'],
  ["Int", undefined, '{"list":null}'],
  ["Int", later(undefined), '{"list":null}'],
  ["Int", new Error("no"), '{"list":null}\nno (list) 1:3'],
  ["Int", later(new Error("no")), '{"list":null}\nno (list) 1:3'],
  ["Int", no, '{"list":null}\nno (list) 1:3'],
  ["Int", rejected, '{"list":null}\nno (list) 1:3'],
  ["Int", () => Promise.reject(7), '{"list":null}\nUnexpected error value: 7 (list) 1:3'],
  ["Int!", null, `null\n${cannotBeNull("Query.list")} (list) 1:3`],
  ["Int!", later(null), `null\n${cannotBeNull("Query.list")} (list) 1:3`],
  ["Int!", no, "null\nno (list) 1:3"],
  ["Int!", rejected, "null\nno (list) 1:3"],
  ["Int!", later(3), '{"list":3}'],
  // Leaves.
  ["Int", "3", '{"list":3}'],
  ["Int", "x", '{"list":null}\nInt cannot represent non-integer value: "x" (list) 1:3'],
  ["Int", Number.NaN, '{"list":null}\nInt cannot represent non-integer value: NaN (list) 1:3'],
  ["Boolean", false, '{"list":false}'],
  ["String", "", '{"list":""}'],
  ["ID", 0, '{"list":"0"}'],
  [
    "String",
    { toString: () => "own" },
    '{"list":null}\nString cannot represent value: { toString: [function toString] } (list) 1:3',
  ],
  ["String", { valueOf: () => "own" }, '{"list":"own"}'],
  ["Color", "RED", '{"list":"RED"}'],
  ["Color", "PINK", '{"list":null}\nEnum "Color" cannot represent value: "PINK" (list) 1:3'],
  // Lists: anything but a text that can be iterated.
  ["[Int]", [1, 2], '{"list":[1,2]}'],
  ["[Int]", [], '{"list":[]}'],
  ["[Int]", new Set([1, 2]), '{"list":[1,2]}'],
  ["[Int]", new Float32Array([1, 2]), '{"list":[1,2]}'],
  ["[[String]]", new Map([["a", "b"]]), '{"list":[["a","b"]]}'],
  [
    "[Int]",
    function* () {
      yield 1;
      yield later(2);
    },
    '{"list":[1,2]}',
  ],
  [
    "[Int]",
    function* () {
      yield 1;
      throw new Error("no");
    },
    '{"list":null}\nno (list) 1:3',
  ],
  ["[Int]", later([later(1), 2]), '{"list":[1,2]}'],
  ["[Int]", Object.assign([1], { 2: 3 }), '{"list":[1,null,3]}'],
  [
    "[String]",
    "text",
    '{"list":null}\nExpected Iterable, but did not find one for field "Query.list". (list) 1:3',
  ],
  [
    "[Int]",
    { length: 1, 0: 1 },
    '{"list":null}\nExpected Iterable, but did not find one for field "Query.list". (list) 1:3',
  ],
  [
    "[Int]",
    async function* () {
      yield 1;
    },
    '{"list":null}\nExpected Iterable, but did not find one for field "Query.list". (list) 1:3',
  ],
  ["[Int]!", 1, 'null\nExpected Iterable, but did not find one for field "Query.list". (list) 1:3'],
  // Elements.
  ["[Int]", [1, null, 2], '{"list":[1,null,2]}'],
  ["[Int]", [1, new Error("no"), 2], '{"list":[1,null,2]}\nno (list.1) 1:3'],
  ["[Int]", () => [later(1), rejected(), later(2)], '{"list":[1,null,2]}\nno (list.1) 1:3'],
  ["[Int]", [1, "x", 2], '{"list":[1,null,2]}\nInt cannot represent non-integer value: "x" (list.1) 1:3'],
  ["[Int!]", [1, null, 2], `{"list":null}\n${cannotBeNull("Query.list")} (list.1) 1:3`],
  ["[Int!]", [later(1), later(null), later(2)], `{"list":null}\n${cannotBeNull("Query.list")} (list.1) 1:3`],
  ["[Int!]", [later(1), new Error("no")], '{"list":null}\nno (list.1) 1:3'],
  ["[Int!]!", [1, new Error("no")], "null\nno (list.1) 1:3"],
  ["[Int!]!", () => later([rejected(), rejected()]), "null\nno (list.0) 1:3"],
  ["[[Int!]]", [[1], [null], [3]], `{"list":[[1],null,[3]]}\n${cannotBeNull("Query.list")} (list.1.0) 1:3`],
];

describe.each(executors)("%s completes", (_name, execute) => {
  it.each(values)("a %s of %o", async (type, list, answer) => {
    const schema = `enum Color { RED } type Query { list: ${type} }`;

    expect(await answerOf(execute, { schema, text: "{ list }", rootValue: { list } })).toBe(answer);
  });

  it("what is around a failure: null goes up to the nearest place that may be null", async () => {
    const schema = `
      type Query { some: Query must: Query! fails: String mustNotFail: String! slow: String }`;
    const failing = { fails: no, mustNotFail: no, slow: later("slow") };
    const rootValue = {
      ...failing,
      some: { ...failing, must: { ...failing, must: { mustNotFail: rejected } } },
    };
    const text = "{ some { fails must { slow must { mustNotFail } } } slow }";

    expect(await answerOf(execute, { schema, text, rootValue })).toBe(
      ['{"some":null,"slow":"slow"}', "no (some.fails) 1:10", "no (some.must.must.mustNotFail) 1:35"].join(
        "\n",
      ),
    );
  });

  it("one error for each null: what fails later in the same place, or under it, isn't told", async () => {
    const schema = "type Query { a: A } type A { one: Int! two: Int! under: A three: Int }";
    const turns = (count: number): Promise<void> =>
      count === 0 ? Promise.resolve() : Promise.resolve().then(() => turns(count - 1));
    const fails = (name: string, count: number) => () =>
      turns(count).then(() => Promise.reject(new Error(name)));
    const a = {
      one: fails("one", 3),
      two: fails("two", 9),
      three: fails("three", 12),
      under: { three: fails("under", 12) },
    };

    const text = "{ a { one two three under { three } } }";
    expect(await answerOf(execute, { schema, text, rootValue: { a } })).toBe('{"a":null}\none (a.one) 1:7');
  });

  it("what is in a fragment that is used twice, each in its own place", async () => {
    const schema = "type Query { a: A b: A } type A { must: Int! }";
    const text = "{ a { ...F } b { ...F } } fragment F on A { must }";

    expect(await answerOf(execute, { schema, text, rootValue: { a: {}, b: { must: 1 } } })).toBe(
      `{"a":null,"b":{"must":1}}\n${cannotBeNull("A.must")} (a.must) 1:45`,
    );
  });
});
