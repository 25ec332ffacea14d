import { describe, expect, it } from "vitest";
import { gatewayTo } from "../../support/gateway/gateway.ts";
import { callsTo, startFileUpstream } from "../../support/upstream/file-upstream.ts";
import { json, RequestId, type Responder, type Upstream } from "../../support/upstream/upstream.ts";

const names = { ProjectName: "atlas", DatasetName: "photos" };
const dataset = { projectName: "atlas", datasetName: "photos" };
const uriOf = (n: number | string) => `oss://examplebucket/${n}.jpg`;
const idOf = (uri: string) =>
  Buffer.from(`File:atlas/photos/${uri.replaceAll("/", "%2F")}`).toString("base64");

const mutations = {
  indexFileMeta: "eventId requestId",
  batchIndexFileMeta: "eventId requestId",
  updateFileMeta: "file { uri size } requestId",
  batchUpdateFileMeta: "files { uri success message file { uri size } } requestId",
  deleteFileMeta: "deletedFileId requestId",
  batchDeleteFileMeta: "deletedFileIds requestId",
};

type Mutation = keyof typeof mutations;

const operation = (name: Mutation, selection = mutations[name]) =>
  `mutation ($input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { ${selection} } }`;

/** Sends a mutation to a gateway over an upstream. */
async function sendTo(upstream: Upstream, name: Mutation, input: object, selection?: string) {
  await using service = gatewayTo(upstream.url, { limits: { listSize: 1_000 } });
  const { data, errors } = await service.send<Record<string, object>, object>(operation(name, selection), {
    input: { ...dataset, ...input },
  });
  return { payload: data?.[name], errors };
}

/** The same over one that has these files; answers with the calls too. */
async function send(
  name: Mutation,
  input: object,
  { selection, respond }: { selection?: string; respond?: (action: string) => Responder | undefined } = {},
) {
  await using upstream = await startFileUpstream({
    files: Object.fromEntries([0, 1, 2].map((n) => [uriOf(n), { Size: n }])),
    ...(respond && { respond }),
  });
  const answer = await sendTo(upstream, name, input, selection);
  return { ...answer, calls: callsTo(upstream) };
}

describe("indexing a file", () => {
  it("passes on all that IMM takes, to the digit", async () => {
    const { payload, calls } = await send("indexFileMeta", {
      file: {
        uri: uriOf(0),
        customId: "id-1",
        customLabels: [
          { key: "MemberName", value: "Tim" },
          { key: "__proto__", value: "x" },
        ],
        mediaType: "image",
        contentType: "image/jpeg",
        ossUri: uriOf(0),
        fileHash: "1d9c",
        title: "test",
        produceTime: "2021-06-29T14:50:13.011643661+08:00",
        latLong: "30.134390,120.074997",
        addresses: [{ city: "杭州市", addressLine: "文一西路969号", language: null }],
        labels: [
          {
            labelName: "椅子",
            labelLevel: "9007199254740993",
            labelConfidence: 0.95,
            clips: [{ timeRange: [0, "1500"] }],
          },
        ],
        artist: "Jane",
        albumArtist: "Jane",
        composer: "Jane",
        performer: "Jane",
        album: "FirstAlbum",
      },
      notification: {
        mns: { topicName: "topic1" },
        rocketMq: { instanceId: "MQ", topicName: "topic2" },
        extendedMessageUri: "oss://examplebucket/done.json",
      },
      userData: '{"id":"test-id"}',
    });

    expect(payload).toEqual({ eventId: "event-1", requestId: RequestId });
    expect(calls).toHaveLength(1);
    const [[action, { File, ...others }]] = calls as [[string, Record<string, unknown>]];
    expect(action).toBe("IndexFileMeta");
    expect(others).toEqual({
      ...names,
      Notification: {
        MNS: { TopicName: "topic1" },
        RocketMQ: { InstanceId: "MQ", TopicName: "topic2" },
        ExtendedMessageURI: "oss://examplebucket/done.json",
      },
      UserData: { id: "test-id" },
    });
    const { CustomLabels, Labels, ...plain } = File as Record<string, object>;
    expect(plain).toEqual({
      URI: uriOf(0),
      CustomId: "id-1",
      MediaType: "image",
      ContentType: "image/jpeg",
      OSSURI: uriOf(0),
      FileHash: "1d9c",
      Title: "test",
      ProduceTime: "2021-06-29T14:50:13.011643661+08:00",
      LatLong: "30.134390,120.074997",
      Addresses: [{ City: "杭州市", AddressLine: "文一西路969号" }],
      Artist: "Jane",
      AlbumArtist: "Jane",
      Composer: "Jane",
      Performer: "Jane",
      Album: "FirstAlbum",
    });
    expect(Object.entries(CustomLabels!)).toEqual([
      ["MemberName", "Tim"],
      ["__proto__", "x"],
    ]);
    expect(Labels).toMatchObject([
      { LabelName: "椅子", LabelConfidence: 0.95, Clips: [{ TimeRange: [0, 1500] }] },
    ]);
  });

  it("sends numbers of 64 bits as numbers in JSON text", async () => {
    await using upstream = await startFileUpstream();

    await sendTo(upstream, "batchIndexFileMeta", {
      files: [{ uri: uriOf(0), labels: [{ labelLevel: "9007199254740993" }] }],
    });

    expect(upstream.requests[0]!.query["Files"]).toBe(
      `[{"Labels":[{"LabelLevel":9007199254740993}],"URI":"${uriOf(0)}"}]`,
    );
  });

  it("sends up to 100 files by one call", async () => {
    const files = Array.from({ length: 100 }, (_, n) => ({ uri: uriOf(n) }));

    const { payload, calls } = await send("batchIndexFileMeta", { files, userData: "mine" });

    expect(payload).toEqual({ eventId: "event-2", requestId: RequestId });
    expect(calls).toEqual([
      ["BatchIndexFileMeta", { ...names, Files: files.map(({ uri }) => ({ URI: uri })), UserData: "mine" }],
    ]);
  });

  it.each(["indexFileMeta", "batchIndexFileMeta"] as const)(
    "is sent once if the answer is lost, since a second call would be billed: %s",
    async (name) => {
      const file = { uri: uriOf(0) };
      const { errors, calls } = await send(name, name === "indexFileMeta" ? { file } : { files: [file] }, {
        respond: () => (_request, response) => void response.socket?.destroy(),
      });

      expect(errors?.map(({ extensions }) => extensions.code)).toEqual(["UPSTREAM_TIMEOUT"]);
      expect(calls).toHaveLength(1);
    },
  );
});

