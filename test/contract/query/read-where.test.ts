import { describe, expect, it } from "vitest";
import { filterOperators } from "../../../src/contract/query/filters.ts";
import { queryMembers, type QueryMember } from "../../../src/contract/query/query-members.ts";
import { QueryProblem } from "../../../src/contract/query/query-problem.ts";
import { readWhere } from "../../../src/contract/query/read-where.ts";
import { fileArrays, fileFields, type QueryKind } from "../../../src/contract/query-fields.ts";

const treeOf = (where: object) => readWhere(where).tree;

function problemOf(where: object) {
  try {
    readWhere(where);
  } catch (error) {
    if (error instanceof QueryProblem) return error.problem;
    throw error;
  }
  return undefined;
}

const leaf = (Field: string, Operation: string, Value: string) => ({ Operation, Field, Value });
const size = (Value: string) => leaf("Size", "eq", Value);
const sizes = (from: number, count: number) =>
  Array.from({ length: count }, (_, n) => ({ size: { eq: String(from + n) } }));

/** Operands of each kind, with the text that IMM is sent. */
const operands: Readonly<Record<Exclude<QueryKind, "place">, readonly (readonly [unknown, string])[]>> = {
  string: [
    ["", ""],
    [`it's "quoted" \\ 50% – 日本 😀\n`, `it's "quoted" \\ 50% – 日本 😀\n`],
  ],
  text: [["金阁寺", "金阁寺"]],
  document: [["合同 2024", "合同 2024"]],
  integer: [
    ["9223372036854775807", "9223372036854775807"],
    ["-1", "-1"],
    [1048576, "1048576"],
  ],
  number: [
    [0.8, "0.8"],
    [1e-7, "0.0000001"],
    [-0, "0"],
    [1e21, "1000000000000000000000"],
    [3, "3"],
  ],
  time: [["2021-06-29T14:50:13.011643661+08:00", "2021-06-29T14:50:13.011643661+08:00"]],
};

const wireNames: Readonly<Record<string, string>> = {
  matchPhrase: "match-phrase",
  near: "geo-distance",
};

/** Each operator of a kind with operands, and the conditions that it becomes. */
function* filtersOf(kind: QueryKind, field: string): Generator<[filter: object, tree: object]> {
  const exist = { Operation: "exist", Field: field };
  for (const operator of filterOperators(kind)) {
    if (operator === "exists") {
      yield [{ exists: true }, exist];
      yield [{ exists: false }, { Operation: "not", SubQueries: [exist] }];
      continue;
    }
    if (kind === "place") {
      const point = { latitude: 48.85, longitude: -2.5 };
      if (operator === "near")
        yield [{ near: { ...point, metres: 0 } }, leaf(field, "geo-distance", "48.85,-2.5;0")];
      continue;
    }
    for (const [value, Value] of operands[kind]) {
      if (operator === "in") {
        yield [{ in: [value] }, leaf(field, "eq", Value)];
        const two = [leaf(field, "eq", Value), leaf(field, "eq", Value)];
        yield [{ in: [value, value] }, { Operation: "or", SubQueries: two }];
      } else if (operator === "between") {
        const ends = [leaf(field, "gte", Value), leaf(field, "lte", Value)];
        yield [{ between: { from: value, to: value } }, { Operation: "and", SubQueries: ends }];
      } else {
        yield [{ [operator]: value }, leaf(field, wireNames[operator] ?? operator, Value)];
      }
    }
  }
}

const around = (names: readonly string[], filter: object) =>
  names.toReversed().reduce((inner, name) => ({ [name]: inner }), filter);

/** Every field of the table, with what stands around its filter and its tree. */
const fields = queryMembers.flatMap((member): [string, QueryKind, string[], string | undefined][] => {
  const of = (inner: QueryMember, names: string[], list?: string) =>
    inner.is === "field" ? [[inner.path, inner.kind, [...names, inner.name], list] as never] : [];
  if (member.is === "list")
    return member.members.flatMap((each) => of(each, [member.name, "some"], member.path));
  if (member.is === "structure") return member.members.flatMap((each) => of(each, [member.name]));
  return of(member, []);
});

