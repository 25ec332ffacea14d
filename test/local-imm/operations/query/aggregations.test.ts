import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TestImm } from "../../start.ts";
import { ask, startWithFiles } from "./files.ts";

const files = [
  {
    ...{ Filename: "a", Size: 10, MediaType: "image", ProduceTime: "2024-05-01T00:00:00+08:00" },
    CustomLabels: { Trip: "Paris" },
    Labels: [
      { LabelName: "cat", LabelConfidence: 0.5 },
      { LabelName: "cat", LabelConfidence: 0.25 },
      { LabelName: "dog" },
    ],
  },
  {
    ...{ Filename: "b", Size: 20, MediaType: "image", ProduceTime: "2024-04-30T16:00:00Z", Duration: 0.5 },
    CustomLabels: { trip: "PARIS" },
    Labels: [{ LabelName: "dog", LabelConfidence: 1 }],
  },
  { Filename: "c", Size: 60, MediaType: "video", Duration: 1.25, CustomLabels: { trip: "Rome" } },
  { Filename: "d", MediaType: "Image", ProduceTime: "2024-04-30T16:00:00.5Z" },
  { Filename: "e", MediaType: "image", Size: 1000, failed: true },
];

let imm: TestImm;
beforeAll(async () => {
  imm = await startWithFiles(files);
});
afterAll(() => imm[Symbol.asyncDispose]());

/** What is computed, without the field and the operation that it is of. */
async function compute(asked: [Field: string, Operation: string][], params: object = {}) {
  const Aggregations = asked.map(([Field, Operation]) => ({ Field, Operation }));
  const { body } = await ask(imm, "SimpleQuery", { ...params, Aggregations });
  const computed = body["Aggregations"] as Record<string, unknown>[];
  expect(computed.map(({ Field, Operation }) => [Field, Operation])).toEqual(asked);
  return computed.map(({ Field: _field, Operation: _operation, ...values }) => values);
}

const image = { Field: "MediaType", Operation: "eq", Value: "image" };

