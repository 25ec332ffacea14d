import { mkdirSync, rmdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { assert, asyncProperty, constantFrom, oneof, string } from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeFolder, seconds, startTestImm, type TestImm } from "../start.ts";

const dataset = { ProjectName: "atlas", DatasetName: "photos" };
const key = { ...dataset, URI: "oss://examplebucket" };

interface ImmWithBuckets extends TestImm {
  readonly dir: string;
}

/** A local IMM with the project `atlas`, its datasets `films` and `photos`, and these buckets. */
async function startWithBuckets(...buckets: readonly string[]): Promise<ImmWithBuckets> {
  const folder = makeFolder();
  const imm = await startTestImm({ dir: folder.path });
  for (const bucket of buckets) mkdirSync(join(folder.path, "buckets", bucket));
  await imm.call("CreateProject", { ProjectName: "atlas" });
  for (const DatasetName of ["films", "photos"]) await imm.call("CreateDataset", { ...dataset, DatasetName });
  return {
    ...imm,
    dir: folder.path,
    async [Symbol.asyncDispose]() {
      await imm[Symbol.asyncDispose]();
      folder[Symbol.dispose]();
    },
  };
}

/** What a page of bindings shows: its buckets with their datasets, and its token. */
async function list(imm: TestImm, params: Record<string, unknown> = {}) {
  const { status, body } = await imm.call("ListBindings", { ProjectName: "atlas", ...params });
  const bindings = (body["Bindings"] ?? []) as Record<"DatasetName" | "URI", string>[];
  return {
    status,
    code: body["Code"],
    shown: bindings.map(({ DatasetName, URI }) => `${DatasetName} ${URI.slice("oss://".length)}`),
    token: body["NextToken"] as string | undefined,
  };
}

