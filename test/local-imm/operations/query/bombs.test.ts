import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { repeat } from "../../../support/lists.ts";
import { signV3 } from "../../signature/sign.ts";
import type { TestImm } from "../../start.ts";
import { ask, find, key, startWithFiles } from "./files.ts";

const files = repeat(300, (n) => ({
  ...{
    Filename: `f${String(n).padStart(3, "0")}`,
    Size: n,
    Title: `第${n}张 ${"长".repeat(n)}`,
    Duration: n / 2,
  },
  LatLong: `${((n % 180) - 89.5).toFixed(1)},${(n * 1.2 - 179.9).toFixed(1)}`,
  Labels: [{ LabelName: `l${n}`, LabelConfidence: n / 300 }, { LabelName: "all" }],
  CustomLabels: { number: String(n) },
}));

let imm: TestImm;
beforeAll(async () => {
  imm = await startWithFiles(files);
});
afterAll(() => imm[Symbol.asyncDispose]());

function any(...SubQueries: object[]): object {
  return { Operation: "or", SubQueries };
}

function all(...SubQueries: object[]): object {
  return { Operation: "and", SubQueries };
}

function nots(depth: number, query: object): object {
  return depth === 0 ? query : { Operation: "not", SubQueries: [nots(depth - 1, query)] };
}

const hundred = (make: (n: number) => object) => repeat(100, make);
const named = (n: number) => ({ Field: "Labels.LabelName", Operation: "eq", Value: `l${n}` });
const first = files.slice(0, 100).map(({ Filename }) => Filename);

describe("a query as large as queries may be is answered", () => {
  it.each<[what: string, query: object, count: number]>([
    ["100 prefixes of an index", any(...hundred((n) => prefix("Filename", `f${pad(n)}`))), 100],
    ["100 prefixes without an index", any(...hundred((n) => prefix("ObjectACL", `f${pad(n)}`))), 0],
    [
      "100 prefixes of custom labels",
      any(...hundred((n) => prefix("CustomLabels.number", `${n + 100}`))),
      100,
    ],
    ["100 words", any(...hundred((n) => phrase("Title", `第${n}张`))), 100],
    ["100 words that must all be there", all(...hundred(() => phrase("Title", "第99张"))), 1],
    ["a word that is in none", phrase("Title", "长 ".repeat(500)), 0],
    ["a sentence of 250 characters", phrase("Title", "长".repeat(250)), 50],
    ["a sentence of 1000 characters", phrase("Title", "长".repeat(1000)), 0],
    ["100 elements of lists", any(...hundred((n) => nested("Labels", named(n)))), 100],
    ["100 elements of lists that must all be there", all(...hundred(() => nested("Labels", named(7)))), 1],
    ["an element of 100 names", nested("Labels", any(...hundred(named))), 100],
    ["not one of 100", { Operation: "not", SubQueries: hundred(named) }, 200],
    ["not the opposite, 5 times", nots(5, named(7)), 299],
    ["not the opposite, 4 times", nots(4, named(7)), 1],
    [
      "100 deep ones",
      any(...repeat(25, () => any(any(all(any(named(1), named(2), named(3), named(4))))))),
      4,
    ],
    [
      "100 circles over the meridian of 180 degrees",
      any(...hundred(() => place("geo-distance", "0,180;20015000"))),
      300,
    ],
    [
      "100 rectangles over that meridian",
      any(...hundred(() => place("geo-bounding-box", "90,179;-90,178"))),
      299,
    ],
    [
      "100 polygons over that meridian",
      any(...hundred(() => place("geo-polygon", "90,170;90,-170;-90,-170;-90,170"))),
      17,
    ],
    ["100 circles around a pole", all(...hundred(() => place("geo-distance", "90,0;20016000"))), 300],
    ["a polygon of 60 points", place("geo-polygon", star(60)), 300],
    ["100 exist", all(...hundred((n) => ({ Field: `CustomLabels.k${n}`, Operation: "exist" }))), 0],
  ])("%s", async (_what, Query, count) => {
    for (const params of [
      {},
      { Sort: "Size" },
      { Sort: "Duration,Title,Size,LatLong,URI".replace("LatLong", "Filename") },
    ]) {
      const { status, body } = await ask(imm, "SimpleQuery", { Query, ...params });
      const found = (body["Files"] as unknown[] | undefined)?.length;
      expect([status, body["TotalHits"], found]).toEqual([200, BigInt(count), Math.min(count, 100)]);
    }
    const Aggregations = [{ Field: "URI", Operation: "count" }];
    const { body } = await ask(imm, "SimpleQuery", { Query, Aggregations });
    expect(body["Aggregations"]).toMatchObject([{ Value: BigInt(count) }]);
  });

  it("and finds what it says", async () => {
    expect(await find(imm, any(...hundred(named)))).toEqual(first);
  });

  it("200 aggregations", async () => {
    const Aggregations = repeat(200, (n) => ({ Field: `CustomLabels.k${n}`, Operation: "group" }));
    const Query = any(...hundred((n) => prefix("ObjectACL", String(n))));

    const { status, body } = await ask(imm, "SimpleQuery", { Query, Aggregations });

    expect([status, (body["Aggregations"] as unknown[]).length]).toEqual([200, 200]);
  });
});

describe("a text to search for of a megabyte is refused, or answered", () => {
  it.each<[what: string, text: string, message: string | undefined]>([
    ["of words", "ab ".repeat(349_525), tooLong("ab ".repeat(34) + "…")],
    ["of one word", "a".repeat(1024 * 1024), tooLong(`${"a".repeat(100)}`)],
    ["of Chinese", "汉".repeat(1024 * 1024), tooLong(`${"汉".repeat(100)}`)],
    ["of characters that stand for many", "\ufdfa".repeat(1024 * 1024), tooLong(`${"\ufdfa".repeat(100)}`)],
    ["of accents", "a\u0323\u0301".repeat(349_525), tooLong("a\u0323\u0301".repeat(34) + "…")],
    ["of white space", " ".repeat(1024 * 1024), undefined],
    ["of white space with a word in it", `${" ".repeat(1024 * 1023)}l7 `, undefined],
    [
      "and more",
      "a".repeat(1024 * 1024 + 1),
      'Query must have at most 1048576 characters; got "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
    ],
  ])("%s", async (_what, Query, message) => {
    const form = { ...key, Query };

    const { status, body } = await imm.send(signV3("FuzzyQuery", imm.signing({ query: {}, form })));

    const said = body["Message"] as string | undefined;
    expect([status, said && `${said.slice(said.indexOf("Query must"))}`.slice(0, 90)]).toEqual([
      ...[message ? 400 : 200, message?.slice(0, 90)],
    ]);
  });
});

function tooLong(got: string): string {
  return `Query must have at most 16384 characters beside white space; got "${got}`;
}

function pad(n: number): string {
  return String(n).padStart(3, "0");
}

function prefix(Field: string, Value: string): object {
  return { Field, Operation: "prefix", Value };
}

function phrase(Field: string, Value: string): object {
  return { Field, Operation: "match-phrase", Value };
}

function nested(Field: string, ...SubQueries: object[]): object {
  return { Operation: "nested", Field, SubQueries };
}

function place(Operation: string, Value: string): object {
  return { Field: "LatLong", Operation, Value };
}

/** A polygon of so many points that go back and forth between two latitudes, around the whole map. */
function star(count: number): string {
  const half = count / 2;
  const north = repeat(half, (n) => `90,${(n * (360 / (half - 1)) - 180).toFixed(1)}`);
  const south = north.toReversed().map((point) => `-${point}`);
  return [...north, ...south].join(";");
}
