import { assert, constantFrom, json, jsonValue, object, oneof, property, string } from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { Fault } from "../../../src/local-imm/http/fault.ts";
import { Params } from "../../../src/local-imm/params/params.ts";
import { choice, order } from "../../../src/local-imm/params/schemas/choice.ts";
import { integer, jsonInteger } from "../../../src/local-imm/params/schemas/integer.ts";
import { label, labels } from "../../../src/local-imm/params/schemas/labels.ts";
import { list } from "../../../src/local-imm/params/schemas/list.ts";
import { queryTree } from "../../../src/local-imm/params/schemas/query-tree.ts";
import { text, textOfBytes } from "../../../src/local-imm/params/schemas/text.ts";
import { timeRange } from "../../../src/local-imm/params/schemas/time-range.ts";
import { anyCharacter } from "../../support/any-character.ts";

const files = list(z.object({ URI: text(), Size: jsonInteger(0n, 2n ** 63n - 1n).optional() }), 100);

const paramsOf = (value: string) => new Params(new Map([["P", value]]), {});
const toText = (value: unknown) => (typeof value === "string" ? value : JSON.stringify(value));

/** What is made of JSON, or the message of its refusal without IMM's sentence. */
function readJson(schema: z.ZodType, value: unknown): unknown {
  return outcome(() => paramsOf(toText(value)).json("P", schema));
}

/** The same of text. */
function readText(schema: z.ZodType, value: string): unknown {
  return outcome(() => paramsOf(value).read("P", schema));
}

function outcome(read: () => unknown): unknown {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const sentences = ["Specified parameter P is not valid.", "InvalidJSON Array parsing error,P."];
    const sentence = sentences.find((beginning) => error.message.startsWith(`${beginning} P`));
    if (error.status !== 400 || sentence === undefined) throw error;
    return error.message.slice(sentence.length + 1);
  }
}

describe("a list of structures", () => {
  it("is read without what isn't known", () => {
    expect(readJson(files, '[{"URI":"oss://b/k","Size":9223372036854775807,"Color":1}]')).toEqual([
      { URI: "oss://b/k", Size: 9_223_372_036_854_775_807n },
    ]);
    expect(readJson(files, [])).toEqual([]);
  });

  it.each<[value: unknown, problem: string]>([
    [[{ URI: "a" }, { URI: "b" }, { URI: 5 }], "P[2].URI must be a string; got 5."],
    [[{ URI: "a" }, {}], "P[1].URI is required."],
    [[["a"]], "P[0] must be an object; got an array of length 1."],
    [[{ URI: "a", Size: -1 }], "P[0].Size must be an integer from 0 to 9223372036854775807; got -1."],
    [[{ URI: "a", Size: "1" }], 'P[0].Size must be an integer from 0 to 9223372036854775807; got "1".'],
    ['[{"URI":"a","Size":1.5}]', "P[0].Size must be an integer from 0 to 9223372036854775807; got 1.5."],
    [
      '[{"URI":"a","Size":9223372036854775808}]',
      "P[0].Size must be an integer from 0 to 9223372036854775807; got 9223372036854775808.",
    ],
    [Array(101).fill({ URI: 5 }), "P must have at most 100 elements; got an array of length 101."],
    [{ URI: "a" }, "P must be an array; got an object."],
    ["[{", 'P must be JSON; got "[{".'],
    ["", 'P must be JSON; got "".'],
  ])("names what is wrong in %j", (value, problem) => {
    expect(readJson(files, value)).toBe(problem);
  });
});

describe("JSON", () => {
  it.each<[what: string, value: string, problem: string]>([
    ["deep", "[".repeat(500_000), "P must be nested at most 32 levels deep."],
    ["deep and whole", "[".repeat(33) + "]".repeat(33), "P must be nested at most 32 levels deep."],
    ["long", `["${"x".repeat(1024 * 1024)}"]`, "P must have at most 1048576 characters."],
    ["of many values", `[${"0,".repeat(100_000)}0]`, "P must have at most 100000 values."],
    ["of many objects", `[${"{},".repeat(50_000)}{}]`, "P must have at most 100000 values."],
  ])("that is too %s is refused", (_what, value, problem) => {
    expect(readJson(z.unknown(), value)).toBe(problem);
  });

  it("may have brackets in its texts", () => {
    expect(readJson(z.unknown(), [`${"[".repeat(100)}\\"${"{,".repeat(100)}`])).toEqual([
      `${"[".repeat(100)}\\"${"{,".repeat(100)}`,
    ]);
  });

  it("is read exactly, with and without long numbers", () => {
    expect(readJson(z.unknown(), "[1, 9007199254740993, -9223372036854775808, 0.1, 1e3]")).toEqual([
      1,
      9_007_199_254_740_993n,
      -(2n ** 63n),
      0.1,
      1000,
    ]);
    expect(readJson(z.unknown(), '{"a":1,"a":2}')).toEqual({ a: 2 });
    expect(readJson(z.unknown(), '{"a":9007199254740993,"a":2}')).toEqual({ a: 2 });
    expect(readJson(z.unknown(), '["1234567890123456789"]')).toEqual(["1234567890123456789"]);
  });
});