describe("CreateBinding", () => {
  it("answers a binding that is ready to be scanned", async () => {
    await using imm = await startWithBuckets("examplebucket");

    const created = await imm.call("CreateBinding", key);

    const Binding = {
      ...key,
      State: "Ready",
      Phase: "FullScanning",
      CreateTime: "2026-01-02T11:04:05.123456789+08:00",
      UpdateTime: "2026-01-02T11:04:05.123456789+08:00",
    };
    expect(created).toMatchObject({ status: 200, body: { Binding } });
    expect(created.body["Binding"]).toEqual(Binding);
    imm.clock.now += seconds;
    await imm.settled();
    expect((await imm.call("GetBinding", key)).body["Binding"]).toEqual({
      ...Binding,
      ...{ State: "Running", Phase: "IncrementalScanning" },
    });
  });

  it("refuses a bucket that isn't there, and says how to make it, without the folder's path", async () => {
    await using imm = await startWithBuckets();
    writeFileSync(join(imm.dir, "buckets", "file-bucket"), "");

    for (const bucket of ["examplebucket", "file-bucket"]) {
      const { status, body } = await imm.call("CreateBinding", { ...dataset, URI: `oss://${bucket}` });
      expect([status, body["Code"], body["Message"]]).toEqual([
        400,
        "InvalidArgument",
        `Bucket ${bucket} does not exist: create the folder buckets/${bucket} in the data folder, or set another one in IMM_LOCAL_BUCKETS.`,
      ]);
      expect(JSON.stringify(body)).not.toContain(imm.dir);
    }
    expect((await list(imm)).shown).toEqual([]);
  });

  it("refuses a URI that isn't a bucket's before it looks for anything", async () => {
    await using imm = await startTestImm();

    for (const URI of [
      "oss://examplebucket/",
      "oss://examplebucket/a",
      "oss://ab",
      "examplebucket",
      "oss://…",
    ]) {
      for (const action of ["CreateBinding", "GetBinding", "DeleteBinding"]) {
        expect((await imm.call(action, { ...dataset, URI })).body).toMatchObject({
          Code: "InvalidURI",
          Message: `Specified parameter URI is not valid. URI must be oss:// followed by a bucket's name; got "${URI}".`,
        });
      }
    }
  });

  it.each(["CreateBinding", "GetBinding", "DeleteBinding"])(
    "misses what the contract leaves optional, as %s does",
    async (action) => {
      await using imm = await startTestImm();
      const { ProjectName, DatasetName, URI } = key;

      const answers = [
        await imm.call(action, { ProjectName, URI }),
        await imm.call(action, { ProjectName, URI, DatasetName: "" }),
        await imm.call(action, { ProjectName, DatasetName }),
        await imm.call(action, { ProjectName, DatasetName, URI: "" }),
      ];

      const [noDataset, noUri] = ["MissingDatasetName", "MissingURI"];
      expect(answers.map(({ body }) => body["Code"])).toEqual([noDataset, noDataset, noUri, noUri]);
    },
  );

  it("takes up to ten buckets for a dataset, whatever others have", async () => {
    const buckets = Array.from({ length: 11 }, (_, index) => `bucket-${index}`);
    await using imm = await startWithBuckets(...buckets);
    for (const bucket of buckets.slice(0, 10))
      expect(await imm.call("CreateBinding", { ...dataset, URI: `oss://${bucket}` })).toMatchObject({
        status: 200,
      });

    const beyond = await imm.call("CreateBinding", { ...dataset, URI: "oss://bucket-10" });
    const another = { ...dataset, DatasetName: "films", URI: "oss://bucket-10" };

    expect(beyond.body).toMatchObject({
      Code: "LimitExceededError",
      Message: "Message: resource count exceeds the limit",
    });
    expect(await imm.call("CreateBinding", another)).toMatchObject({ status: 200 });
    const { body } = await imm.call("ListDatasets", { ProjectName: "atlas" });
    expect(body["Datasets"]).toMatchObject([
      { DatasetName: "films", BindCount: 1n },
      { DatasetName: "photos", BindCount: 10n },
    ]);
  });

  it("goes by a limit that was lowered, and keeps what is there", async () => {
    await using imm = await startWithBuckets("bucket-0", "bucket-1");
    await imm.call("CreateBinding", { ...dataset, URI: "oss://bucket-0" });
    const lowered = await imm.call("UpdateDataset", { ...dataset, DatasetMaxBindCount: 1 });

    expect(lowered.body["Dataset"]).toMatchObject({ BindCount: 1n, DatasetMaxBindCount: 1n });
    expect(await imm.call("CreateBinding", { ...dataset, URI: "oss://bucket-1" })).toMatchObject({
      body: { Code: "LimitExceededError" },
    });
  });

  it("says that a bucket is bound also if its folder is gone", async () => {
    await using imm = await startWithBuckets("examplebucket");
    await imm.call("CreateBinding", key);
    rmdirSync(join(imm.dir, "buckets", "examplebucket"));

    expect((await imm.call("CreateBinding", key)).body).toMatchObject({
      Code: "ResourceAlreadyExists",
      Message: "The specified resource Binding already exists.",
    });
  });
});

describe("bindings", () => {
  it("are kept by a store that is closed and opened", async () => {
    using folder = makeFolder();
    {
      await using imm = await startTestImm({ dir: folder.path });
      mkdirSync(join(folder.path, "buckets", "examplebucket"));
      await imm.call("CreateProject", { ProjectName: "atlas" });
      await imm.call("CreateDataset", dataset);
      await imm.call("CreateBinding", key);
    }
    await using imm = await startTestImm({ dir: folder.path });

    expect(await imm.call("GetBinding", key)).toMatchObject({ status: 200, body: { Binding: key } });
    expect((await imm.call("GetDataset", dataset)).body["Dataset"]).toMatchObject({ BindCount: 1n });
  });

  it("keep their dataset and its project from being deleted", async () => {
    await using imm = await startWithBuckets("examplebucket");
    await imm.call("CreateBinding", key);

    const conflict = {
      status: 400,
      body: { Code: "StatusConflict", Message: "Message: cannot delete when sub resoures exist" },
    };
    expect(await imm.call("DeleteDataset", dataset)).toMatchObject(conflict);
    expect(await imm.call("DeleteProject", { ProjectName: "atlas" })).toMatchObject(conflict);
    await imm.call("DeleteBinding", key);
    expect(await imm.call("DeleteDataset", dataset)).toMatchObject({ status: 200 });
  });
});

