import * as fc from "fast-check";
import { GraphQLError } from "graphql";
import { describe, expect, it } from "vitest";
import { writeResult } from "../../../src/gateway/http/write-result.ts";

const words = fc.constantFrom(
  ...["},{", "],[", '"', "\\", "\n", "\u2028", "\ud800", "é", "地图集", "😀", "x".repeat(200)],
);
const text = fc.array(words, { maxLength: 5 }).map((parts) => parts.join(""));
const leaf = fc.oneof(text, fc.integer(), fc.double(), fc.boolean(), fc.constant(null));

/** What JSON.stringify leaves out, makes null of in a list, or asks. */
const odd = fc.constantFrom<unknown>(
  ...[undefined, () => 1, Symbol("a"), new Date(0), new Map([[1, 2]]), Number.NaN, Object("boxed")],
  ...[{ toJSON: () => undefined }, { toJSON: () => ["},{"] }],
  ...[Object.assign([1, 2], { toJSON: () => "list" }), new GraphQLError("refused", { path: ["a", 1] })],
);
const name = fc.oneof(text, fc.constantFrom("edges", "7", "__proto__", "constructor", "toString", "then"));
const withoutPrototype = (members: object) => Object.assign(Object.create(null) as object, members);

const objectOf = (member: fc.Arbitrary<unknown>) =>
  fc.dictionary(name, fc.oneof(member, odd), { maxKeys: 6 }).map(withoutPrototype);
const listOf = (element: fc.Arbitrary<unknown>) => fc.array(fc.oneof(element, odd), { maxLength: 6 });
const small = fc.oneof(leaf, objectOf(leaf), listOf(leaf));

/** Lists of 1 to 400 elements, so that each may be the first or last of a piece. */
const long = fc
  .tuple(fc.array(fc.oneof(small, odd), { minLength: 1, maxLength: 4 }), fc.integer({ min: 1, max: 100 }))
  .map(([elements, times]) => Array.from({ length: times }, () => elements).flat());
const page = objectOf(fc.oneof(small, long));
const value = fc.oneof(small, long, page, objectOf(page), fc.array(page, { maxLength: 3 }));

const isSame = (result: object) => String(writeResult(result)) === JSON.stringify(result);

describe("a written result", () => {
  it("is what JSON.stringify makes of it, whatever is in it", () => {
    const result = fc.dictionary(name, value, { maxKeys: 4 }).map(withoutPrototype);
    fc.assert(
      fc.property(result, (members) => {
        expect(isSame(members)).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  const nodes = (count: number, title: string) =>
    Array.from({ length: count }, (_, index) => ({
      node: { name: `${title}-${index}`, tags: [title, null] },
    }));

  it.each([
    ["of 100 KB", 1_000, "a".repeat(40)],
    ["of 300 KB", 3_000, "a".repeat(40)],
    ["with characters beyond Latin-1", 1_000, "地图集 😀"],
    ["of one more than a piece", 51, "a"],
    ["of two pieces", 100, "a"],
    ["of one more than two pieces", 101, "a"],
  ])("is bytes if it is a page %s", (_name, count, title) => {
    const edges = nodes(count, title);
    const extensions = { imm: { calls: [{ action: "ListDatasets" }] } };
    const result = { data: { first: { id: 1 }, datasets: { edges, pageInfo: {} }, last: null }, extensions };

    expect(writeResult(result)).toBeInstanceOf(Buffer);
    expect(isSame(result)).toBe(true);
  });

  it("is a text if it has no long list, or none among its first members", () => {
    const aliases = Object.fromEntries(
      Array.from({ length: 60 }, (_, index) => [`d${index}`, { id: index }]),
    );

    expect(writeResult({ data: { datasets: { edges: nodes(50, "a") } } })).toBeTypeOf("string");
    expect(writeResult({ data: { ...aliases, datasets: { edges: nodes(200, "a") } } })).toBeTypeOf("string");
  });

  it("fails as JSON.stringify does on what it refuses", () => {
    const result = { data: { sizes: Array.from({ length: 60 }, () => 1n) } };

    expect(() => writeResult(result)).toThrow("Do not know how to serialize a BigInt");
  });
});