describe("labels", () => {
  it("are texts by name, whatever the name", () => {
    expect(readJson(labels, '{"a":"1","b":2,"c":12345678901234567890,"d":true,"é":""}')).toEqual({
      a: "1",
      b: "2",
      c: "12345678901234567890",
      d: "true",
      é: "",
    });
    expect(readJson(labels, '{"n":9007199254740993}')).toEqual({ n: "9007199254740993" });
    expect(JSON.stringify(readJson(labels, '{"__proto__":"x","constructor":"y"}'))).toBe(
      '{"__proto__":"x","constructor":"y"}',
    );
  });

  it.each<[value: unknown, problem: string]>([
    [{ a: null }, "P.a must be a string; got null."],
    [{ a: "1", "b c": {} }, 'P["b c"] must be a string; got an object.'],
    ['{"a":1e999}', "P.a must be a string; got Infinity."],
    [{ "": "1" }, 'P[""] must not be an empty key; got "".'],
    [[], "P must be an object; got an array of length 0."],
    [
      Object.fromEntries(Array.from({ length: 101 }, (_, index) => [`k${index}`, "v"])),
      "P must have at most 100 members; got an object of 101 members.",
    ],
    [{ a: "\0" }, 'P.a must not hold a NUL; got "\\u0000".'],
  ])("are refused: %j", (value, problem) => {
    expect(readJson(labels, value)).toBe(problem);
  });

  it.each([
    ["a=b", { Key: "a", Value: "b" }],
    ["a=b=c", { Key: "a", Value: "b=c" }],
    ["a=", { Key: "a", Value: "" }],
    ["", undefined],
    ["a", 'P must be key=value; got "a".'],
    ["=b", 'P must be key=value; got "=b".'],
  ])("are searched by %j", (value, expected) => {
    expect(readText(label, value)).toEqual(expected);
  });
});

describe("a time range", () => {
  it.each<[value: unknown, expected: unknown]>([
    [{}, { Start: undefined, End: undefined }],
    [{ Start: "1970-01-01T00:00:00Z" }, { Start: 0n, End: undefined }],
    [{ End: "1970-01-01T08:00:00.000000001+08:00" }, { Start: undefined, End: 1n }],
    [
      { Start: "1969-12-31t23:59:59.999999999z", End: "1969-12-31T23:59:59.999999999Z" },
      { Start: -1n, End: -1n },
    ],
    [
      { Start: "0001-01-01T00:00:00Z", End: "9999-12-31T23:59:59Z" },
      { Start: -(2n ** 63n), End: 2n ** 63n - 1n },
    ],
  ])("is read: %j", (value, expected) => {
    expect(readJson(timeRange, value)).toEqual(expected);
  });

  it.each([
    "",
    "2026",
    "2026-01-02",
    "2026-01-02T03:04:05",
    "2026-01-02 03:04:05Z",
    "2026-02-30T00:00:00Z",
    "2026-13-01T00:00:00Z",
    "2026-01-02T24:00:00Z",
    "2026-01-02T03:04:60Z",
    "2026-01-02T03:04:05+24:00",
    "2026-01-02T03:04:05+0800",
    "2026-01-02T03:04:05.Z",
    "2026-01-02T03:04:05.1234567890Z",
    "+02026-01-02T03:04:05Z",
  ])("needs times of RFC 3339, not %j", (Start) => {
    expect(readJson(timeRange, { Start })).toBe(
      `P.Start must be a time of RFC 3339, such as 2026-01-02T11:04:05.123+08:00; got ${JSON.stringify(Start)}.`,
    );
  });

  it("must not end before it starts", () => {
    const [Start, End] = ["2026-01-02T11:04:05.1+08:00", "2026-01-02T03:04:05Z"];

    expect(readJson(timeRange, { Start, End })).toBe(
      `P.Start must not be later than End, which is ${End}; got "${Start}".`,
    );
    expect(readJson(timeRange, { Start: End, End: Start })).not.toBeTypeOf("string");
  });

  it("must be an object of texts", () => {
    expect(readJson(timeRange, [])).toBe("P must be an object; got an array of length 0.");
    expect(readJson(timeRange, { End: 5 })).toBe("P.End must be a string; got 5.");
  });
});