describe("an aggregation", () => {
  it.each<[field: string, operation: string, found: object, ofImages: object]>([
    ["Size", "min", { Value: 10n }, { Value: 10n }],
    ["Size", "max", { Value: 60n }, { Value: 20n }],
    ["Size", "sum", { Value: 90n }, { Value: 30n }],
    ["Size", "average", { Value: 30n }, { Value: 15n }],
    ["Size", "count", { Value: 3n }, { Value: 2n }],
    ["Size", "distinct", { Value: 3n }, { Value: 2n }],
    ["Duration", "sum", { Value: 1.75 }, { Value: 0.5 }],
    ["Duration", "average", { Value: 0.875 }, { Value: 0.5 }],
    ["MediaType", "count", { Value: 4n }, { Value: 2n }],
    ["MediaType", "distinct", { Value: 3n }, { Value: 1n }],
    ["ProduceTime", "count", { Value: 3n }, { Value: 2n }],
    ["ProduceTime", "distinct", { Value: 2n }, { Value: 1n }],
    ["URI", "distinct", { Value: 4n }, { Value: 2n }],
    ["ImageWidth", "count", { Value: 0n }, { Value: 0n }],
    ["ImageWidth", "distinct", { Value: 0n }, { Value: 0n }],
    ["ImageWidth", "sum", {}, {}],
    ["ImageWidth", "max", {}, {}],
    ["Labels.LabelName", "count", { Value: 2n }, { Value: 2n }],
    ["Labels.LabelName", "distinct", { Value: 2n }, { Value: 2n }],
    ["Labels.LabelConfidence", "max", { Value: 1n }, { Value: 1n }],
    ["Labels.LabelConfidence", "sum", { Value: 1.75 }, { Value: 1.75 }],
    ["CustomLabels.TRIP", "count", { Value: 3n }, { Value: 2n }],
    ["CustomLabels.trip", "distinct", { Value: 2n }, { Value: 1n }],
    ["CustomLabels.none", "count", { Value: 0n }, { Value: 0n }],
    ["DatasetName", "distinct", { Value: 1n }, { Value: 1n }],
  ])("of %s: %s, over all that is indexed, or what meets conditions", async (field, operation, all, some) => {
    expect(await compute([[field, operation]])).toEqual([all]);
    expect(await compute([[field, operation]], { Query: image })).toEqual([some]);
  });

  it.each<[field: string, groups: [value: string, count: bigint][]]>([
    [
      "MediaType",
      [
        ["image", 2n],
        ["Image", 1n],
        ["video", 1n],
      ],
    ],
    [
      "Size",
      [
        ["10", 1n],
        ["20", 1n],
        ["60", 1n],
      ],
    ],
    [
      "Duration",
      [
        ["0.5", 1n],
        ["1.25", 1n],
      ],
    ],
    [
      "ProduceTime",
      [
        ["2024-05-01T00:00:00+08:00", 2n],
        ["2024-05-01T00:00:00.5+08:00", 1n],
      ],
    ],
    [
      "Labels.LabelName",
      [
        ["dog", 2n],
        ["cat", 1n],
      ],
    ],
    [
      "CustomLabels.trip",
      [
        ["PARIS", 2n],
        ["Rome", 1n],
      ],
    ],
    ["ObjectStatus", [["Indexed", 4n]]],
    ["DatasetName", [["photos", 4n]]],
    ["ImageWidth", []],
  ])("groups by %s: each value with the number of its files, the largest first", async (field, groups) => {
    const Groups = groups.map(([Value, Count]) => ({ Value, Count }));

    expect(await compute([[field, "group"]])).toEqual([{ Groups }]);
    const everything = { Field: "URI", Operation: "prefix", Value: "oss://" };
    expect(await compute([[field, "group"]], { Query: everything })).toEqual([{ Groups }]);
  });

  it("has so many groups at most, those of the most files", async () => {
    const two = [
      { Value: "image", Count: 2n },
      { Value: "Image", Count: 1n },
    ];

    expect(await compute([["MediaType", "group"]], { MaxResults: 2 })).toEqual([{ Groups: two }]);
    expect(await compute([["MediaType", "group"]], { MaxResults: 1, Query: image })).toEqual([
      { Groups: two.slice(0, 1) },
    ]);
  });

  it("may have 2000 groups, and 100 if nothing is said", async () => {
    await using many = await startWithFiles(
      Array.from({ length: 2001 }, (_, index) => ({ Filename: `f${index}`, Size: index })),
    );
    const Aggregations = [{ Field: "Size", Operation: "group" }];

    const counts = await Promise.all(
      [undefined, 0, 150, 2000, 80_369].map(async (MaxResults) => {
        const { body } = await ask(many, "SimpleQuery", {
          Aggregations,
          ...(MaxResults !== undefined && { MaxResults }),
        });
        return (body["Aggregations"] as { Groups: unknown[] }[])[0]!.Groups.length;
      }),
    );

    expect(counts).toEqual([100, 100, 150, 2000, 2000]);
  });

  it("stands beside others in the order in which they are asked for", async () => {
    const asked: [string, string][] = [
      ...([
        ["Size", "sum"],
        ["MediaType", "group"],
        ["Size", "min"],
        ["Size", "sum"],
      ] as [string, string][]),
    ];

    expect(await compute(asked, { Query: image })).toEqual([
      ...[{ Value: 30n }, { Groups: [{ Value: "image", Count: 2n }] }, { Value: 10n }, { Value: 30n }],
    ]);
  });

  it("takes the place of files and their number", async () => {
    const { body } = await ask(imm, "SimpleQuery", {
      ...{ Aggregations: [{ Field: "Size", Operation: "count" }], Sort: "Size", WithFields: ["Size"] },
    });

    expect(body).toEqual({
      RequestId: expect.any(String) as string,
      Aggregations: [{ Field: "Size", Operation: "count", Value: 3n }],
      NextToken: "",
    });
  });

  it("knows of what failed no more than conditions on its status say", async () => {
    const Query = { Field: "ObjectStatus", Operation: "eq", Value: "Failed" };

    expect(
      await compute(
        [
          ["URI", "count"],
          ["Size", "count"],
        ],
        { Query },
      ),
    ).toEqual([{ Value: 1n }, { Value: 0n }]);
  });
});
