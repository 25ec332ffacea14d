import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TestImm } from "../../start.ts";
import { ask, find, namesOf, startWithFiles } from "./files.ts";

const files = [
  {
    ...{ Filename: "a.jpg", Size: 10, MediaType: "image", CustomId: "A-1", Title: "West Lake at Dawn" },
    ...{ ProduceTime: "2024-05-01T00:00:00+08:00", LatLong: "30.134390,120.074997" },
    ImageScore: { OverallQualityScore: 0.7 },
    CustomLabels: { Trip: "Paris", "a.b": "1", Straße: "ÄÖ" },
    OSSTagging: { Env: "Prod" },
    OSSUserMeta: { "X-Oss-Meta-Owner": "Ann" },
    Labels: [
      { LabelName: "cat", LabelConfidence: 0.9, LabelLevel: 1 },
      { LabelName: "dog", LabelConfidence: 0.3 },
    ],
    Figures: [{ FigureId: "1", Age: 3, Gender: "female" }],
    Addresses: [{ City: "杭州市", AddressLine: "浙江省杭州市西湖区文三路123号" }],
  },
  {
    ...{ Filename: "b.jpg", Size: 20, MediaType: "image", CustomId: "A-2", Title: "Dawn at the lake" },
    ...{ ProduceTime: "2024-04-30T16:00:00Z", LatLong: "48.8583,2.2945" },
    ImageScore: { OverallQualityScore: 0.75 },
    CustomLabels: { trip: "PARIS in spring" },
    OSSTagging: { env: "prod" },
    OSSUserMeta: { "x-oss-meta-owner": "ann" },
    Labels: [
      { LabelName: "cat", LabelConfidence: 0.3 },
      { LabelName: "dog", LabelConfidence: 0.9 },
    ],
    Figures: [
      { FigureId: "2", Age: 40, Gender: "female" },
      { FigureId: "3", Age: 3, Gender: "male" },
    ],
  },
  {
    ...{ Filename: "c.mp4", Size: 9007199254740993n, MediaType: "video", Duration: 12.5 },
    ...{ ProduceTime: "2024-05-01T00:00:00.000000001+08:00", LatLong: "0,179.95", OSSTaggingCount: 2 },
    OCRTexts: "西湖的天空 Blue sky",
    VideoStreams: [{ Width: 1920, CodecName: "h264" }],
  },
  { Filename: "d.txt", Size: 0, Title: "", CustomLabels: {}, Labels: [], LatLong: "89.99,-30" },
  { Filename: "e.jpg", Size: 10, MediaType: "image", failed: true, Reason: "[InvalidArgument] Broken." },
];

const [a, b, c, d] = ["a.jpg", "b.jpg", "c.mp4", "d.txt"];

let imm: TestImm;
beforeAll(async () => {
  imm = await startWithFiles(files);
});
afterAll(() => imm[Symbol.asyncDispose]());

function leaf(Field: string, Operation: string, Value?: string): object {
  return { Field, Operation, Value };
}

function and(...SubQueries: object[]): object {
  return { Operation: "and", SubQueries };
}

function or(...SubQueries: object[]): object {
  return { Operation: "or", SubQueries };
}

function not(...SubQueries: object[]): object {
  return { Operation: "not", SubQueries };
}

function nested(Field: string | undefined, ...SubQueries: object[]): object {
  return { Operation: "nested", Field, SubQueries };
}

type Case = [Query: object, found: (string | undefined)[]];

