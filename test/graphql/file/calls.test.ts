import { describe, expect, it } from "vitest";
import { parsePolicies } from "../../../src/imm/policies.ts";
import { gatewayTo } from "../../support/gateway/gateway.ts";
import { callsTo, startFileUpstream, type OfUnknown } from "../../support/upstream/file-upstream.ts";
import { json, neverRespond, startUpstream } from "../../support/upstream/upstream.ts";

const dataset = 'projectName: "atlas", datasetName: "photos"';
const names = { ProjectName: "atlas", DatasetName: "photos" };
const uriOf = (n: number) => `oss://examplebucket/${n}.jpg`;
const globalId = (text: string) => Buffer.from(text).toString("base64");
const fileId = (uri: string) => globalId(`File:atlas/photos/${uri.replaceAll("/", "%2F")}`);

/** So many files, each as large as its number. */
const filesUpTo = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, n) => [uriOf(n), { Size: n, ETag: `"${n}"` }]));

/** Sends an operation to a gateway over a stand-in with these files; answers with the calls to read files too. */
async function send(
  query: string,
  variables: object = {},
  { count = 3, ...options }: { count?: number; ofUnknown?: OfUnknown } = {},
) {
  await using upstream = await startFileUpstream({ files: filesUpTo(count), ...options });
  await using service = gatewayTo(upstream.url, { limits: { listSize: 1_000, aliases: 1_000, cost: 1e9 } });
  const answer = await service.send<Record<string, never>, object>(query, variables);
  const reads = callsTo(upstream).filter(([action]) => action === "BatchGetFileMeta");
  return { ...answer, calls: callsTo(upstream), reads: reads.map(([, params]) => params) };
}

