import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { repeat } from "../../../support/lists.ts";
import type { TestImm } from "../../start.ts";
import { ask, startWithFiles } from "./files.ts";

let imm: TestImm;
beforeAll(async () => {
  imm = await startWithFiles([{ Filename: "a.jpg", Size: 10 }]);
});
afterAll(() => imm[Symbol.asyncDispose]());

const size = { Field: "Size", Operation: "gt", Value: "1" };
const label = { Field: "Labels.LabelName", Operation: "eq", Value: "cat" };

function and(...SubQueries: unknown[]): object {
  return { Operation: "and", SubQueries };
}

function nested(Field: string | undefined, ...SubQueries: object[]): object {
  return { Operation: "nested", Field, SubQueries };
}

function place(Operation: string, Value: string): object {
  return { Field: "LatLong", Operation, Value };
}

const known = "must name a field that queries know, such as Size or Labels.LabelName";
const listNames = "must be one of Labels, Figures, Addresses, VideoStreams, AudioStreams, Subtitles";
const operatorNames =
  "must be one of and, or, not, nested, eq, gt, gte, lt, lte, prefix, match-phrase, exist, geo-distance, geo-bounding-box, geo-polygon";
const circle = "must be latitude,longitude;metres with at most 40100000 metres, such as 33,119;1000";
const rectangle = "must be the top left and the bottom right corner, such as 35,118.5;33.5,120";
const polygon = "must be 3 or more places with ; between, such as 33,118;33,120;35,120";
const time = "must be a time of RFC 3339, such as 2026-01-02T11:04:05.123+08:00";

