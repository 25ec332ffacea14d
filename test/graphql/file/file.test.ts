import { describe, expect, it } from "vitest";
import { gatewayTo } from "../../support/gateway/gateway.ts";
import { startFileUpstream } from "../../support/upstream/file-upstream.ts";
import { json, RequestId, startUpstream } from "../../support/upstream/upstream.ts";

const uri = "oss://examplebucket/a.jpg";
const key = `projectName: "atlas", datasetName: "photos", uri: "${uri}"`;

/** What a file with these fields answers to a selection. */
async function select(selection: string, fields: object) {
  await using upstream = await startFileUpstream({ files: { [uri]: fields } });
  await using service = gatewayTo(upstream.url);
  const { data, errors } = await service.send<{ file: Record<string, unknown> }, object>(
    `{ file(${key}) { ${selection} } }`,
  );
  expect(errors).toBeUndefined();
  return data!.file;
}

/** The same of a file whose fields are JSON text, as it is written. */
async function selectOfText(selection: string, fields: string) {
  await using upstream = await startUpstream(
    json(200, `{"RequestId":"${RequestId}","Files":[{"URI":"${uri}",${fields}}]}`),
  );
  await using service = gatewayTo(upstream.url);
  const { data, errors } = await service.send<{ file: Record<string, unknown> }, object>(
    `{ file(${key}) { ${selection} } }`,
  );
  expect(errors).toBeUndefined();
  return data!.file;
}

describe("a file", () => {
  it("has its names though IMM's answer leaves them out", async () => {
    const file = await select("id projectName datasetName uri objectStatus fileReason", {
      ObjectStatus: "Failed",
      Reason: "[InvalidArgument] File does not exist.",
    });

    expect(file).toEqual({
      id: Buffer.from("File:atlas/photos/oss:%2F%2Fexamplebucket%2Fa.jpg").toString("base64"),
      projectName: "atlas",
      datasetName: "photos",
      uri,
      objectStatus: "Failed",
      fileReason: "[InvalidArgument] File does not exist.",
    });
  });

  it("has numbers of 64 bits as text, to the digit, and seconds as numbers", async () => {
    const file = await selectOfText(
      "size bitrate duration fileStartTime videoStreams { index duration streamStartTime }",
      '"Size":9007199254740993,"Bitrate":-9223372036854775808,"Duration":15.263,"StartTime":0,"VideoStreams":[{"Index":0,"Duration":22.88,"StartTime":"0.0235"}]',
    );

    expect(file).toEqual({
      size: "9007199254740993",
      bitrate: "-9223372036854775808",
      duration: 15.263,
      fileStartTime: 0,
      videoStreams: [{ index: "0", duration: 22.88, streamStartTime: 0.0235 }],
    });
  });

  it("has parts within parts", async () => {
    const file = await select(
      `figures { figureId age ageSd boundary { left polygon { x y } } headPose { yaw } }
       labels { labelName labelLevel clips { timeRange } } sceneElements { frameTimes labels { labelName } }
       audioCovers { imageWidth exifTag(tag: "Format") } addresses { city } imageScore { overallQualityScore }
       elements { elementContents { type url } elementRelations { objectId } }
       insights { image { caption } } ocrContents { contents } semanticTypes`,
      {
        Figures: [
          {
            FigureId: "f",
            Age: 29,
            AgeSD: 5,
            Boundary: { Left: 10, Polygon: [{ X: 1, Y: 2 }] },
            HeadPose: { Yaw: 2.5 },
          },
        ],
        Labels: [{ LabelName: "椅子", LabelLevel: 2, Clips: [{ TimeRange: [0, 1500] }] }],
        SceneElements: [{ FrameTimes: [500], Labels: [{ LabelName: "sky" }] }],
        AudioCovers: [{ ImageWidth: 500, EXIF: '{"Format":{"value":"jpg"}}' }],
        Addresses: [{ City: "杭州市" }],
        ImageScore: { OverallQualityScore: 0.736 },
        Elements: [
          { ElementContents: [{ Type: "link", URL: "http://x" }], ElementRelations: [{ ObjectId: "id1" }] },
        ],
        Insights: { Image: { Caption: "c" } },
        OCRContents: [{ Contents: "text" }],
        SemanticTypes: ["image"],
      },
    );

    expect(file).toEqual({
      figures: [
        {
          figureId: "f",
          age: "29",
          ageSd: 5,
          boundary: { left: "10", polygon: [{ x: "1", y: "2" }] },
          headPose: { yaw: 2.5 },
        },
      ],
      labels: [{ labelName: "椅子", labelLevel: "2", clips: [{ timeRange: ["0", "1500"] }] }],
      sceneElements: [{ frameTimes: ["500"], labels: [{ labelName: "sky" }] }],
      audioCovers: [{ imageWidth: "500", exifTag: "jpg" }],
      addresses: [{ city: "杭州市" }],
      imageScore: { overallQualityScore: 0.736 },
      elements: [
        { elementContents: [{ type: "link", url: "http://x" }], elementRelations: [{ objectId: "id1" }] },
      ],
      insights: { image: { caption: "c" } },
      ocrContents: [{ contents: "text" }],
      semanticTypes: ["image"],
    });
  });

  it("is one that the graph refuses to read by something that is no URI", async () => {
    await using service = gatewayTo("http://127.0.0.1:1");

    const { errors } = await service.send(
      '{ file(projectName: "atlas", datasetName: "photos", uri: "https://example.com/a.jpg") { size } }',
    );

    expect(errors?.map(({ extensions }) => [extensions.code, extensions.field])).toEqual([
      ["BAD_USER_INPUT", "uri"],
    ]);
  });
});