describe("ListBindings", () => {
  let imm: ImmWithBuckets;
  beforeAll(async () => {
    const buckets = ["abc", "photos-1", "photos-2", "photos2", "zoo"];
    imm = await startWithBuckets(...buckets);
    for (const bucket of buckets.toReversed())
      await imm.call("CreateBinding", { ...dataset, URI: `oss://${bucket}` });
    for (const bucket of ["abc", "photos-1"])
      await imm.call("CreateBinding", { ...dataset, DatasetName: "films", URI: `oss://${bucket}` });
  });
  afterAll(() => imm[Symbol.asyncDispose]());

  it("lists those of a dataset in the order of their URIs, or those whose bucket's name begins so", async () => {
    const of = async (Name?: string) =>
      (await list(imm, { ...dataset, ...(Name !== undefined && { Name }) })).shown;

    const all = ["abc", "photos-1", "photos-2", "photos2", "zoo"].map((bucket) => `photos ${bucket}`);
    expect(await of()).toEqual(all);
    expect(await of("")).toEqual(all);
    expect(await of("photos")).toEqual(all.slice(1, 4));
    expect(await of("photos-")).toEqual(all.slice(1, 3));
    expect(await of("zoo")).toEqual(all.slice(4));
    expect(await of("oss://")).toEqual([]);
    expect(await of("photos%")).toEqual([]);
  });

  it("lists those of the whole project without DatasetName, by dataset and bucket", async () => {
    const all = [
      ...["films abc", "films photos-1"],
      ...["photos abc", "photos photos-1", "photos photos-2", "photos photos2", "photos zoo"],
    ];

    expect((await list(imm)).shown).toEqual(all);
    expect((await list(imm, { DatasetName: "" })).shown).toEqual(all);
    expect((await list(imm, { Name: "abc" })).shown).toEqual(["films abc", "photos abc"]);
    const pages: string[][] = [];
    for (let token: string | undefined = ""; token !== undefined;) {
      const page = await list(imm, { MaxResults: 3, ...(token && { NextToken: token }) });
      pages.push(page.shown);
      token = page.token;
    }
    expect(pages).toEqual([all.slice(0, 3), all.slice(3, 6), all.slice(6)]);
  });

  it("gives tokens of IMM's form, each for the list that it is of", async () => {
    const first = await list(imm, { ...dataset, MaxResults: 2 });
    const ofProject = await list(imm, { MaxResults: 4 });

    expect(first.token).toMatch(/^atlas:photos:photos-1:[\w-]{16}$/);
    expect(ofProject.token).toMatch(/^atlas:photos:photos-1:[\w-]{16}$/);
    const next = { ...dataset, NextToken: first.token };
    expect((await list(imm, next)).shown).toEqual(["photos photos-2", "photos photos2", "photos zoo"]);
    for (const other of [
      { NextToken: first.token },
      { ...next, NextToken: ofProject.token },
      { ...next, DatasetName: "films" },
      { ...next, Name: "photos" },
      { ...next, NextToken: first.token!.replace("photos-1", "photos-2") },
    ]) {
      expect(await list(imm, other)).toMatchObject({ status: 400, code: "InvalidNextToken" });
    }
  });

  it("answers any Name and URI with bindings or a refusal", async () => {
    const value = oneof(
      string({ unit: "binary" }).map((text) => text.toWellFormed()),
      constantFrom("oss://abc", "abc", "%", "oss://"),
    );

    await assert(
      asyncProperty(value, async (text) => {
        const listed = await list(imm, { ...dataset, Name: text });
        expect([200, 400]).toContain(listed.status);
        const got = await imm.call("GetBinding", { ...dataset, URI: text });
        expect(["InvalidURI", "MissingURI", "ResourceNotFound", undefined]).toContain(got.body["Code"]);
      }),
      { numRuns: 40 },
    );
    expect(imm.errors).toEqual([]);
  });
});