describe("conditions that aren't any are refused", () => {
  it.each<[Query: unknown, message: string]>([
    [{}, `Query.Operation ${operatorNames}.`],
    [{ Operation: 5 }, `Query.Operation ${operatorNames}; got 5.`],
    [{ Operation: "And", SubQueries: [size] }, `Query.Operation ${operatorNames}; got "And".`],
    [and(), "Query.SubQueries must have at least 1 element."],
    [{ Operation: "not" }, "Query.SubQueries must have at least 1 element."],
    [{ Operation: "or", SubQueries: size }, "Query.SubQueries must be an array; got an object."],
    [and(size, 5), "Query.SubQueries[1] must be an object; got 5."],
    [and(size, null), "Query.SubQueries[1] must be an object; got null."],
    [{ ...size, Field: undefined }, `Query.Field ${known}; got "".`],
    [{ ...size, Field: "size" }, `Query.Field ${known}; got "size".`],
    [and(size, { ...size, Field: "Size." }), `Query.SubQueries[1].Field ${known}; got "Size.".`],
    [{ ...size, Field: "CustomLabels." }, `Query.Field ${known}; got "CustomLabels.".`],
    [{ ...size, Field: "Labels.Nonsense" }, `Query.Field ${known}; got "Labels.Nonsense".`],
    [{ ...size, Field: "Labels" }, `Query.Field ${known}; got "Labels".`],
    [{ ...size, Field: "__proto__" }, `Query.Field ${known}; got "__proto__".`],
    [{ ...size, Field: "Labels.__proto__" }, `Query.Field ${known}; got "Labels.__proto__".`],
    [{ ...size, Field: "EXIF" }, `Query.Field ${known}; got "EXIF".`],
    [{ ...size, Field: 5 }, "Query.Field must be a string; got 5."],
    [
      { ...size, Operation: "prefix" },
      'Query.Operation must be one of eq, gt, gte, lt, lte, exist for Size; got "prefix".',
    ],
    [
      { Field: "MediaType", Operation: "match-phrase", Value: "a" },
      'Query.Operation must be one of eq, gt, gte, lt, lte, prefix, exist for MediaType; got "match-phrase".',
    ],
    [
      { Field: "OCRTexts", Operation: "eq", Value: "a" },
      'Query.Operation must be one of match-phrase, exist for OCRTexts; got "eq".',
    ],
    [
      place("eq", "1,1"),
      'Query.Operation must be one of geo-distance, geo-bounding-box, geo-polygon, exist for LatLong; got "eq".',
    ],
    [{ ...size, Value: undefined }, "Query.Value is required."],
    [and(size, { ...size, Value: 5 }), "Query.SubQueries[1].Value must be a string; got 5."],
    [and(size, { ...size, Value: null }), "Query.SubQueries[1].Value must be a string; got null."],
    [and(size, { ...size, Value: "1,5" }), 'Query.SubQueries[1].Value must be a number; got "1,5".'],
    [{ ...size, Value: "" }, 'Query.Value must be a number; got "".'],
    [{ ...size, Value: "0x10" }, 'Query.Value must be a number; got "0x10".'],
    [{ ...size, Value: "1e999" }, 'Query.Value must be a number; got "1e999".'],
    [{ ...size, Value: "NaN" }, 'Query.Value must be a number; got "NaN".'],
    [{ ...size, Value: "a\0" }, 'Query.Value must not hold a NUL; got "a\\u0000".'],
    [{ ...label, Value: "\ud800" }, 'Query.Value must not hold half a surrogate pair; got "\\ud800".'],
    [{ ...size, Field: "ProduceTime", Value: "2024-01-01" }, `Query.Value ${time}; got "2024-01-01".`],
    [
      { ...size, Field: "ProduceTime", Value: "2024-02-30T00:00:00Z" },
      `Query.Value ${time}; got "2024-02-30T00:00:00Z".`,
    ],
    [place("geo-distance", "33,119"), `Query.Value ${circle}; got "33,119".`],
    [place("geo-distance", "33,119;-1"), `Query.Value ${circle}; got "33,119;-1".`],
    [place("geo-distance", "33,119;40100001"), `Query.Value ${circle}; got "33,119;40100001".`],
    [place("geo-distance", "33,181;1"), `Query.Value ${circle}; got "33,181;1".`],
    [place("geo-bounding-box", "35,118"), `Query.Value ${rectangle}; got "35,118".`],
    [place("geo-bounding-box", "35,118;a,b"), `Query.Value ${rectangle}; got "35,118;a,b".`],
    [
      place("geo-bounding-box", "33,118;35,120"),
      'Query.Value must begin with the corner in the north; got "33,118;35,120".',
    ],
    [place("geo-polygon", "33,118;33,120"), `Query.Value ${polygon}; got "33,118;33,120".`],
    [place("geo-polygon", "33,118;33,120;35"), `Query.Value ${polygon}; got "33,118;33,120;35".`],
    [nested("Size", size), `Query.Field ${listNames}; got "Size".`],
    [nested(undefined, size), `Query.Field ${listNames}.`],
    [nested("CustomLabels", label), `Query.Field ${listNames}; got "CustomLabels".`],
    [nested("Labels"), "Query.SubQueries must have at least 1 element."],
    [
      nested("Labels", label, size),
      'Query.SubQueries[1].Field must be a member of Labels, such as Labels.LabelName; got "Size".',
    ],
    [
      nested(undefined, label, { ...size, Field: "Figures.Age" }),
      'Query.SubQueries[1].Field must be a member of Labels, such as Labels.LabelName; got "Figures.Age".',
    ],
    [
      nested("Labels", nested("Labels", label)),
      'Query.SubQueries[0].Operation must not be nested inside nested; got "nested".',
    ],
    [and(...repeat(101, () => size)), "Query must have at most 100 conditions."],
    [
      and(and(...repeat(50, () => size)), and(...repeat(51, () => size))),
      "Query must have at most 100 conditions.",
    ],
    [
      and(size, and(and(and(and(and(size)))))),
      "Query.SubQueries[1].SubQueries[0].SubQueries[0].SubQueries[0].SubQueries[0] must not have SubQueries: they may be nested 5 levels deep.",
    ],
  ])("%j", async (Query, message) => {
    const { status, body } = await ask(imm, "SimpleQuery", { Query });

    expect({ status, Code: body["Code"], Message: body["Message"] }).toEqual({
      ...{ status: 400, Code: "InvalidQuery" },
      Message: `Specified parameter Query is not valid. ${message}`,
    });
  });

  it("if one of their texts is too long", async () => {
    const Query = and(size, { ...label, Value: "x".repeat(1025) });

    const { body } = await ask(imm, "SimpleQuery", { Query });

    expect(body["Message"]).toBe(
      `Specified parameter Query is not valid. Query.SubQueries[1].Value must have at most 1024 characters; got "${"x".repeat(100)}"….`,
    );
  });

  it.each<[Query: string, message: string]>([
    ["{", 'Query must be JSON; got "{".'],
    ["", 'Query must be JSON; got "".'],
    ["[]", "Query must be an object; got an array of length 0."],
    ["5", "Query must be an object; got 5."],
    ["null", "Query must be an object; got null."],
  ])("as JSON, if they are none: %s", async (Query, message) => {
    const { status, body } = await ask(imm, "SimpleQuery", { Query });

    const Code = "InvalidJSON Array parsing error,Query";
    expect([status, body["Code"], body["Message"]]).toEqual([400, Code, `${Code}. ${message}`]);
  });
});

const aggregated = "must name a field that is aggregated, such as Size or Labels.LabelName";