describe("a condition", () => {
  it.each<Case>([
    [leaf("Size", "eq", "10"), [a]],
    [leaf("Size", "eq", "+10.0"), [a]],
    [leaf("Size", "gt", "10"), [b, c]],
    [leaf("Size", "gte", "10"), [a, b, c]],
    [leaf("Size", "lt", "10"), [d]],
    [leaf("Size", "lte", "1e1"), [a, d]],
    [leaf("Size", "eq", "9007199254740993"), [c]],
    [leaf("Size", "eq", "9007199254740992"), []],
    [leaf("Size", "gt", "9007199254740992"), [c]],
    [leaf("Size", "lt", "99999999999999999999"), [a, b, c, d]],
    [leaf("Size", "gt", "-0.5"), [a, b, c, d]],
    [leaf("Duration", "gt", "12.49"), [c]],
    [leaf("Duration", "eq", "12.5"), [c]],
    [leaf("ImageScore.OverallQualityScore", "gte", "0.75"), [b]],
    [leaf("OSSTaggingCount", "eq", "2"), [c]],
  ])("compares numbers as numbers: %j", async (Query, found) => {
    expect(await find(imm, Query)).toEqual(found);
  });

  it.each<Case>([
    [leaf("MediaType", "eq", "image"), [a, b]],
    [leaf("MediaType", "eq", "Image"), []],
    [leaf("MediaType", "gt", "image"), [c]],
    [leaf("Filename", "gte", "b.jpg"), [b, c, d]],
    [leaf("Filename", "lt", "B"), []],
    [leaf("Title", "eq", ""), [d]],
    [leaf("CustomId", "prefix", "A-"), [a, b]],
    [leaf("CustomId", "prefix", "a-"), []],
    [leaf("CustomId", "prefix", ""), [a, b]],
    [leaf("URI", "prefix", "oss://shots/b"), [b]],
    [leaf("ProjectName", "eq", "atlas"), [a, b, c, d]],
    [leaf("DatasetName", "prefix", "be"), []],
    [leaf("OwnerId", "eq", "111"), [a, b, c, d]],
    [leaf("ObjectType", "eq", "file"), [a, b, c, d]],
    [leaf("Filename", "prefix", "%"), []],
    [leaf("Filename", "prefix", "_"), []],
  ])("compares texts as they are written: %j", async (Query, found) => {
    expect(await find(imm, Query)).toEqual(found);
  });

  it.each<Case>([
    [leaf("ProduceTime", "eq", "2024-05-01T00:00:00+08:00"), [a, b]],
    [leaf("ProduceTime", "eq", "2024-04-30T18:00:00.000+02:00"), [a, b]],
    [leaf("ProduceTime", "gt", "2024-04-30T16:00:00Z"), [c]],
    [leaf("ProduceTime", "lte", "2024-05-01t00:00:00.000000001+08:00"), [a, b, c]],
    [leaf("ProduceTime", "lt", "1600-01-01T00:00:00Z"), []],
    [leaf("ProduceTime", "lt", "9999-12-31T23:59:59Z"), [a, b, c]],
    [leaf("CreateTime", "gt", "2026-01-02T11:04:05.12345679+08:00"), [c, d]],
  ])("compares times as instants: %j", async (Query, found) => {
    expect(await find(imm, Query)).toEqual(found);
  });

  it.each<Case>([
    [leaf("Title", "match-phrase", "lake"), [a, b]],
    [leaf("Title", "match-phrase", "WEST LAKE"), [a]],
    [leaf("Title", "match-phrase", "lake west"), []],
    [leaf("Title", "match-phrase", "west dawn"), []],
    [leaf("Title", "match-phrase", "daw"), []],
    [leaf("Title", "match-phrase", "…"), []],
    [leaf("Title", "match-phrase", ""), []],
    [leaf("Filename", "match-phrase", "jpg"), [a, b]],
    [leaf("OCRTexts", "match-phrase", "西湖"), [c]],
    [leaf("OCRTexts", "match-phrase", "天空 blue"), [c]],
    [leaf("OCRTexts", "match-phrase", "西天"), []],
    [leaf("Addresses.AddressLine", "match-phrase", "文三路123"), [a]],
    [leaf("Labels.LabelName", "match-phrase", "Cat"), [a, b]],
  ])("finds words that stand side by side: %j", async (Query, found) => {
    expect(await find(imm, Query)).toEqual(found);
  });

  it.each<Case>([
    [leaf("Duration", "exist"), [c]],
    [leaf("Title", "exist"), [a, b, d]],
    [leaf("LatLong", "exist"), [a, b, c, d]],
    [leaf("Labels.LabelName", "exist"), [a, b]],
    [leaf("Labels.LabelLevel", "exist"), [a]],
    [leaf("Labels", "exist"), [a, b]],
    [leaf("CustomLabels", "exist"), [a, b]],
    [leaf("CustomLabels.trip", "exist"), [a, b]],
    [leaf("CustomLabels.a.b", "exist"), [a]],
    [leaf("CustomLabels.a", "exist"), []],
    [leaf("OSSUserMeta.x-oss-meta-owner", "exist"), [a, b]],
    [leaf("OCRTexts", "exist"), [c]],
    [leaf("Duration", "exist", "no matter what"), [c]],
  ])("asks whether a field is there: %j", async (Query, found) => {
    expect(await find(imm, Query)).toEqual(found);
  });

  it.each<Case>([
    [leaf("CustomLabels.trip", "eq", "paris"), [a]],
    [leaf("CustomLabels.TRIP", "prefix", "pARIS"), [a, b]],
    [leaf("CustomLabels.STRAßE", "eq", "äö"), [a]],
    [leaf("OSSTagging.Env", "eq", "Prod"), [a]],
    [leaf("OSSTagging.env", "eq", "prod"), [b]],
    [leaf("OSSTagging.Env", "eq", "prod"), []],
    [leaf("OSSUserMeta.x-oss-meta-OWNER", "eq", "Ann"), [a]],
    [leaf("OSSUserMeta.X-OSS-META-owner", "eq", "ann"), [b]],
    [leaf("OSSUserMeta.x-oss-meta-owner", "eq", "ANN"), []],
  ])("takes capital for small letters where IMM does: %j", async (Query, found) => {
    expect(await find(imm, Query)).toEqual(found);
  });

  it.each<Case>([
    [leaf("LatLong", "geo-distance", "30.13,120.07;1000"), [a]],
    [leaf("LatLong", "geo-distance", "30.13,120.07;100"), []],
    [leaf("LatLong", "geo-distance", "30.134390,120.074997;0"), [a]],
    [leaf("LatLong", "geo-distance", " 30.13 , 120.07 ; 1000.5 "), [a]],
    [leaf("LatLong", "geo-distance", "0,-179.95;12000"), [c]],
    [leaf("LatLong", "geo-distance", "90,0;2000"), [d]],
    [leaf("LatLong", "geo-distance", "-90,0;40100000"), [a, b, c, d]],
    [leaf("LatLong", "geo-bounding-box", "49,2;48,3"), [b]],
    [leaf("LatLong", "geo-bounding-box", "1,170;-1,-170"), [c]],
    [leaf("LatLong", "geo-bounding-box", "90,-180;-90,180"), [a, b, c, d]],
    [leaf("LatLong", "geo-polygon", "29,119;31,120;31,121;29,121"), [a]],
    [leaf("LatLong", "geo-polygon", "1,179;1,-179;-1,-179;-1,179"), [c]],
    [leaf("LatLong", "geo-polygon", "48,2;49,2;49,2.2"), []],
  ])("finds places: %j", async (Query, found) => {
    expect(await find(imm, Query)).toEqual(found);
  });

  it.each<Case>([
    [and(leaf("Size", "gt", "0"), leaf("MediaType", "eq", "image")), [a, b]],
    [or(leaf("Size", "eq", "0"), leaf("MediaType", "eq", "video")), [c, d]],
    [not(leaf("MediaType", "eq", "image")), [c, d]],
    [not(leaf("MediaType", "eq", "image"), leaf("MediaType", "eq", "video")), [d]],
    [not(leaf("Duration", "gt", "1")), [a, b, d]],
    [not(not(leaf("Duration", "gt", "1"))), [c]],
    [not(leaf("Labels.LabelName", "eq", "cat")), [c, d]],
    [and(leaf("Size", "gt", "10"), or(leaf("Duration", "exist"), not(leaf("Size", "gte", "20")))), [c]],
  ])("is combined with others: %j", async (Query, found) => {
    expect(await find(imm, Query)).toEqual(found);
  });

  const cat = leaf("Labels.LabelName", "eq", "cat");
  const sure = leaf("Labels.LabelConfidence", "gte", "0.8");
  const young = leaf("Figures.Age", "lt", "10");
  const female = leaf("Figures.Gender", "eq", "female");

  it.each<Case>([
    [and(cat, sure), [a, b]],
    [nested("Labels", cat, sure), [a]],
    [nested("Labels", and(cat, sure)), [a]],
    [nested(undefined, and(cat, sure)), [a]],
    [nested("", cat, sure), [a]],
    [nested("Labels", or(cat, sure)), [a, b]],
    [nested("Labels", not(cat)), [a, b]],
    [nested("Labels", sure, not(cat)), [b]],
    [not(nested("Labels", cat, sure)), [b, c, d]],
    [nested("Labels", leaf("Labels.LabelLevel", "exist")), [a]],
    [nested("Labels", cat, not(leaf("Labels.LabelLevel", "exist"))), [b]],
    [nested("Figures", young, female), [a]],
    [nested(undefined, young, female), [a]],
    [not(nested(undefined, young, female)), [b, c, d]],
    [and(young, female), [a, b]],
    [nested("VideoStreams", leaf("VideoStreams.Width", "gt", "1000")), [c]],
    [and(nested("Labels", cat, sure), nested("Figures", young)), [a]],
  ])("on a list holds of any element, nested of one and the same: %j", async (Query, found) => {
    expect(await find(imm, Query)).toEqual(found);
  });

  it("finds all that is indexed if there is none", async () => {
    const { body } = await ask(imm, "SimpleQuery", {});

    expect(body).toMatchObject({ TotalHits: 4n, NextToken: "" });
    expect(body["Files"]).toHaveLength(4);
  });

  it.each<Case>([
    [leaf("Filename", "eq", "e.jpg"), []],
    [not(leaf("Filename", "eq", "a.jpg")), [b, c, d]],
    [leaf("ObjectStatus", "eq", "Indexed"), [a, b, c, d]],
    [or(leaf("ObjectStatus", "exist"), leaf("Size", "gt", "0")), [a, b, c, d, "e.jpg"]],
    [leaf("ObjectStatus", "eq", "Failed"), ["e.jpg"]],
    [not(leaf("ObjectStatus", "eq", "Indexed")), ["e.jpg"]],
    [and(leaf("ObjectStatus", "eq", "Failed"), leaf("URI", "prefix", "oss://shots/e")), ["e.jpg"]],
    [and(leaf("ObjectStatus", "eq", "Failed"), leaf("Size", "eq", "10")), []],
  ])("finds what failed only by its status: %j", async (Query, found) => {
    const names = await ask(imm, "SimpleQuery", { Query, Sort: "URI", Order: "asc" });

    expect(namesOf(names)).toEqual(found);
    expect(names.body["TotalHits"]).toBe(BigInt(found.length));
  });

  it("shows of what failed why it did", async () => {
    const Query = leaf("ObjectStatus", "eq", "Failed");

    const { body } = await ask(imm, "SimpleQuery", { Query, WithFields: ["URI", "ObjectStatus", "Reason"] });

    expect(body["Files"]).toEqual([
      { URI: "oss://shots/e.jpg", ObjectStatus: "Failed", Reason: "[InvalidArgument] Broken." },
    ]);
  });
});