describe("a where", () => {
  it("has every field of the table, by every operator that it takes", () => {
    const paths = [
      ...Object.keys(fileFields),
      ...Object.entries(fileArrays).flatMap(([list, members]) =>
        Object.keys(members).map((name) => `${list}.${name}`),
      ),
    ];
    expect(fields.map(([path]) => path).toSorted()).toEqual(paths.toSorted());

    let trees = 0;
    for (const [path, kind, names, list] of fields) {
      for (const [filter, tree] of filtersOf(kind, path)) {
        const nested = { Operation: "nested", Field: list, SubQueries: [tree] };
        expect(treeOf(around(names, filter))).toEqual(list === undefined ? tree : nested);
        trees += 1;
      }
    }
    expect(trees).toBeGreaterThan(2_000);
  });

  it("calls a field as the graph does", () => {
    const start = leaf("StartTime", "eq", "0");
    expect(treeOf({ fileStartTime: { eq: 0 } })).toEqual(start);
    expect(treeOf({ videoStreams: { some: { streamStartTime: { eq: 0 } } } })).toEqual({
      Operation: "nested",
      Field: "VideoStreams",
      SubQueries: [leaf("VideoStreams.StartTime", "eq", "0")],
    });
    expect(treeOf({ imageScore: { overallQualityScore: { gte: 0.5 } } })).toEqual(
      leaf("ImageScore.OverallQualityScore", "gte", "0.5"),
    );
  });

  it("becomes IMM's tree", () => {
    const tree = treeOf({
      mediaType: { eq: "image" },
      size: { gte: "1048576" },
      labels: { some: { labelName: { eq: "cat" }, labelConfidence: { gte: 0.8 } } },
      latLong: { near: { latitude: 48.85, longitude: 2.29, metres: 5000 } },
      or: [{ customLabels: [{ key: "trip", eq: "paris" }] }, { not: { title: { prefix: "IMG" } } }],
    });

    expect(tree).toEqual({
      Operation: "and",
      SubQueries: [
        {
          Operation: "nested",
          Field: "Labels",
          SubQueries: [
            {
              Operation: "and",
              SubQueries: [
                leaf("Labels.LabelConfidence", "gte", "0.8"),
                leaf("Labels.LabelName", "eq", "cat"),
              ],
            },
          ],
        },
        leaf("LatLong", "geo-distance", "48.85,2.29;5000"),
        leaf("MediaType", "eq", "image"),
        {
          Operation: "or",
          SubQueries: [
            leaf("CustomLabels.trip", "eq", "paris"),
            { Operation: "not", SubQueries: [leaf("Title", "prefix", "IMG")] },
          ],
        },
        leaf("Size", "gte", "1048576"),
      ],
    });
  });

  it.each<[rule: string, where: object, tree: object]>([
    ["one condition is the leaf itself", { size: { eq: "1" } }, size("1")],
    [
      "conditions beside each other are joined in the order of their names, however they are written",
      { title: { eq: "a" }, size: { eq: "1" } },
      { Operation: "and", SubQueries: [size("1"), leaf("Title", "eq", "a")] },
    ],
    [
      "operators beside each other too, with the conditions around them",
      { title: { eq: "a" }, size: { lte: "2", gte: "1" } },
      {
        Operation: "and",
        SubQueries: [leaf("Size", "gte", "1"), leaf("Size", "lte", "2"), leaf("Title", "eq", "a")],
      },
    ],
    [
      "`and` keeps its own order",
      { and: [{ title: { eq: "a" } }, { size: { eq: "1" } }] },
      { Operation: "and", SubQueries: [leaf("Title", "eq", "a"), size("1")] },
    ],
    [
      "`or` keeps its own order",
      { or: [{ size: { eq: "2" } }, { size: { eq: "1" } }] },
      { Operation: "or", SubQueries: [size("2"), size("1")] },
    ],
    ["`and` of one is that one", { and: [{ size: { eq: "1" } }] }, size("1")],
    ["`or` of one is that one", { or: [{ or: [{ size: { eq: "1" } }] }] }, size("1")],
    [
      "`not` of several is of all of them together",
      { not: { size: { eq: "1" }, title: { eq: "a" } } },
      {
        Operation: "not",
        SubQueries: [{ Operation: "and", SubQueries: [size("1"), leaf("Title", "eq", "a")] }],
      },
    ],
    [
      "`and`, `not`, `or` and `raw` stand among the fields by their names",
      {
        raw: [{ field: "X", operation: "eq", value: "x" }],
        or: [{ size: { eq: "3" } }],
        not: { size: { eq: "2" } },
        and: sizes(0, 2),
        addresses: { some: { city: { eq: "杭州" } } },
        uri: { eq: "u" },
      },
      {
        Operation: "and",
        SubQueries: [
          { Operation: "nested", Field: "Addresses", SubQueries: [leaf("Addresses.City", "eq", "杭州")] },
          { Operation: "and", SubQueries: [size("0"), size("1")] },
          { Operation: "not", SubQueries: [size("2")] },
          size("3"),
          leaf("X", "eq", "x"),
          leaf("URI", "eq", "u"),
        ],
      },
    ],
    [
      "null is as if absent",
      {
        ...{ and: null, or: null, not: null, raw: null, title: null, labels: null, customLabels: null },
        size: { eq: "1", gte: null, in: null, between: null, exists: null },
      },
      size("1"),
    ],
    [
      "logic within `some` is of one element",
      {
        labels: {
          some: {
            or: [{ labelName: { eq: "cat" } }, { not: { labelName: { eq: "dog" } } }],
            and: [{ labelLevel: { eq: "1" } }, { labelLevel: { lt: "3" } }],
            raw: [{ field: "Labels.Clips", operation: "exist" }],
          },
        },
      },
      {
        Operation: "nested",
        Field: "Labels",
        SubQueries: [
          {
            Operation: "and",
            SubQueries: [
              {
                Operation: "and",
                SubQueries: [leaf("Labels.LabelLevel", "eq", "1"), leaf("Labels.LabelLevel", "lt", "3")],
              },
              {
                Operation: "or",
                SubQueries: [
                  leaf("Labels.LabelName", "eq", "cat"),
                  { Operation: "not", SubQueries: [leaf("Labels.LabelName", "eq", "dog")] },
                ],
              },
              { Operation: "exist", Field: "Labels.Clips" },
            ],
          },
        ],
      },
    ],
    [
      "a map is asked key by key, as they are written",
      {
        customLabels: [
          { key: "trip", eq: "paris", exists: true },
          { key: "a.b 日本", prefix: "x" },
        ],
        ossTagging: [{ key: "Team", in: ["a", "b"] }],
        ossUserMeta: [{ key: "x-oss-meta-a", exists: false }],
      },
      {
        Operation: "and",
        SubQueries: [
          leaf("CustomLabels.trip", "eq", "paris"),
          { Operation: "exist", Field: "CustomLabels.trip" },
          leaf("CustomLabels.a.b 日本", "prefix", "x"),
          {
            Operation: "or",
            SubQueries: [leaf("OSSTagging.Team", "eq", "a"), leaf("OSSTagging.Team", "eq", "b")],
          },
          { Operation: "not", SubQueries: [{ Operation: "exist", Field: "OSSUserMeta.x-oss-meta-a" }] },
        ],
      },
    ],
    [
      "a box is its top left and its bottom right corner",
      {
        latLong: {
          within: {
            box: {
              northWest: { latitude: 35, longitude: 118.5 },
              southEast: { latitude: 33.5, longitude: 120 },
            },
          },
        },
      },
      leaf("LatLong", "geo-bounding-box", "35,118.5;33.5,120"),
    ],
    [
      "a polygon is its points, beside a box too",
      {
        latLong: {
          within: {
            polygon: [
              { latitude: 33, longitude: 118 },
              { latitude: -90, longitude: -180 },
              { latitude: 1e-7, longitude: 180 },
            ],
            box: { northWest: { latitude: 1, longitude: 170 }, southEast: { latitude: 1, longitude: -170 } },
          },
        },
      },
      {
        Operation: "and",
        SubQueries: [
          leaf("LatLong", "geo-bounding-box", "1,170;1,-170"),
          leaf("LatLong", "geo-polygon", "33,118;-90,-180;0.0000001,180"),
        ],
      },
    ],
    [
      "IMM's own words are sent as they are",
      {
        raw: [
          { field: "Some.Path", operation: "geo-polygon", value: "1e-7" },
          { field: "A", operation: "exist" },
        ],
      },
      {
        Operation: "and",
        SubQueries: [leaf("Some.Path", "geo-polygon", "1e-7"), { Operation: "exist", Field: "A" }],
      },
    ],
  ])("says: %s", (_rule, where, tree) => {
    expect(treeOf(where)).toEqual(tree);
  });

  const nothing = "There is no condition in it: leave it out, or give it one.";
  const point = { latitude: 0, longitude: 0 };

  it.each<[where: object, place: string, message: string]>([
    [{}, "where", nothing],
    [{ size: null }, "where", nothing],
    [{ size: {} }, "where.size", nothing],
    [{ size: { gte: null } }, "where.size", nothing],
    [{ size: { in: [] } }, "where.size.in", nothing],
    [{ and: [] }, "where.and", nothing],
    [{ or: [] }, "where.or", nothing],
    [{ or: [{ size: { eq: "1" } }, {}] }, "where.or[1]", nothing],
    [{ not: {} }, "where.not", nothing],
    [{ raw: [] }, "where.raw", nothing],
    [{ labels: {} }, "where.labels", nothing],
    [{ labels: { some: {} } }, "where.labels.some", nothing],
    [{ labels: { some: { labelName: {} } } }, "where.labels.some.labelName", nothing],
    [{ imageScore: {} }, "where.imageScore", nothing],
    [{ imageScore: { overallQualityScore: {} } }, "where.imageScore.overallQualityScore", nothing],
    [{ customLabels: [] }, "where.customLabels", nothing],
    [{ customLabels: [{ key: "a", eq: "b" }, { key: "c" }] }, "where.customLabels[1]", nothing],
    [{ customLabels: [{ key: "", eq: "b" }] }, "where.customLabels[0].key", "The key is empty."],
    [{ latLong: {} }, "where.latLong", nothing],
    [{ latLong: { within: {} } }, "where.latLong.within", nothing],
    [{ title: { eq: "a\0" } }, "where.title.eq", "A NUL is not allowed."],
    [{ title: { in: ["a", "\ud800"] } }, "where.title.in[1]", "Half of a surrogate pair is no character."],
    [
      { latLong: { near: { ...point, latitude: 90.5, metres: 1 } } },
      "where.latLong.near.latitude",
      "The value is outside -90..90.",
    ],
    [
      { latLong: { near: { ...point, longitude: -181, metres: 1 } } },
      "where.latLong.near.longitude",
      "The value is outside -180..180.",
    ],
    [
      { latLong: { near: { ...point, metres: -1 } } },
      "where.latLong.near.metres",
      "A radius is not negative.",
    ],
    [
      { latLong: { within: { polygon: [point, point] } } },
      "where.latLong.within.polygon",
      "A polygon has at least 3 points.",
    ],
    [
      { or: [{ latLong: { within: { polygon: [point, point, { latitude: 0, longitude: 200 }] } } }] },
      "where.or[0].latLong.within.polygon[2].longitude",
      "The value is outside -180..180.",
    ],
    [
      { latLong: { within: { box: { northWest: point, southEast: { latitude: 1, longitude: 1 } } } } },
      "where.latLong.within.box",
      "Its `northWest` is south of its `southEast`.",
    ],
    [{ raw: [{ field: "", operation: "eq", value: "x" }] }, "where.raw[0].field", "The field is empty."],
    [
      { raw: [{ field: "A", operation: "nested" }] },
      "where.raw[0].operation",
      "An operator is one of eq, exist, geo-bounding-box, geo-distance, geo-polygon, gt, gte, lt, lte, match-phrase, prefix.",
    ],
    [{ raw: [{ field: "A", operation: "eq" }] }, "where.raw[0].value", "The operator `eq` needs a value."],
    [
      { labels: { some: { raw: [{ field: "Figures.Age", operation: "exist" }] } } },
      "where.labels.some.raw[0].field",
      "In `some`, a field is of the list's elements: it begins with `Labels.`.",
    ],
  ])("refuses %j at %s", (where, place, message) => {
    expect(problemOf(where)).toMatchObject({ place, message });
  });
});