describe("the EXIF data of a file", () => {
  it("are as IMM sends them, and tag by tag", async () => {
    const EXIF =
      '{"DateTime":{"value":"2020:08:19 17:11:11"},"Compression":{"value":"6"},"__proto__":{"value":"x"}}';

    const file = await select(
      'exif exifTags { tag value } model: exifTag(tag: "Model") time: exifTag(tag: "DateTime")',
      { EXIF },
    );

    expect(file).toEqual({
      exif: EXIF,
      exifTags: [
        { tag: "DateTime", value: "2020:08:19 17:11:11" },
        { tag: "Compression", value: "6" },
        { tag: "__proto__", value: "x" },
      ],
      model: null,
      time: "2020:08:19 17:11:11",
    });
  });

  it("are read in whatever form a tag's value has", async () => {
    const EXIF =
      '{"a":{"value":6},"b":"text","c":{},"d":null,"e":{"value":null},"f":{"value":["1"]},"g":true}';

    expect(await select("exifTags { tag value }", { EXIF })).toEqual({
      exifTags: [
        { tag: "a", value: "6" },
        { tag: "b", value: "text" },
        { tag: "c", value: "{}" },
        { tag: "d", value: null },
        { tag: "e", value: null },
        { tag: "f", value: '["1"]' },
        { tag: "g", value: "true" },
      ],
    });
  });

  it.each(["12345678901234567890", "0.12345678901234567890", "-9.007199254740993e15", "1e400"])(
    "keep each digit of %s",
    async (number) => {
      const EXIF = `{"a":{"value":${number}},"b":${number},"c":{"value":[${number},"1"]},"d":1,"d":2}`;

      expect(await select("exif exifTags { tag value }", { EXIF })).toEqual({
        exif: EXIF,
        exifTags: [
          { tag: "a", value: number },
          { tag: "b", value: number },
          { tag: "c", value: `[${number},"1"]` },
          { tag: "d", value: "2" },
        ],
      });
    },
  );

  it.each(["", "{", "nonsense", "5", "12345678901234567890", '"text"', "null", "[1]", "\u0000"])(
    "are none where the text is %j, and no error",
    async (EXIF) => {
      expect(await select('exif exifTags { tag } exifTag(tag: "a")', { EXIF })).toEqual({
        exif: EXIF,
        exifTags: [],
        exifTag: null,
      });
    },
  );

  it("are null where IMM has none", async () => {
    expect(await select('exif exifTags { tag } exifTag(tag: "a")', {})).toEqual({
      exif: null,
      exifTags: null,
      exifTag: null,
    });
  });
});

describe("the coordinates of a file", () => {
  it.each<[string, object]>([
    ["30.134390,120.074997", { latitude: 30.13439, longitude: 120.074997 }],
    ["-30.5, -120", { latitude: -30.5, longitude: -120 }],
    ["90,180", { latitude: 90, longitude: 180 }],
    ["0,0", { latitude: 0, longitude: 0 }],
  ])("of %j are numbers", async (LatLong, coordinates) => {
    expect(await select("latLong coordinates { latitude longitude }", { LatLong })).toEqual({
      latLong: LatLong,
      coordinates,
    });
  });

  it.each(["", "30.1", "91,0", "0,181", "a,b", "1,2,3", "NaN,0", "1e1,2", ","])(
    "of %j are null",
    async (LatLong) => {
      expect(await select("latLong coordinates { latitude }", { LatLong })).toEqual({
        latLong: LatLong,
        coordinates: null,
      });
    },
  );
});

describe("the maps of a file", () => {
  it("are lists of pairs, in IMM's order, whatever their keys", async () => {
    const file = await selectOfText(
      "customLabels { key value } ossTagging { key value } ossUserMeta { key value } ossTaggingCount",
      '"CustomLabels":{"b":"2","__proto__":"x","a":1,"constructor":true,"none":null,"big":9007199254740993},"OSSTagging":{"k":"v"}',
    );

    expect(file).toEqual({
      customLabels: [
        { key: "b", value: "2" },
        { key: "__proto__", value: "x" },
        { key: "a", value: "1" },
        { key: "constructor", value: "true" },
        { key: "none", value: null },
        { key: "big", value: "9007199254740993" },
      ],
      ossTagging: [{ key: "k", value: "v" }],
      ossUserMeta: null,
      ossTaggingCount: null,
    });
  });

  it("give a custom label by its key in whatever case", async () => {
    const file = await select(
      'a: customLabel(key: "membername") b: customLabel(key: "MEMBERNAME") c: customLabel(key: "toString")',
      { CustomLabels: { MemberName: "Tim" } },
    );

    expect(file).toEqual({ a: "Tim", b: "Tim", c: null });
  });
});
