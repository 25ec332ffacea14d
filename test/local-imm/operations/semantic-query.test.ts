import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { photo } from "../../support/media/photo.ts";
import { startTestImm, type TestImm } from "../start.ts";

const key = { ProjectName: "atlas", DatasetName: "photos" };
const hangzhou = [{ Country: "中国", Province: "浙江省", City: "杭州市" }];

const files = {
  "cat.jpg": {
    Labels: [{ LabelName: "cat" }],
    ProduceTime: "2025-07-01T12:00:00+08:00",
    Addresses: hangzhou,
  },
  "kitten.jpg": { Labels: [{ LabelName: "cat" }], ProduceTime: "2023-01-01T12:00:00+08:00" },
  "beach.jpg": { CustomLabels: { trip: "beach" }, ProduceTime: "2025-07-02T12:00:00+08:00" },
  "cat.mp4": { Labels: [{ LabelName: "cat" }], MediaType: "video" },
} as const;

describe("SemanticQuery", () => {
  let imm: TestImm;
  beforeAll(async () => {
    imm = await startTestImm();
    await imm.call("CreateProject", { ProjectName: key.ProjectName });
    await imm.call("CreateDataset", { ...key, TemplateId: "Official:CognitionImageManagement" });
    for (const [index, name] of Object.keys(files).entries()) {
      imm.put("shots", name, await photo(index).jpeg().toBuffer());
    }
    imm.put("shots", "again.jpg", await photo(0).resize(160).jpeg({ quality: 60 }).toBuffer());
    imm.put("shots", "notes.txt", "no picture");
    const Files = Object.entries(files).map(([name, given]) => ({
      URI: `oss://shots/${name}`,
      MediaType: "image",
      ...given,
    }));
    await imm.call("BatchIndexFileMeta", { ...key, Files });
    await imm.settled();
  });
  afterAll(() => imm[Symbol.asyncDispose]());

  const query = async (params: Record<string, unknown>) => {
    const { status, body } = await imm.call("SemanticQuery", { ...key, ...params });
    if (status !== 200) return body["Message"];
    const found = body["Files"] as { URI: string }[];
    return found.map(({ URI }) => URI.slice("oss://shots/".length));
  };

  it.each<[string, string[]]>([
    ["cats", ["cat.jpg", "kitten.jpg"]],
    ["去年夏天的猫", ["cat.jpg"]],
    ["a cat in 2023", ["kitten.jpg"]],
    ["杭州", ["cat.jpg"]],
    ["last summer", ["beach.jpg", "cat.jpg"]],
    ["the beach", ["beach.jpg"]],
    ["a zebra", []],
    ["…", []],
  ])("finds the pictures that %j speaks of, the newest first", async (Query, found) => {
    expect(await query({ Query })).toEqual(found);
  });

  it("finds pictures unless other kinds of media are asked for", async () => {
    expect(await query({ Query: "cat", MediaTypes: ["video"] })).toEqual(["cat.mp4"]);
    expect(await query({ Query: "cat", MediaTypes: ["image", "video"] })).toHaveLength(3);
    expect(await query({ Query: "cat", MaxResults: 1 })).toEqual(["cat.jpg"]);
  });

  it("finds the pictures that look like another, which needn't be indexed", async () => {
    expect(await query({ SourceURI: "oss://shots/again.jpg" })).toEqual(["cat.jpg"]);
    expect(await query({ SourceURI: "oss://shots/again.jpg", Query: "beach" })).toEqual([]);
  });

  it("still knows what a picture looks like after an update of its labels", async () => {
    await imm.call("UpdateFileMeta", {
      ...key,
      File: { URI: "oss://shots/beach.jpg", CustomLabels: { trip: "beach" } },
    });

    expect(await query({ SourceURI: "oss://shots/beach.jpg" })).toEqual(["beach.jpg"]);
  });

  it("answers the fields that are asked for", async () => {
    const { body } = await imm.call("SemanticQuery", { ...key, Query: "beach", WithFields: ["Filename"] });

    expect(body["Files"]).toEqual([{ Filename: "beach.jpg" }]);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ["nothing", {}, "Query is mandatory for this action."],
    [
      "a picture that isn't there",
      { SourceURI: "oss://shots/none.jpg" },
      "Specified parameter SourceURI is not valid. File does not exist.",
    ],
    [
      "a file that is no picture",
      { SourceURI: "oss://shots/notes.txt" },
      "Specified parameter SourceURI is not valid. The file isn't a picture whose pixels can be compared.",
    ],
    [
      "too many results",
      { Query: "cat", MaxResults: 1001 },
      'Specified parameter MaxResults is not valid. MaxResults must be an integer from 1 to 1000; got "1001".',
    ],
  ])("refuses to look for %s", async (_what, params, message) => {
    expect(await query(params)).toBe(message);
  });
});