describe("other parameters are refused", () => {
  it.each<[params: Record<string, unknown>, message: string]>([
    [
      { Sort: "size" },
      'Sort must name fields that files are sorted by: URI, Filename, Size, MediaType, …; got "size".',
    ],
    [
      { Sort: "Size," },
      'Sort must name fields that files are sorted by: URI, Filename, Size, MediaType, …; got "".',
    ],
    [
      { Sort: "Labels.LabelName" },
      'Sort must name fields that files are sorted by: URI, Filename, Size, MediaType, …; got "Labels.LabelName".',
    ],
    [
      { Sort: "Size,URI,Size,URI,Size,URI" },
      'Sort must have at most 5 fields; got "Size,URI,Size,URI,Size,URI".',
    ],
    [{ Sort: "Size", Order: "up" }, 'Order must be asc or desc for each field; got "up".'],
    [{ Sort: "Size,URI", Order: "asc," }, 'Order must be asc or desc for each field; got "".'],
    [{ Sort: "Size", Order: "asc,asc" }, 'Order must not be longer than Sort; got "asc,asc".'],
    [{ MaxResults: 101 }, 'MaxResults must be an integer from 0 to 100; got "101".'],
    [{ MaxResults: "ten" }, 'MaxResults must be an integer from 0 to 100; got "ten".'],
    [{ WithoutTotalHits: "TRUE" }, 'WithoutTotalHits must be true or false; got "TRUE".'],
    [
      { NextToken: "abc" },
      'NextToken must be one that SimpleQuery returned for the same parameters; got "abc".',
    ],
    [
      {
        Aggregations: [
          { Field: "Size", Operation: "sum" },
          { Field: "LatLong", Operation: "count" },
        ],
      },
      `Aggregations[1].Field ${aggregated}; got "LatLong".`,
    ],
    [
      { Aggregations: [{ Field: "OCRTexts", Operation: "group" }] },
      `Aggregations[0].Field ${aggregated}; got "OCRTexts".`,
    ],
    [
      { Aggregations: [{ Field: "Labels", Operation: "count" }] },
      `Aggregations[0].Field ${aggregated}; got "Labels".`,
    ],
    [
      { Aggregations: [{ Field: "ProduceTime", Operation: "max" }] },
      'Aggregations[0].Operation must be one of count, distinct, group for ProduceTime, which isn\'t a number; got "max".',
    ],
    [
      { Aggregations: [{ Field: "Size", Operation: "avg" }] },
      'Aggregations[0].Operation must be one of min, max, sum, average, count, distinct, group; got "avg".',
    ],
    [{ Aggregations: [{ Operation: "count" }] }, "Aggregations[0].Field is required."],
    [{ Aggregations: [5] }, "Aggregations[0] must be an object; got 5."],
    [
      { Aggregations: repeat(201, () => ({ Field: "Size", Operation: "sum" })) },
      "Aggregations must have at most 200 elements; got an array of length 201.",
    ],
    [
      { Aggregations: [{ Field: "Size", Operation: "sum" }], MaxResults: 2 ** 31 },
      'MaxResults must be an integer from 0 to 2147483647; got "2147483648".',
    ],
  ])("%j", async (params, message) => {
    const { status, body } = await ask(imm, "SimpleQuery", params);

    const [parameter] = /^[A-Za-z]+/.exec(message)!;
    const all = /fields that files are sorted by: .*?; got/;
    expect({
      status,
      Code: body["Code"],
      Message: String(body["Message"]).replace(all, (text) => shortened(text)),
    }).toEqual({
      ...{ status: 400, Code: `Invalid${parameter}` },
      Message: `Specified parameter ${parameter} is not valid. ${message}`,
    });
  });

  it.each<[params: Record<string, unknown>, message: string]>([
    [{ MaxResults: 201 }, 'MaxResults must be an integer from 0 to 200; got "201".'],
    [
      { NextToken: "abc" },
      'NextToken must be one that FuzzyQuery returned for the same parameters; got "abc".',
    ],
    [{ Query: "a ".repeat(65) }, "It must have at most 64 words; each character of Chinese is one."],
    [{ Query: "汉".repeat(65) }, "It must have at most 64 words; each character of Chinese is one."],
  ])("by FuzzyQuery: %j", async (params, message) => {
    const { status, body } = await ask(imm, "FuzzyQuery", { Query: "a", ...params });

    const [parameter = "Query"] = /^(?!It)[A-Za-z]+/.exec(message) ?? [];
    expect([status, body["Code"], body["Message"]]).toEqual([
      ...[400, `Invalid${parameter}`, `Specified parameter ${parameter} is not valid. ${message}`],
    ]);
  });
});

/** A list of the first four of many fields. */
function shortened(text: string): string {
  const [first] = /^(?:[^,]*,){4}/.exec(text)!;
  return `${first} …; got`;
}
