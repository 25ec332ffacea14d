import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TestImm } from "../../start.ts";
import { ask, key, namesOf, startWithFiles } from "./files.ts";

/** The names on all pages of so many files. */
async function pagesOf(imm: TestImm, MaxResults: number, params: Record<string, unknown>) {
  const pages: (readonly string[] | string)[] = [];
  let NextToken = "";
  do {
    const answer = await ask(imm, "SimpleQuery", { ...params, MaxResults, NextToken });
    pages.push(namesOf(answer));
    NextToken = answer.body["NextToken"] as string;
  } while (NextToken);
  return pages;
}

async function sorted(imm: TestImm, params: Record<string, unknown>) {
  return namesOf(await ask(imm, "SimpleQuery", params));
}

describe("sorted files", () => {
  const files = [
    { Filename: "d", Size: 20, MediaType: "image", ProduceTime: "2024-05-01T00:00:00+08:00" },
    { Filename: "b", Size: 10, MediaType: "video", ProduceTime: "2024-04-30T16:00:00.5Z" },
    { Filename: "a", Size: 9007199254740993n, MediaType: "image", Title: "x" },
    { Filename: "C", Size: 9007199254740992n, Title: "\u{1f600}", Duration: 1.5 },
    { Filename: "e", MediaType: "video", Title: "\ufffd", ProduceTime: "2024-04-30T00:00:00Z" },
    { Filename: "f", failed: true },
  ];
  let imm: TestImm;
  beforeAll(async () => {
    imm = await startWithFiles(files);
  });
  afterAll(() => imm[Symbol.asyncDispose]());

  it.each([
    [undefined, undefined, "C a b d e"],
    [undefined, "asc", "C a b d e"],
    [undefined, "desc", "e d b a C"],
    ["Filename", undefined, "e d b a C"],
    ["Filename", "asc", "C a b d e"],
    ["Filename", " asc ", "C a b d e"],
    ["URI", "desc", "e d b a C"],
    ["Size", "asc", "b d C a e"],
    ["Size", "desc", "a C d b e"],
    ["Size", undefined, "a C d b e"],
    ["ProduceTime", "asc", "e d b a C"],
    ["ProduceTime", "desc", "b d e C a"],
    ["Duration", "asc", "C d b a e"],
    ["Duration", "desc", "C e a b d"],
    ["Title", "asc", "a e C d b"],
    ["Title", "desc", "C e a b d"],
    ["MediaType,Size", undefined, "b e a d C"],
    ["MediaType,Size", "asc,asc", "d a b e C"],
    ["MediaType,Size", "desc", "b e d a C"],
    ["MediaType, Size", "asc, desc", "a d b e C"],
    ["Title,ProduceTime,Size", "desc,asc", "C e a d b"],
    ["CreateTime", "asc", "d b a C e"],
    ["UpdateTime", undefined, "e C a b d"],
    ["ProjectName,Size", "asc", "b d C a e"],
    ["Size,Size,Size", "asc,desc", "b d C a e"],
    ["MediaType,ProduceTime,Duration,Title,URI", "asc,desc,asc,desc,asc", "d a b e C"],
  ])("by %s %s stand in this order, whole and in pages: %s", async (Sort, Order, names) => {
    const params = { ...(Sort && { Sort }), ...(Order && { Order }) };
    const inOrder = names.split(" ");

    expect(await sorted(imm, params)).toEqual(inOrder);
    for (const size of [1, 2, 4]) {
      expect((await pagesOf(imm, size, params)).flat()).toEqual(inOrder);
    }
  });

  it("are on the last page even if it is full", async () => {
    expect(await pagesOf(imm, 5, {})).toHaveLength(1);
    expect(await pagesOf(imm, 4, {})).toEqual([["C", "a", "b", "d"], ["e"]]);
  });

  it("that failed are sorted by what they have", async () => {
    const Query = { Field: "ObjectStatus", Operation: "exist" };

    expect(await pagesOf(imm, 2, { Query, Sort: "Size", Order: "asc" })).toEqual([
      ...[
        ["b", "d"],
        ["C", "a"],
        ["e", "f"],
      ],
    ]);
    expect(await pagesOf(imm, 4, { Query, Sort: "URI", Order: "desc" })).toEqual([
      ...[
        ["f", "e", "d", "b"],
        ["a", "C"],
      ],
    ]);
  });

  it("have the fields that are asked for, those which they have", async () => {
    const asked = { Sort: "Size", WithFields: ["Size", "Title", "Duration", "Size"] };

    const { body } = await ask(imm, "SimpleQuery", asked);

    expect(body["Files"]).toEqual([
      ...[
        { Size: 9007199254740993n, Title: "x" },
        { Size: 9007199254740992n, Title: "\u{1f600}", Duration: 1.5 },
      ],
      ...[{ Size: 20n }, { Size: 10n }, { Title: "\ufffd" }],
    ]);
  });

  it("have all fields if none are asked for", async () => {
    const { body } = await ask(imm, "SimpleQuery", { MaxResults: 1, Sort: "Filename", WithFields: [] });

    expect(body["Files"]).toEqual([
      {
        ...{ ...key, OwnerId: "111", URI: "oss://shots/e", ObjectType: "file", ObjectStatus: "Indexed" },
        ObjectId: "af75b3939c1971656590870a7e8c336c8de85800cbcc29e93631e0d568cfaeff",
        ...{
          CreateTime: "2026-01-02T11:04:05.123456793+08:00",
          UpdateTime: "2026-01-02T11:04:05.123456793+08:00",
        },
        ...{ Filename: "e", MediaType: "video", Title: "\ufffd", ProduceTime: "2024-04-30T00:00:00Z" },
      },
    ]);
  });

  it("are counted on each page, all that meet the conditions", async () => {
    const Query = { Field: "Size", Operation: "gt", Value: "10" };
    const first = await ask(imm, "SimpleQuery", { Query, MaxResults: 1 });
    const { NextToken } = first.body;
    const second = await ask(imm, "SimpleQuery", { Query, MaxResults: 1, NextToken });

    expect([first.body["TotalHits"], second.body["TotalHits"]]).toEqual([3n, 3n]);
    const uncounted = await ask(imm, "SimpleQuery", { Query, NextToken, WithoutTotalHits: true });
    expect(Object.keys(uncounted.body)).toEqual(["RequestId", "Files", "NextToken"]);
  });
});