describe("a choice", () => {
  const color = choice(["red", "Blue"]);

  it.each([
    ["red", "red"],
    ["Blue", "Blue"],
    ["", undefined],
    ["blue", 'P must be one of red, Blue; got "blue".'],
  ])("reads %j", (value, expected) => {
    expect(readText(color, value)).toBe(expected);
  });

  it.each([
    ["asc", "asc"],
    ["ASC", "asc"],
    ["desc", "desc"],
    ["DESC", "desc"],
    ["DES", "desc"],
    ["", undefined],
    ["up", 'P must be one of asc, desc; got "up".'],
    ["__proto__", 'P must be one of asc, desc; got "__proto__".'],
  ])("of an order reads %j", (value, expected) => {
    expect(readText(order, value)).toBe(expected);
  });
});

describe("an integer", () => {
  it.each<[value: string, expected: unknown]>([
    ["0", 0n],
    ["-5", -5n],
    ["100", 100n],
    ["101", 'P must be an integer from -5 to 100; got "101".'],
    ["-6", 'P must be an integer from -5 to 100; got "-6".'],
    ["", 'P must be an integer from -5 to 100; got "".'],
    ["-0", 'P must be an integer from -5 to 100; got "-0".'],
    ["1e1", 'P must be an integer from -5 to 100; got "1e1".'],
    ["9".repeat(1000), `P must be an integer from -5 to 100; got "${"9".repeat(100)}"….`],
  ])("reads %s", (value, expected) => {
    expect(readText(integer(-5n, 100n), value)).toBe(expected);
  });
});

describe("a text of so many bytes", () => {
  it.each<[value: string, expected: string]>([
    ["界界界x", "界界界x"],
    ["界界界xx", 'P must have at most 10 bytes; got "界界界xx".'],
  ])("reads %s", (value, expected) => {
    expect(readText(textOfBytes(10), value)).toBe(expected);
  });
});

describe("a query", () => {
  const leaf = { Field: "Size", Operation: "gt", Value: "1" };
  /** A tree of so many levels with a leaf below them. */
  const nested = (levels: number): object =>
    levels === 0 ? leaf : { Operation: "and", SubQueries: [nested(levels - 1)] };

  it("is a tree, as deep and wide as IMM allows", () => {
    const wide = { Operation: "or", SubQueries: Array(100).fill(leaf) };

    expect(readJson(queryTree, leaf)).toEqual(leaf);
    expect(readJson(queryTree, nested(5))).toEqual(nested(5));
    expect(readJson(queryTree, wide)).toEqual(wide);
  });

  it.each<[what: string, value: unknown, problem: string]>([
    ["a list", [leaf], "P must be an object; got an array of length 1."],
    ["no operation", { Field: "Size" }, "P.Operation must be one of and, or, not, nested, eq, "],
    [
      "an unknown operation below",
      { Operation: "and", SubQueries: [leaf, { Operation: "like" }] },
      "P.SubQueries[1].Operation must be one of and, or, not, nested, eq, ",
    ],
    ["a number", { ...leaf, Value: 1 }, "P.Value must be a string; got 1."],
    [
      "a sixth level",
      { Operation: "or", SubQueries: [leaf, nested(5)] },
      "P.SubQueries[1].SubQueries[0].SubQueries[0].SubQueries[0].SubQueries[0] must not have SubQueries: they may be nested 5 levels deep.",
    ],
    [
      "101 conditions",
      {
        Operation: "or",
        SubQueries: [leaf, { Operation: "and", SubQueries: Array(100).fill(leaf) }],
      },
      "P must have at most 100 conditions.",
    ],
    ["more levels than JSON may have", nested(20), "P must be nested at most 32 levels deep."],
  ])("is refused with %s", (_what, value, problem) => {
    expect(readJson(queryTree, value)).toEqual(expect.stringContaining(problem));
  });
});

describe("any JSON and any text", () => {
  const jsonSchemas = { files, labels, timeRange, queryTree, texts: list(text()) };
  const textSchemas = {
    order,
    label,
    integer: integer(0n, 200n),
    choice: choice(["a"]),
    bytes: textOfBytes(9),
  };
  const anyText = string({ unit: anyCharacter });
  const almost = oneof(
    json(),
    anyText,
    jsonValue().map((value) => JSON.stringify([{ URI: value, Size: value }])),
    jsonValue().map((value) =>
      JSON.stringify({ Start: value, End: value, Operation: "and", SubQueries: value }),
    ),
    object({
      key: constantFrom("Operation", "SubQueries", "Field", "Value", "URI", "__proto__", "Start"),
    }).map((value) =>
      JSON.stringify(value, (_key, member) => (typeof member === "bigint" ? Number(member) : member)),
    ),
  );

  it.each(Object.entries(jsonSchemas))("are read or refused with a path: %s", (_name, schema) => {
    // Anything else than a refusal is thrown on.
    assert(
      property(almost, (value) => void readJson(schema, value)),
      { numRuns: 1000 },
    );
  });

  it.each(Object.entries(textSchemas))("are read or refused by name: %s", (_name, schema) => {
    assert(
      property(anyText, (value) => void readText(schema, value)),
      { numRuns: 500 },
    );
  });
});