describe("the calls that read files", () => {
  it("are one for a file, of the fields that are selected", async () => {
    const { data, calls } = await send(
      `{ file(${dataset}, uri: "${uriOf(1)}") { uri size dataset { datasetName } } }`,
    );

    expect(data).toEqual({
      file: { uri: uriOf(1), size: "1", dataset: { datasetName: "photos" } },
    });
    expect(calls).toEqual([
      ["BatchGetFileMeta", { ...names, URIs: [uriOf(1)], WithFields: ["URI", "Size"] }],
    ]);
  });

  it.each([
    [100, 1],
    [101, 2],
    [250, 3],
  ])("are for %i files in a list %i", async (count, expected) => {
    const uris = Array.from({ length: count }, (_, n) => uriOf(n));

    const { data, reads } = await send(
      `query ($uris: [FileUri!]!) { dataset(${dataset}) { files(uris: $uris) { uri size } } }`,
      { uris },
      { count },
    );

    expect(data).toEqual({ dataset: { files: uris.map((uri, n) => ({ uri, size: String(n) })) } });
    expect(reads.map(({ URIs }) => (URIs as string[]).length)).toHaveLength(expected);
    expect(reads.flatMap(({ URIs }) => URIs)).toEqual(uris);
  });

  it("are one for files selected anywhere, with the fields of all", async () => {
    const { data, calls, reads } = await send(
      `query ($id: ID!, $datasetId: ID!, $all: [_Any!]!, $five: FileUri!, $yes: Boolean!) {
        one: file(${dataset}, uri: "${uriOf(0)}") {
          size
          dataset { description file(uri: "${uriOf(1)}") { dataset { files(uris: ["${uriOf(2)}"]) { title } } } }
        }
        two: file(${dataset}, uri: "${uriOf(1)}") { eTag coordinates { latitude } }
        dataset(${dataset}) { ...Files description }
        node(id: $id) { ... on File { objectStatus customLabel(key: "a") } }
        other: node(id: $datasetId) { ... on Dataset { createTime file(uri: "${uriOf(3)}") { size } } }
        binding(${dataset}, uri: "oss://examplebucket") { state dataset { file(uri: "${uriOf(4)}") { size } } }
        _entities(representations: $all) {
          ... on File { exifTag(tag: "Model") fileStartTime }
          ... on Dataset { description file(uri: $five) { size } }
        }
      }
      fragment Files on Dataset {
        ... on Node { ... on Dataset { a: file(uri: "${uriOf(6)}") { ...Fields } } }
        b: file(uri: "${uriOf(6)}") { title }
        left: file(uri: "${uriOf(7)}") @skip(if: $yes) { size }
        taken: files(uris: ["${uriOf(8)}"]) @include(if: $yes) { size contentType @skip(if: $yes) }
      }
      fragment Fields on File { ossStorageClass }`,
      {
        id: fileId(uriOf(2)),
        datasetId: globalId("Dataset:atlas/photos"),
        five: uriOf(5),
        yes: true,
        all: [
          { __typename: "File", projectName: "atlas", datasetName: "photos", uri: uriOf(1) },
          { __typename: "Dataset", projectName: "atlas", datasetName: "photos" },
        ],
      },
      { count: 9 },
    );

    expect(data).toMatchObject({
      one: { size: "0", dataset: { file: { dataset: { files: [{}] } } } },
      two: { eTag: '"1"' },
      dataset: { a: {}, b: {}, taken: [{ size: "8" }], description: "mine" },
      node: {},
      other: { file: { size: "3" } },
      binding: { dataset: { file: { size: "4" } } },
      _entities: [{}, { file: { size: "5" } }],
    });
    expect(reads).toHaveLength(1);
    expect((reads[0]!["URIs"] as string[]).toSorted()).toEqual([0, 1, 2, 3, 4, 5, 6, 8].map(uriOf));
    expect((reads[0]!["WithFields"] as string[]).toSorted()).toEqual(
      "CustomLabels,ETag,EXIF,LatLong,OSSStorageClass,ObjectStatus,Size,StartTime,Title,URI".split(","),
    );
    expect(calls.map(([action]) => action).toSorted()).toEqual([
      "BatchGetFileMeta",
      "GetBinding",
      "GetDataset",
    ]);
  });

  it("are one for a hundred files, wherever they are selected", async () => {
    const uris = Array.from({ length: 198 }, (_, n) => uriOf(n));

    const { data, reads } = await send(
      `query ($uris: [FileUri!]!) {
        file(${dataset}, uri: "${uriOf(198)}") { size }
        dataset(${dataset}) { description files(uris: $uris) { size } file(uri: "${uriOf(199)}") { eTag } }
      }`,
      { uris },
      { count: 200 },
    );

    expect(data).toMatchObject({ file: { size: "198" }, dataset: { file: { eTag: '"199"' } } });
    expect(reads.map(({ URIs }) => (URIs as string[]).length)).toEqual([100, 100]);
  });

  it("are one for each dataset of a list", async () => {
    const { data, reads } = await send(
      `{ datasets(projectName: "atlas") { nodes { file(uri: "${uriOf(1)}") { size } files(uris: ["${uriOf(2)}"]) { eTag } } } }`,
    );

    const files = { file: { size: "1" }, files: [{ eTag: '"2"' }] };
    expect(data).toEqual({ datasets: { nodes: [files, files] } });
    expect(reads).toEqual(
      ["films", "photos"].map((DatasetName) => ({
        ProjectName: "atlas",
        DatasetName,
        URIs: [uriOf(1), uriOf(2)],
        WithFields: ["URI", "Size", "ETag"],
      })),
    );
  });

  it("don't wait for the dataset", async () => {
    let onFiles = () => {};
    const asked = new Promise<void>((resolve) => (onFiles = resolve));
    await using upstream = await startFileUpstream({
      files: filesUpTo(3),
      respond(action) {
        if (action === "BatchGetFileMeta") onFiles();
        if (action !== "GetDataset") return undefined;
        const Dataset = { ProjectName: "atlas", DatasetName: "photos" };
        return (request, response) =>
          void asked.then(() => json(200, { RequestId: "R", Dataset })(request, response));
      },
    });
    await using service = gatewayTo(upstream.url);

    const { data } = await service.send(`{ dataset(${dataset}) { file(uri: "${uriOf(1)}") { size } } }`);

    expect(data).toEqual({ dataset: { file: { size: "1" } } });
  });

  it.each(["NoPermission", "ResourceNotFound"])(
    "fail unseen below a dataset that there isn't: %s",
    async (Code) => {
      await using upstream = await startFileUpstream({
        respond(action) {
          if (action === "GetDataset")
            return json(404, { RequestId: "R", Code: "ResourceNotFound", Message: "No such dataset." });
          if (action !== "BatchGetFileMeta") return undefined;
          const refuse = json(403, { RequestId: "R", Code, Message: "The resource is not found." });
          return (request, response) => void setTimeout(() => refuse(request, response), 50);
        },
      });
      await using service = gatewayTo(upstream.url);

      const { data, errors } = await service.send(
        `{ dataset(${dataset}) { file(uri: "${uriOf(1)}") { size } } }`,
      );

      expect({ data, errors }).toEqual({ data: { dataset: null } });
      expect(service.requests).toMatchObject([{ calls: { GetDataset: 1, BatchGetFileMeta: 1 } }]);
    },
  );

  it.each(["NoPermission", "ResourceNotFound"])(
    "are ended, and told of, once the dataset turns out not to be readable: %s",
    async (Code) => {
      await using upstream = await startFileUpstream({
        respond: (action) =>
          action === "GetDataset"
            ? json(400, { RequestId: "R", Code, Message: "No such dataset." })
            : neverRespond,
      });
      await using service = gatewayTo(upstream.url);

      const { data } = await service.send(
        `{ dataset(${dataset}) { file(uri: "${uriOf(1)}") { size } files(uris: ["${uriOf(2)}"]) { size } } }`,
      );

      expect(data).toEqual({ dataset: null });
      expect(service.requests).toMatchObject([{ calls: { GetDataset: 1, BatchGetFileMeta: 1 } }]);
      const [read] = service.calls.filter(({ action }) => action === "BatchGetFileMeta");
      expect(read).toMatchObject({ outcome: "cancelled" });
    },
  );

  it("go on if another field waits for one of their files", async () => {
    await using upstream = await startFileUpstream({
      respond: (action) => (request, response) => {
        const answer = { RequestId: "R", Files: [{ URI: uriOf(2), Size: 2 }] };
        if (action === "BatchGetFileMeta") setTimeout(() => json(200, answer)(request, response), 50);
        else json(404, { RequestId: "R", Code: "ResourceNotFound", Message: "None." })(request, response);
      },
    });
    await using service = gatewayTo(upstream.url);

    const { data } = await service.send(
      `{ dataset(${dataset}) { file(uri: "${uriOf(1)}") { size } } file(${dataset}, uri: "${uriOf(2)}") { size } }`,
    );

    expect(data).toEqual({ dataset: null, file: { size: "2" } });
    expect(callsTo(upstream).map(([action]) => action)).toEqual(["GetDataset", "BatchGetFileMeta"]);
  });

  it("are none below a dataset that the caller may not read", async () => {
    await using upstream = await startFileUpstream({ files: filesUpTo(3) });
    const Statement = [{ Effect: "Allow", Action: "imm:BatchGetFileMeta", Resource: "*" }];
    await using service = gatewayTo(upstream.url, {
      permissions: {
        ...{ region: "cn-shanghai", accountId: "1000000000000000" },
        roles: parsePolicies({ files: [{ Version: "1", Statement }] }),
      },
      authenticate: () => ({ name: "reader", roles: ["files"] }),
    });

    const { data } = await service.send(
      `{
        dataset(${dataset}) { file(uri: "${uriOf(0)}") { size } }
        file(${dataset}, uri: "${uriOf(1)}") {
          size
          byKey: dataset { file(uri: "${uriOf(2)}") { size } }
          read: dataset { description file(uri: "${uriOf(0)}") { size } }
        }
      }`,
    );

    expect(data).toEqual({
      dataset: null,
      file: { size: "1", byKey: { file: { size: "2" } }, read: null },
    });
    expect(callsTo(upstream).map(([, { URIs }]) => URIs)).toEqual([[uriOf(1), uriOf(2)]]);
  });

  it("are none below a dataset of which no file is listed", async () => {
    const { data, reads } = await send(
      `{ dataset(${dataset}) { description files(uris: []) { dataset { file(uri: "${uriOf(1)}") { size } } } } }`,
    );

    expect(data).toEqual({ dataset: { description: "mine", files: [] } });
    expect(reads).toEqual([]);
  });

  it("are one for all files below a dataset, however it is read", async () => {
    const { reads, calls } = await send(
      `{ a: dataset(${dataset}) { file(uri: "${uriOf(0)}") { size } files(uris: ["${uriOf(1)}"]) { size } }
         b: dataset(${dataset}) { description file(uri: "${uriOf(2)}") { eTag } } }`,
    );

    expect(reads).toEqual([
      { ...names, URIs: [uriOf(0), uriOf(1), uriOf(2)], WithFields: ["URI", "Size", "ETag"] },
    ]);
    expect(calls.map(([action]) => action)).toEqual(["GetDataset", "BatchGetFileMeta"]);
  });

  it("are one for each dataset", async () => {
    const { reads } = await send(
      `{ a: file(${dataset}, uri: "${uriOf(0)}") { size }
         b: file(projectName: "atlas", datasetName: "films", uri: "${uriOf(0)}") { size }
         c: file(projectName: "other", datasetName: "photos", uri: "${uriOf(0)}") { size } }`,
    );

    expect(reads.map(({ ProjectName, DatasetName }) => [ProjectName, DatasetName])).toEqual([
      ["atlas", "photos"],
      ["atlas", "films"],
      ["other", "photos"],
    ]);
  });

  it("are none for a reference whose key is enough", async () => {
    const { data, calls } = await send(
      `query ($all: [_Any!]!) { _entities(representations: $all) { ... on File { __typename id uri projectName dataset { datasetName } } } }`,
      {
        all: [
          { __typename: "File", projectName: "atlas", datasetName: "photos", uri: uriOf(7) },
          { __typename: "File", id: fileId(uriOf(8)) },
        ],
      },
    );

    expect(data?.["_entities"]).toMatchObject([{ uri: uriOf(7) }, { id: fileId(uriOf(8)), uri: uriOf(8) }]);
    expect(calls).toEqual([]);
  });

  it("find out whether a file is indexed, even if its key alone is selected", async () => {
    const { data, reads } = await send(
      `{ dataset(${dataset}) { file(uri: "${uriOf(1)}") { uri } none: file(uri: "${uriOf(9)}") { uri } } }`,
    );

    expect(data).toEqual({ dataset: { file: { uri: uriOf(1) }, none: null } });
    expect(reads).toEqual([{ ...names, URIs: [uriOf(1), uriOf(9)], WithFields: ["URI"] }]);
  });

  it("read equal files once, and answer each place", async () => {
    const uris = [uriOf(2), uriOf(9), uriOf(2), uriOf(0)];

    const { data, reads } = await send(
      `query ($uris: [FileUri!]!) { dataset(${dataset}) { files(uris: $uris) { uri } } }`,
      { uris },
    );

    expect(data).toEqual({
      dataset: { files: [{ uri: uriOf(2) }, null, { uri: uriOf(2) }, { uri: uriOf(0) }] },
    });
    expect(reads.map(({ URIs }) => URIs)).toEqual([[uriOf(2), uriOf(9), uriOf(0)]]);
  });

  it.each<OfUnknown>(["left out", "no list", "null", "not found"])(
    "answer null for files that IMM doesn't know: %s",
    async (ofUnknown) => {
      const { data, errors } = await send(
        `query ($id: ID!) {
          node(id: $id) { id }
          file(projectName: "atlas", datasetName: "photos", uri: "${uriOf(5)}") { size }
          dataset(${dataset}) { files(uris: ["${uriOf(6)}"]) { size } }
        }`,
        { id: fileId(uriOf(7)) },
        { ofUnknown },
      );

      expect({ data, errors }).toEqual({ data: { node: null, file: null, dataset: { files: [null] } } });
    },
  );

  it("are a limited number where IMM refuses what it doesn't know, since no price counts them", async () => {
    const uris = Array.from({ length: 100 }, (_, n) => uriOf(n + 1));

    const { data, errors, reads } = await send(
      `query ($uris: [FileUri!]!) { dataset(${dataset}) { files(uris: $uris) { size } } }`,
      { uris },
      { ofUnknown: "not found", count: 1 },
    );

    expect(reads).toHaveLength(33);
    expect(data).toEqual({ dataset: { files: uris.map(() => null) } });
    expect(new Set(errors?.map(({ extensions }) => extensions["code"]))).toEqual(new Set(["NOT_FOUND"]));
  });

  it("fail for a file that IMM refuses alone, wherever it is selected", async () => {
    const bad = "oss://examplebucket/bad.jpg";
    await using upstream = await startUpstream((request, response) => {
      const URIs = JSON.parse(request.query["URIs"] ?? "[]") as string[];
      const Message = `Specified parameter URIs is not valid. URIs[${URIs.indexOf(bad)}]`;
      const answer = URIs.includes(bad)
        ? json(400, { RequestId: "R", Code: "InvalidURIs", Message })
        : json(200, {
            RequestId: "R",
            Dataset: { ...names, Description: "mine" },
            Files: URIs.map((URI) => ({ URI, Size: 1 })),
          });
      answer(request, response);
    });
    await using service = gatewayTo(upstream.url);
    const reference = (uri: string) => ({
      __typename: "File",
      ...{ projectName: "atlas", datasetName: "photos", uri },
    });

    const { data, errors } = await service.send<object, object>(
      `query ($uris: [FileUri!]!, $bad: FileUri!, $all: [_Any!]!) {
        good: file(${dataset}, uri: "${uriOf(1)}") { size }
        bad: file(${dataset}, uri: $bad) { size }
        dataset(${dataset}) { description files(uris: $uris) { size } }
        _entities(representations: $all) { ... on File { size } }
      }`,
      { bad, uris: [uriOf(2), bad, uriOf(3)], all: [reference(uriOf(4)), reference(bad)] },
    );

    const good = { size: "1" };
    expect(data).toEqual({
      good,
      bad: null,
      dataset: { description: "mine", files: [good, null, good] },
      _entities: [good, null],
    });
    expect(errors?.every(({ extensions }) => extensions["code"] === "BAD_USER_INPUT")).toBe(true);
    expect(
      Object.fromEntries(errors!.map(({ path, extensions }) => [path!.join("."), extensions["field"]])),
    ).toEqual({ bad: "uri", "dataset.files.1": "uris[1]", "_entities.1": "uris" });
    expect(upstream.requests.filter(({ action }) => action === "BatchGetFileMeta").length).toBeLessThan(8);
  });

  it.each([
    ["malformed", 414, undefined, 7],
    ["the gateway's key", 400, "InvalidAccessKeyId.Inactive", 1],
    ["another parameter", 400, "InvalidProjectName", 1],
    ["an outage", 500, "InternalError", 3],
  ])("are divided only if they may have failed for a file: %s", async (_what, status, Code, expected) => {
    await using upstream = await startFileUpstream({
      respond: () => json(status, Code ? { RequestId: "R", Code, Message: "No." } : "No."),
    });
    await using service = gatewayTo(upstream.url);

    const { errors } = await service.send(
      `{ ${[0, 1, 2, 3].map((n) => `f${n}: file(${dataset}, uri: "${uriOf(n)}") { size }`).join(" ")} }`,
    );

    expect(errors).toHaveLength(4);
    expect(upstream.requests).toHaveLength(expected);
  });

  it("are made again only for a field that wasn't asked for", async () => {
    const { data, reads } = await send(
      `{
        file(${dataset}, uri: "${uriOf(1)}") { size }
        datasets(projectName: "atlas") { nodes {
          same: file(uri: "${uriOf(1)}") { size }
          files(uris: ["${uriOf(1)}"]) { uri }
          other: file(uri: "${uriOf(2)}") { eTag }
        } }
      }`,
    );

    const below = { same: { size: "1" }, files: [{ uri: uriOf(1) }], other: { eTag: '"2"' } };
    expect(data).toEqual({ file: { size: "1" }, datasets: { nodes: [below, below] } });
    expect(reads.filter(({ DatasetName }) => DatasetName === "photos")).toEqual([
      { ...names, URIs: [uriOf(1)], WithFields: ["URI", "Size"] },
      { ...names, URIs: [uriOf(2)], WithFields: ["URI", "ETag"] },
    ]);
  });

  it("fail for the files of one call alone", async () => {
    await using upstream = await startFileUpstream({
      files: filesUpTo(3),
      respond: (action) =>
        action === "BatchGetFileMeta"
          ? json(403, { RequestId: "R", Code: "NoPermission", Message: "No." })
          : undefined,
    });
    await using service = gatewayTo(upstream.url);

    const { data, errors } = await service.send(
      `{ dataset(${dataset}) { description files(uris: ["${uriOf(0)}", "${uriOf(1)}"]) { size } } }`,
    );

    expect(data).toEqual({ dataset: { description: "mine", files: [null, null] } });
    expect(errors?.map(({ path }) => path)).toEqual([
      ["dataset", "files", 0],
      ["dataset", "files", 1],
    ]);
    expect(upstream.requests.filter(({ action }) => action === "BatchGetFileMeta")).toHaveLength(1);
  });
});