describe("what is sent for a file", () => {
  const label = (key: string) => ({ key, value: "v" });

  it.each<[string, Mutation, object, string]>([
    [
      "an equal key",
      "indexFileMeta",
      { file: { uri: uriOf(0), customLabels: [label("a"), label("b"), label("a")] } },
      "input.file.customLabels[2].key",
    ],
    [
      "a key in another case",
      "batchIndexFileMeta",
      { files: [{ uri: uriOf(0) }, { uri: uriOf(1), customLabels: [label("Name"), label("nAME")] }] },
      "input.files[1].customLabels[1].key",
    ],
    [
      "an empty key",
      "updateFileMeta",
      { file: { uri: uriOf(0), customLabels: [label("")] } },
      "input.file.customLabels[0].key",
    ],
    [
      "101 labels",
      "batchUpdateFileMeta",
      {
        files: [{ uri: uriOf(0), customLabels: Array.from({ length: 101 }, (_, n) => label(`${n}`)) }],
      },
      "input.files[0].customLabels",
    ],
    ["no files to index", "batchIndexFileMeta", { files: [] }, "input.files"],
    ["no files to update", "batchUpdateFileMeta", { files: [] }, "input.files"],
    ["no files to delete", "batchDeleteFileMeta", { uris: [] }, "input.uris"],
    [
      "101 files",
      "batchIndexFileMeta",
      { files: Array.from({ length: 101 }, (_, n) => ({ uri: uriOf(n) })) },
      "input.files",
    ],
    [
      "101 URIs",
      "batchDeleteFileMeta",
      { uris: Array.from({ length: 101 }, (_, n) => uriOf(n)) },
      "input.uris",
    ],
    ["an address of the web", "indexFileMeta", { file: { uri: "https://a/b.jpg" } }, "input.file.uri"],
    [
      "faces where files are indexed",
      "indexFileMeta",
      { file: { uri: uriOf(0), figures: [] } },
      "input.file.figures",
    ],
    [
      "a title where files are updated",
      "updateFileMeta",
      { file: { uri: uriOf(0), title: "" } },
      "input.file.title",
    ],
    [
      "2049 bytes of user data",
      "indexFileMeta",
      { file: { uri: uriOf(0) }, userData: `a${"é".repeat(1024)}` },
      "input.userData",
    ],
  ])("is refused with its place, and before IMM is called: %s", async (_what, name, input, field) => {
    const { errors, calls } = await send(name, input);

    expect(errors?.map(({ extensions }) => [extensions.code, extensions.field])).toEqual([
      ["BAD_USER_INPUT", field],
    ]);
    expect(calls).toEqual([]);
  });

  it("may be 2048 bytes of user data and 100 custom labels", async () => {
    const { errors, calls } = await send("indexFileMeta", {
      file: { uri: uriOf(0), customLabels: Array.from({ length: 100 }, (_, n) => label(`${n}`)) },
      userData: "é".repeat(1024),
    });

    expect(errors).toBeUndefined();
    expect(calls).toHaveLength(1);
  });
});

