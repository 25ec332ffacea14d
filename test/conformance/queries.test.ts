import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Action, Request, SimpleQuery } from "../../src/contract/wire.ts";
import { repeat } from "../support/lists.ts";
import { skipDifferences } from "./differences.ts";
import { endpoints } from "./endpoints.ts";
import type { Pairs } from "./raw.ts";
import type { Service } from "./service.ts";

const DatasetName = "photos";

/** What each action needs beside the names of a project and a dataset. */
const given: Partial<Record<Action, Pairs>> = { SimpleQuery: [], FuzzyQuery: [["Query", "cat"]] };

const each = Object.entries(given) as [Action, Pairs][];

const leaf = { Field: "Size", Operation: "gt", Value: "1" };

/** A condition below so many logical operations. */
function below(levels: number): object {
  return levels === 0 ? leaf : { Operation: "and", SubQueries: [below(levels - 1)] };
}

function orOf(count: number): object {
  return { Operation: "or", SubQueries: repeat(count, () => leaf) };
}

describe.each(endpoints)("queries on %s", (endpoint, connect) => {
  skipDifferences(endpoint);
  let service: Service;
  let ProjectName: string;
  beforeAll(async () => {
    service = await connect();
    ({ ProjectName } = await service.project());
    await service.imm.call("CreateDataset", { ProjectName, DatasetName });
  });
  afterAll(() => service[Symbol.asyncDispose]());

  const names = (): [string, string][] => [
    ["ProjectName", ProjectName],
    ["DatasetName", DatasetName],
  ];

  const ask = (action: Action, own: Pairs) => {
    const sent = new Set(own.map(([name]) => name));
    const needed = given[action]!.filter(([name]) => !sent.has(name));
    return service.raw(action, [...names(), ...needed, ...own]);
  };

  it.each(each)("need what %s needs", async (action, own) => {
    const pairs: Pairs = [...names(), ...own];

    for (const [missing] of pairs) {
      const others = pairs.filter(([name]) => name !== missing);
      const absent = await service.raw(action, others);
      const empty = await service.raw(action, [...others, [missing, ""]]);
      expect([absent, empty]).toMatchObject([
        { status: 400, body: { Code: `Missing${missing}` } },
        { status: 400, body: { Code: `Missing${missing}` } },
      ]);
    }
  });

  it.each(each)("of %s find no project or dataset that isn't there", async (action, own) => {
    const inNoProject: Pairs = [["ProjectName", service.projectName()], ["DatasetName", DatasetName], ...own];
    const inNoDataset: Pairs = [["ProjectName", ProjectName], ["DatasetName", "none"], ...own];

    const answers = [await service.raw(action, inNoProject), await service.raw(action, inNoDataset)];

    expect(answers).toMatchObject([
      { status: 400, body: { Code: "ResourceNotFound", Message: expect.stringMatching(/project/i) } },
      { status: 400, body: { Code: "ResourceNotFound", Message: expect.stringMatching(/dataset/i) } },
    ]);
  });

  it.each<[Action, parameter: string, value: string]>([
    ["SimpleQuery", "Query", "{"],
    ["SimpleQuery", "Query", "[]"],
    ["SimpleQuery", "Query", "null"],
    ["SimpleQuery", "Query", "Size > 1"],
    ["SimpleQuery", "Aggregations", "["],
    ["SimpleQuery", "Aggregations", JSON.stringify({ Field: "Size", Operation: "sum" })],
    ["SimpleQuery", "WithFields", "Size"],
    ["SimpleQuery", "WithFields", '"Size"'],
    ["FuzzyQuery", "WithFields", "[Size"],
    ["FuzzyQuery", "WithFields", "{}"],
  ])("of %s are refused with the %s %s, which isn't its JSON", async (action, parameter, value) => {
    const { status, body } = await ask(action, [[parameter, value]]);

    expect([status, body["Code"]]).toEqual([400, `InvalidJSON Array parsing error,${parameter}`]);
  });

  it.each<[what: string, query: unknown]>([
    ["without an operation", { Field: "Size", Value: "1" }],
    ["of an unknown operation", { ...leaf, Operation: "like" }],
    ["of an operation in capital letters", { ...leaf, Operation: "GT" }],
    ["of an unknown field", { ...leaf, Field: "Sise" }],
    ["of no field", { Operation: "eq", Value: "1" }],
    ["of an operator that the field doesn't take", { ...leaf, Operation: "prefix" }],
    ["of a place without a place", { Field: "LatLong", Operation: "geo-distance", Value: "33,119" }],
    ["of a place off the earth", { Field: "LatLong", Operation: "geo-distance", Value: "91,0;1" }],
    ["of a rectangle of one corner", { Field: "LatLong", Operation: "geo-bounding-box", Value: "35,118" }],
    ["of a polygon of two points", { Field: "LatLong", Operation: "geo-polygon", Value: "33,118;33,120" }],
    ["of an operand that isn't text", { ...leaf, Value: 1 }],
    ["of a number that isn't one", { ...leaf, Value: "large" }],
    ["of a time that isn't one", { Field: "ProduceTime", Operation: "gt", Value: "yesterday" }],
    ["of a time without a zone", { Field: "ProduceTime", Operation: "gt", Value: "2024-01-01T00:00:00" }],
    ["without an operand", { Field: "Size", Operation: "gt" }],
    ["and of nothing", { Operation: "and" }],
    ["or of no conditions", { Operation: "or", SubQueries: [] }],
    ["not of something else than conditions", { Operation: "not", SubQueries: leaf }],
    ["nested in what isn't a list", { Operation: "nested", Field: "Size", SubQueries: [leaf] }],
    ["nested about another list", { Operation: "nested", Field: "Labels", SubQueries: [leaf] }],
    ["with more than 100 conditions", orOf(101)],
    ["deeper than 5 levels", below(6)],
  ])("are refused %s", async (_what, query) => {
    const { status, body } = await ask("SimpleQuery", [["Query", JSON.stringify(query)]]);

    expect(status).toBe(400);
    // IMM documents no code.
    expect(["InvalidQuery", "InvalidArgument"]).toContain(body["Code"]);
  });

  it.each<[Action, parameter: string, value: string, others?: Pairs]>([
    ["SimpleQuery", "MaxResults", "101"],
    ["SimpleQuery", "MaxResults", "-1"],
    ["SimpleQuery", "MaxResults", "many"],
    ["SimpleQuery", "MaxResults", "1.5"],
    ["FuzzyQuery", "MaxResults", "201"],
    ["FuzzyQuery", "MaxResults", "-1"],
    ["SimpleQuery", "Sort", "Size,Filename,MediaType,CreateTime,UpdateTime,URI"],
    ["SimpleQuery", "Sort", "Nonsense"],
    ["SimpleQuery", "Sort", "LatLong"],
    ["FuzzyQuery", "Sort", "Nonsense"],
    ["SimpleQuery", "Order", "up", [["Sort", "Size"]]],
    ["SimpleQuery", "Order", "asc,asc", [["Sort", "Size"]]],
    ["FuzzyQuery", "Order", "asc,desc,asc", [["Sort", "Size,Filename"]]],
    ["SimpleQuery", "WithFields", '["Nonsense"]'],
    ["FuzzyQuery", "WithFields", "[5]"],
    ["SimpleQuery", "WithoutTotalHits", "perhaps"],
    ["SimpleQuery", "NextToken", "MTIzNDU2Nzg6aW1tdGVzdA=="],
    ["FuzzyQuery", "NextToken", "x"],
    ["SimpleQuery", "Aggregations", '[{"Field":"Size"}]'],
    ["SimpleQuery", "Aggregations", '[{"Operation":"count"}]'],
    ["SimpleQuery", "Aggregations", '[{"Field":"Size","Operation":"median"}]'],
    ["SimpleQuery", "Aggregations", '[{"Field":"Filename","Operation":"sum"}]'],
    ["SimpleQuery", "Aggregations", '[{"Field":"Nonsense","Operation":"count"}]'],
    ["SimpleQuery", "Aggregations", "[5]"],
    ["SimpleQuery", "MaxResults", "-1", [["Aggregations", '[{"Field":"Size","Operation":"sum"}]']]],
  ])("of %s are refused with the %s %s", async (action, parameter, value, others = []) => {
    const { status, body } = await ask(action, [[parameter, value], ...others]);

    expect(status).toBe(400);
    expect([`Invalid${parameter}`, "InvalidArgument"]).toContain(body["Code"]);
  });

  it.each<[what: string, own: Pairs]>([
    ["with 100 conditions", [["Query", JSON.stringify(orOf(100))]]],
    ["5 levels deep", [["Query", JSON.stringify(below(5))]]],
    ["of 100 conditions on the same element of a list", [["Query", JSON.stringify(ofOneElement(100))]]],
    ["sorted by 5 fields", [["Sort", "Size,Filename,MediaType,CreateTime,URI"]]],
    [
      "sorted in fewer directions than fields",
      [
        ["Sort", "Size,Filename"],
        ["Order", "asc"],
      ],
    ],
    ["of 0 files to a page", [["MaxResults", "0"]]],
    ["of 1 file to a page", [["MaxResults", "1"]]],
    ["of 100 files to a page", [["MaxResults", "100"]]],
    ["with an empty token", [["NextToken", ""]]],
    ["of no fields in particular", [["WithFields", "[]"]]],
    ["of no aggregations", [["Aggregations", "[]"]]],
  ])("in an empty dataset find nothing, %s", async (_what, own) => {
    const answer = await ask("SimpleQuery", own);

    expect(answer).toEqual({
      status: 200,
      body: { RequestId: expect.any(String) as string, Files: [], TotalHits: 0n, NextToken: "" },
    });
  });

  it.each<[what: string, own: Pairs]>([
    ["by a word", []],
    ["by a sentence in Chinese", [["Query", "杭州西湖的照片"]]],
    ["by punctuation", [["Query", "'\"*()"]]],
    ["of 200 files to a page", [["MaxResults", "200"]]],
    ["sorted", [["Sort", "Size,Filename"]]],
  ])("in an empty dataset find no words, %s", async (_what, own) => {
    const { status, body } = await ask("FuzzyQuery", own);

    expect([status, body]).toMatchObject([200, { Files: [], NextToken: "" }]);
  });

  it("count nothing in an empty dataset", async () => {
    const asked = { ProjectName, DatasetName, MaxResults: 80_369 };
    const Aggregations = [
      { Field: "Size", Operation: "count" },
      { Field: "MediaType", Operation: "group" },
    ];

    const answer = await service.imm.call("SimpleQuery", { ...asked, Aggregations });

    expect(answer.Aggregations).toMatchObject([
      { Field: "Size", Operation: "count", Value: 0 },
      { Groups: [] },
    ]);
    expect(answer.Files).toBeUndefined();
    expect(answer.TotalHits).toBeUndefined();
  });

  it("leave the number of files out if they are asked to", async () => {
    const asked = { ProjectName, DatasetName, WithoutTotalHits: true };

    expect(await service.imm.call("SimpleQuery", asked)).not.toHaveProperty("TotalHits");
    expect(await service.imm.call("SimpleQuery", { ...asked, WithoutTotalHits: false })).toHaveProperty(
      "TotalHits",
      0,
    );
  });

  describe("of files that lie in a bucket", () => {
    let key: { ProjectName: string; DatasetName: string };

    beforeAll(async () => {
      if (endpoint === "the cloud") return;
      key = { ProjectName, DatasetName: "samples" };
      await service.imm.call("CreateDataset", { ...key, TemplateId: "Official:OSSBasicMeta" });
      const bucket = service.bucket();
      const Labels = [{ LabelName: "cat", LabelConfidence: 0.9 }];
      const files = [
        ["a.jpg", 2_000_000, { MediaType: "image", Labels }],
        // Each of these misses one condition of the sample.
        ["b.jpg", 1_048_576, { MediaType: "image", Labels }],
        ["c.jpg", 2_000_001, { MediaType: "image", Labels: [{ LabelName: "dog", LabelConfidence: 0.9 }] }],
        ["d.jpg", 2_000_002, { MediaType: "image", Labels: [{ LabelName: "cat", LabelConfidence: 0.7 }] }],
        [
          "e.mp4",
          2_000_003,
          {
            MediaType: "video",
            Labels: [
              { LabelName: "cat", LabelConfidence: 0.7 },
              { LabelName: "dog", LabelConfidence: 0.9 },
            ],
          },
        ],
      ] as const;
      for (const [name, size] of files) service.put(bucket, name, Buffer.alloc(size));
      await service.imm.call("BatchIndexFileMeta", {
        ...key,
        Files: files.map(([name, , file]) => ({
          ...{ URI: `oss://${bucket}/${name}`, CustomLabels: { Kind: "Sample" }, MediaType: file.MediaType },
          Labels: [...file.Labels],
        })),
      });
      await service.settled();
    });

    // A dataset with files isn't deleted.
    afterAll(async () => {
      if (endpoint === "the cloud") return;
      const { Files } = await service.imm.call("SimpleQuery", key);
      await service.imm.call("BatchDeleteFileMeta", { ...key, URIs: Files!.map(({ URI }) => URI!) });
    });

    const sample: SimpleQuery = {
      Operation: "and",
      SubQueries: [
        { Field: "Size", Operation: "gt", Value: "1048576" },
        {
          ...{ Operation: "nested", Field: "Labels" },
          SubQueries: [
            {
              Operation: "and",
              SubQueries: [
                { Field: "Labels.LabelName", Operation: "eq", Value: "cat" },
                { Field: "Labels.LabelConfidence", Operation: "gte", Value: "0.8" },
              ],
            },
          ],
        },
      ],
    } as SimpleQuery;

    const asked = (request: object) => ({ ...key, ...request }) as Request<"SimpleQuery">;

    const namesOf = async (request: object): Promise<string[]> => {
      const { Files } = await service.imm.call(
        "SimpleQuery",
        asked({ Sort: "Filename", Order: "asc", ...request }),
      );
      return Files!.map(({ Filename }) => Filename!);
    };

    it("answer IMM's own sample as IMM does", async () => {
      const { body } = await service.raw("SimpleQuery", [
        ...Object.entries(key),
        ["Query", JSON.stringify(sample)],
        ["Sort", "Size,Filename"],
        ["Order", "desc,asc"],
        ["WithFields", '["Filename","Size"]'],
      ]);

      expect(body).toEqual({
        RequestId: expect.any(String) as string,
        Files: [{ Filename: "a.jpg", Size: 2_000_000n }],
        TotalHits: 1n,
        NextToken: "",
      });
    });

    it("compute in IMM's own sample what IMM does", async () => {
      const { body } = await service.raw("SimpleQuery", [
        ...Object.entries(key),
        ["Query", JSON.stringify(sample)],
        ["Aggregations", '[{"Field":"Size","Operation":"sum"},{"Field":"MediaType","Operation":"group"}]'],
      ]);

      expect(body["Aggregations"]).toEqual([
        { Field: "Size", Operation: "sum", Value: 2_000_000n },
        { Field: "MediaType", Operation: "group", Groups: [{ Value: "image", Count: 1n }] },
      ]);
      expect(body).not.toHaveProperty("Files");
      expect(body).not.toHaveProperty("TotalHits");
    });

    it("take it from the conditions which list is nested, as in IMM's own sample", async () => {
      const nested = {
        Operation: "nested",
        SubQueries: [
          { Field: "Labels.LabelName", Operation: "eq", Value: "cat" },
          { Field: "Labels.LabelConfidence", Operation: "gte", Value: "0.8" },
        ],
      };

      expect(await namesOf({ Query: nested })).toEqual(["a.jpg", "b.jpg"]);
      expect(await namesOf({ Query: { Operation: "not", SubQueries: [nested] } })).toEqual([
        ...["c.jpg", "d.jpg", "e.mp4"],
      ]);
    });

    it("hold conditions outside nested against any label each", async () => {
      const Query = {
        Operation: "and",
        SubQueries: [
          { Field: "Labels.LabelName", Operation: "eq", Value: "cat" },
          { Field: "Labels.LabelConfidence", Operation: "gte", Value: "0.8" },
        ],
      };

      expect(await namesOf({ Query })).toEqual(["a.jpg", "b.jpg", "e.mp4"]);
    });

    it("know a custom label in capital and small letters", async () => {
      for (const [name, value] of [
        ["Kind", "Sample"],
        ["kind", "SAMPLE"],
      ]) {
        const Query = { Field: `CustomLabels.${name}`, Operation: "eq", Value: value! };
        expect(await namesOf({ Query })).toHaveLength(5);
      }
      expect(await namesOf({ Query: { Field: "CustomLabels.test", Operation: "exist" } })).toEqual([]);
    });

    it("go on by pages, each file once, until an empty token", async () => {
      const pages: string[][] = [];
      let NextToken = "";
      do {
        const page = await service.imm.call(
          "SimpleQuery",
          asked({ Sort: "MediaType,Size", Order: "desc", MaxResults: 2, ...(NextToken && { NextToken }) }),
        );
        pages.push(page.Files!.map(({ Filename }) => Filename!));
        expect(page.TotalHits).toBe(5);
        ({ NextToken } = page);
      } while (NextToken !== "");

      expect(pages).toEqual([["e.mp4", "b.jpg"], ["a.jpg", "c.jpg"], ["d.jpg"]]);
    });

    it("refuse the token of another query", async () => {
      const { NextToken } = await service.imm.call("SimpleQuery", asked({ Sort: "Size", MaxResults: 2 }));
      const { NextToken: ofWords } = await service.imm.call("FuzzyQuery", {
        ...key,
        Query: "cat",
        MaxResults: 2,
      });
      const others: readonly [Action, object][] = [
        ["SimpleQuery", { Sort: "Filename", NextToken }],
        ["SimpleQuery", { Sort: "Size", Order: "asc", NextToken }],
        ["SimpleQuery", { Sort: "Size", Query: leaf, NextToken }],
        ["SimpleQuery", { Sort: "Size", DatasetName, NextToken }],
        ["SimpleQuery", { NextToken: ofWords }],
        ["FuzzyQuery", { Query: "dog", NextToken: ofWords }],
        ["FuzzyQuery", { Query: "cat", NextToken }],
      ];

      for (const [action, request] of others) {
        await expect(service.imm.call(action, asked(request))).rejects.toMatchObject({
          ...{ code: "InvalidNextToken", httpStatus: 400 },
        });
      }
    });

    it("go on with a page of another size, and with other fields", async () => {
      const { NextToken } = await service.imm.call("SimpleQuery", asked({ Sort: "Size", MaxResults: 2 }));

      const { Files } = await service.imm.call(
        "SimpleQuery",
        asked({ Sort: "Size", MaxResults: 3, WithFields: ["Size"], WithoutTotalHits: true, NextToken }),
      );

      expect(Files).toEqual([{ Size: 2_000_001 }, { Size: 2_000_000 }, { Size: 1_048_576 }]);
    });

    it.each([
      ["cat", ["a.jpg", "b.jpg", "d.jpg", "e.mp4"]],
      ["mp4", ["e.mp4"]],
      ["sample", ["a.jpg", "b.jpg", "c.jpg", "d.jpg", "e.mp4"]],
      ["horse", []],
    ])("find the word %s in names and labels", async (Query, found) => {
      const { Files } = await service.imm.call("FuzzyQuery", {
        ...key,
        Query,
        Sort: "Filename",
        Order: "asc",
      });

      expect(Files!.map(({ Filename }) => Filename)).toEqual(found);
    });
  });
});

/** So many conditions on one label. */
function ofOneElement(count: number): object {
  const named = (n: number) => ({ Field: "Labels.LabelName", Operation: "eq", Value: `l${n}` });
  const any = { Operation: "or", SubQueries: repeat(count, named) };
  return { Operation: "nested", Field: "Labels", SubQueries: [any] };
}