describe("a token", () => {
  /** Sizes 10 to 60, so that the token of the first page of two stands at 20. */
  const startSix = () =>
    startWithFiles([10, 20, 30, 40, 50, 60].map((Size) => ({ Filename: `f${Size}`, Size })));

  const bySize = { Sort: "Size", Order: "asc" };

  async function tokenAfterTwo(imm: TestImm, params: Record<string, unknown> = bySize): Promise<string> {
    const { body } = await ask(imm, "SimpleQuery", { ...params, MaxResults: 2 });
    return body["NextToken"] as string;
  }

  /** Has a file of so many bytes indexed, again if it is there. */
  async function index(imm: TestImm, name: string, bytes: number): Promise<void> {
    imm.put("shots", name, "x".repeat(bytes));
    await imm.call("IndexFileMeta", { ...key, File: { URI: `oss://shots/${name}` } });
    await imm.settled();
  }

  const remove = (imm: TestImm, name: string) =>
    imm.call("DeleteFileMeta", { ...key, URI: `oss://shots/${name}` });

  it.each<[what: string, change: (imm: TestImm) => Promise<unknown>, rest: string]>([
    ["nothing changes", () => Promise.resolve(), "f30 f40 f50 f60"],
    ["a file comes before it", (imm) => index(imm, "new", 15), "f30 f40 f50 f60"],
    ["a file comes behind it", (imm) => index(imm, "new", 35), "f30 new f40 f50 f60"],
    ["a file comes with the same value", (imm) => index(imm, "new", 20), "new f30 f40 f50 f60"],
    ["a file goes before it", (imm) => remove(imm, "f10"), "f30 f40 f50 f60"],
    ["a file goes behind it", (imm) => remove(imm, "f30"), "f40 f50 f60"],
    ["its own file goes", (imm) => remove(imm, "f20"), "f30 f40 f50 f60"],
    ["its own file moves up", (imm) => index(imm, "f20", 5), "f30 f40 f50 f60"],
    ["its own file moves down", (imm) => index(imm, "f20", 45), "f30 f40 f20 f50 f60"],
    ["its own file stays where it is", (imm) => index(imm, "f20", 20), "f30 f40 f50 f60"],
    ["a file moves from behind it to before it", (imm) => index(imm, "f60", 1), "f30 f40 f50"],
    [
      "a file is there again",
      async (imm) => {
        await remove(imm, "f60");
        await index(imm, "f60", 60);
      },
      "f30 f40 f50 f60",
    ],
  ])("goes on where its page ended if %s", async (_what, change, rest) => {
    await using imm = await startSix();
    const NextToken = await tokenAfterTwo(imm);

    await change(imm);

    expect(await sorted(imm, { ...bySize, NextToken })).toEqual(rest.split(" "));
  });

  it.each([
    ["asc", "f30 f40 f50 f60"],
    ["desc", "f40 f30 f20 f10"],
  ])("goes on among files without the field that they are sorted by, %s", async (Order, rest) => {
    await using imm = await startSix();
    const params = { Sort: "Duration", Order };
    const NextToken = await tokenAfterTwo(imm, params);

    await remove(imm, Order === "asc" ? "f20" : "f50");

    expect(await sorted(imm, { ...params, NextToken })).toEqual(rest.split(" "));
  });

  it("takes the same conditions however they are written", async () => {
    await using imm = await startSix();
    const NextToken = await tokenAfterTwo(imm, {
      ...{ ...bySize, Query: '{"Field":"Size","Operation":"gt","Value":"10"}' },
    });
    const Query = '{ "Value": "10", "Operation": "gt", "Field": "Size" }';

    const params = { Query, Sort: " Size", Order: "asc", WithFields: ["Filename"], NextToken };
    expect(await sorted(imm, params)).toEqual(["f40", "f50", "f60"]);
  });

  it("of other conditions, another order or another dataset is refused", async () => {
    await using imm = await startSix();
    const NextToken = await tokenAfterTwo(imm);
    const Query = { Field: "Size", Operation: "gt", Value: "0" };
    const others = [
      ...[
        { Query },
        { Order: "desc" },
        { Sort: "Filename" },
        { Sort: "Size,Filename" },
        { DatasetName: "behind" },
      ],
      ...[
        { NextToken: `${NextToken}=` },
        { NextToken: NextToken.slice(1) },
        { NextToken: NextToken.toLowerCase() },
      ],
    ];

    for (const other of others) {
      const { status, body } = await ask(imm, "SimpleQuery", { ...bySize, NextToken, ...other });
      expect([other, status, body["Code"]]).toEqual([other, 400, "InvalidNextToken"]);
    }
  });

  it("of a dataset that was deleted finds nothing of the one that has its name", async () => {
    await using imm = await startSix();
    const NextToken = await tokenAfterTwo(imm);
    const { body } = await ask(imm, "SimpleQuery", {});
    const URIs = (body["Files"] as { URI: string }[]).map(({ URI }) => URI);
    await imm.call("BatchDeleteFileMeta", { ...key, URIs });
    await imm.call("DeleteDataset", key);

    const gone = await ask(imm, "SimpleQuery", { ...bySize, NextToken });
    await imm.call("CreateDataset", { ...key, TemplateId: "Official:OSSBasicMeta" });
    const empty = await ask(imm, "SimpleQuery", { ...bySize, NextToken });
    await index(imm, "f70", 70);

    expect(gone).toMatchObject({ status: 400, body: { Code: "ResourceNotFound" } });
    expect(empty).toMatchObject({ status: 200, body: { Files: [], TotalHits: 0n, NextToken: "" } });
    expect(await sorted(imm, { ...bySize, NextToken })).toEqual(["f70"]);
  });
});