describe("updating files", () => {
  const change = {
    uri: uriOf(1),
    customId: "new",
    customLabels: [{ key: "a", value: "" }],
    figures: [{ figureId: "f", figureClusterId: "figure-cluster-id-independent", figureType: "face" }],
  };
  const sent = {
    URI: uriOf(1),
    CustomId: "new",
    CustomLabels: { a: "" },
    Figures: [{ FigureId: "f", FigureClusterId: "figure-cluster-id-independent", FigureType: "face" }],
  };

  it("passes on the change, and reads the file if more than its key is selected", async () => {
    const { payload, calls } = await send("updateFileMeta", { file: change });

    expect(payload).toEqual({ file: { uri: uriOf(1), size: "1" }, requestId: RequestId });
    expect(calls).toEqual([
      ["UpdateFileMeta", { ...names, File: sent }],
      ["BatchGetFileMeta", { ...names, URIs: [uriOf(1)], WithFields: ["URI", "Size"] }],
    ]);
  });

  it("reads nothing if the key is enough", async () => {
    const { payload, calls } = await send(
      "updateFileMeta",
      { file: { uri: uriOf(1), customLabels: [] } },
      { selection: "file { id uri dataset { datasetName } }" },
    );

    expect(payload).toEqual({
      file: { id: idOf(uriOf(1)), uri: uriOf(1), dataset: { datasetName: "photos" } },
    });
    expect(calls).toEqual([["UpdateFileMeta", { ...names, File: { URI: uriOf(1), CustomLabels: {} } }]]);
  });

  it("answers what became of each file in the order sent, and reads them by one call", async () => {
    const [zero, one, two] = [uriOf(0), uriOf(1), uriOf(2)];
    const Files = [
      { URI: two, Success: true, Message: "" },
      { URI: zero, Success: true },
      { URI: one, Success: false, Message: "first" },
      { URI: one, Success: true },
    ];

    const { payload, calls } = await send(
      "batchUpdateFileMeta",
      { files: [zero, one, two, one, uriOf("lost"), zero].map((uri) => ({ uri, customId: "x" })) },
      {
        respond: (action) => (action === "BatchUpdateFileMeta" ? json(200, { RequestId, Files }) : undefined),
      },
    );

    const untold = "IMM didn't say what became of this file.";
    expect(payload).toEqual({
      files: [
        { uri: zero, success: true, message: null, file: { uri: zero, size: "0" } },
        { uri: one, success: false, message: "first", file: { uri: one, size: "1" } },
        { uri: two, success: true, message: "", file: { uri: two, size: "2" } },
        { uri: one, success: true, message: null, file: { uri: one, size: "1" } },
        { uri: uriOf("lost"), success: null, message: untold, file: null },
        { uri: zero, success: true, message: null, file: { uri: zero, size: "0" } },
      ],
      requestId: RequestId,
    });
    expect(calls.map(([action]) => action)).toEqual(["BatchUpdateFileMeta", "BatchGetFileMeta"]);
    expect(calls[1]![1]).toMatchObject({ URIs: [zero, one, two, uriOf("lost")] });
  });

  it("is sent once more if the answer is lost: it changes nothing the second time", async () => {
    let lost = 0;
    const { payload, calls } = await send(
      "updateFileMeta",
      { file: change },
      {
        selection: "file { uri } requestId",
        respond: () => (lost++ === 0 ? (_request, response) => void response.socket?.destroy() : undefined),
      },
    );

    expect(payload).toEqual({ file: { uri: uriOf(1) }, requestId: RequestId });
    expect(calls.map(([action]) => action)).toEqual(["UpdateFileMeta", "UpdateFileMeta"]);
  });
});

describe("deleting files", () => {
  it("answers the id that a file had", async () => {
    const { payload, calls } = await send("deleteFileMeta", { uri: uriOf(1) });

    expect(payload).toEqual({ deletedFileId: idOf(uriOf(1)), requestId: RequestId });
    expect(calls).toEqual([["DeleteFileMeta", { ...names, URI: uriOf(1) }]]);
  });

  it("answers those of several, in the order sent, by one call", async () => {
    const uris = [uriOf(2), uriOf(0), uriOf(2)];

    const { payload, calls } = await send("batchDeleteFileMeta", { uris });

    expect(payload).toEqual({ deletedFileIds: uris.map(idOf), requestId: RequestId });
    expect(calls).toEqual([["BatchDeleteFileMeta", { ...names, URIs: uris }]]);
  });
});

describe("a document with several writes", () => {
  it("reads a file again behind each, once for all of its fields", async () => {
    await using upstream = await startFileUpstream({ files: { [uriOf(1)]: { Size: 1, ETag: '"1"' } } });
    await using service = gatewayTo(upstream.url);
    const input = `{ projectName: "atlas", datasetName: "photos", file: { uri: "${uriOf(1)}", customId: "x" } }`;

    const { data } = await service.send(`mutation {
      one: updateFileMeta(input: ${input}) { file { size dataset { file(uri: "${uriOf(1)}") { size } } } }
      two: updateFileMeta(input: ${input}) { file { size dataset { file(uri: "${uriOf(1)}") { eTag } } } }
    }`);

    expect(data).toEqual({
      one: { file: { size: "1", dataset: { file: { size: "1" } } } },
      two: { file: { size: "1", dataset: { file: { eTag: '"1"' } } } },
    });
    expect(callsTo(upstream).map(([action, { WithFields }]) => [action, WithFields])).toEqual([
      ["UpdateFileMeta", undefined],
      ["BatchGetFileMeta", ["URI", "Size"]],
      ["UpdateFileMeta", undefined],
      ["BatchGetFileMeta", ["URI", "Size", "ETag"]],
    ]);
  });
});