describe("the limits of a query", () => {
  it.each<[what: string, ask: (count: number) => object]>([
    ["`or`", (count) => ({ or: sizes(1, count) })],
    ["`in`", (count) => ({ size: { in: sizes(1, count).map(({ size: { eq } }) => eq) } })],
    [
      "`and` and fields",
      (count) => ({ and: sizes(1, count - 3), title: { eq: "a", exists: false, prefix: "b" } }),
    ],
    [
      "`some`",
      (count) => ({ labels: { some: { or: sizes(1, count).map(() => ({ labelName: { eq: "a" } })) } } }),
    ],
    [
      "`between`",
      (count) => ({ and: [...sizes(1, count - 2), { size: { between: { from: "1", to: "2" } } }] }),
    ],
    ["a map", (count) => ({ customLabels: sizes(1, count).map((_, n) => ({ key: `k${n}`, exists: true })) })],
  ])("are 100 conditions, by %s", (_what, ask) => {
    expect(problemOf(ask(100))).toBeUndefined();
    expect(problemOf(ask(101))).toEqual({
      place: expect.stringMatching(/^where/) as string,
      message: "A query may have at most 100 conditions, each operator, and each value of `in`, being one.",
      allowed: "1..100 conditions",
      sent: "101 conditions",
    });
  });

  it("are told without a count, once there are far more", () => {
    const list = sizes(1, 1000);
    const started = process.cpuUsage();

    const problem = problemOf({ or: Array.from({ length: 1000 }, () => ({ or: list })) });

    expect(problem).toMatchObject({ place: "where", sent: "more than 2000" });
    expect(process.cpuUsage(started).user).toBeLessThan(500_000);
  });

  const two = (inner: object) => [{ size: { eq: "1" } }, inner];

  it.each<[what: string, deep: object, tooDeep: object, place: string]>([
    [
      "and, or",
      { and: two({ or: two({ and: two({ or: two({ and: two({ size: { eq: "2" } }) }) }) }) }) },
      { and: two({ or: two({ and: two({ or: two({ and: two({ size: { in: ["2", "3"] } }) }) }) }) }) },
      "where.and[1].or[1].and[1].or[1].and[1].size.in[0]",
    ],
    [
      "not",
      { not: { not: { not: { not: { not: { size: { eq: "1" } } } } } } },
      { not: { not: { not: { not: { not: { size: { exists: false } } } } } } },
      "where.not.not.not.not.not.size.exists",
    ],
    [
      "some",
      {
        or: two({
          and: two({ not: { labels: { some: { labelName: { eq: "a" }, labelLevel: { eq: "1" } } } } }),
        }),
      },
      {
        or: two({
          and: two({
            not: {
              labels: { some: { or: [{ labelName: { eq: "a", gt: "a" } }, { labelLevel: { eq: "1" } }] } },
            },
          }),
        }),
      },
      "where.or[1].and[1].not.labels.some.or[0].labelName.eq",
    ],
  ])("are 5 levels, by %s", (_what, deep, tooDeep, place) => {
    expect(problemOf(deep)).toBeUndefined();
    expect(problemOf(tooDeep)).toMatchObject({
      place,
      message: expect.stringContaining("at most 5 levels deep") as string,
    });
  });

  it("don't count what one condition stands in alone", () => {
    const deep = Array.from({ length: 20 }).reduce<object>((inner) => ({ and: [inner] }), {
      size: { eq: "1" },
    });

    expect(treeOf(deep)).toEqual(size("1"));
  });
});
