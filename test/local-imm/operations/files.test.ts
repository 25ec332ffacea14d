import { rmSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { makeFolder, seconds, startTestImm, type TestImm } from "../start.ts";

const key = { ProjectName: "atlas", DatasetName: "photos" };

/** A local IMM with one dataset; with these settings of it. */
async function startWithDataset(dataset: Record<string, unknown> = {}): Promise<TestImm> {
  const imm = await startTestImm();
  await imm.call("CreateProject", { ProjectName: key.ProjectName });
  await imm.call("CreateDataset", { TemplateId: "Official:OSSBasicMeta", ...key, ...dataset });
  return imm;
}

async function index(imm: TestImm, ...files: readonly ({ URI: string } & Record<string, unknown>)[]) {
  await imm.call("BatchIndexFileMeta", { ...key, Files: files });
  await imm.settled();
}

/** The entry of a file, or the code that says there is none. */
async function entryOf(imm: TestImm, URI: string, WithFields?: string[]) {
  const { body } = await imm.call("GetFileMeta", { ...key, URI, ...(WithFields && { WithFields }) });
  return (body["Files"] as Record<string, unknown>[] | undefined)?.[0] ?? body["Code"];
}

async function statistics(imm: TestImm) {
  const { body } = await imm.call("GetDataset", { ...key, WithStatistics: true });
  const { FileCount, TotalFileSize } = body["Dataset"] as Record<string, bigint>;
  return { FileCount: Number(FileCount), TotalFileSize: Number(TotalFileSize) };
}

const [a, b] = ["oss://shots/2024/a.jpg", "oss://shots/b.txt"];

describe("an indexed file", () => {
  it("is answered with what is known of it", async () => {
    await using imm = await startWithDataset();
    imm.put("shots", "2024/a.jpg", "12345");

    await index(imm, { URI: a });

    expect(await entryOf(imm, a)).toMatchObject({
      ...key,
      ...{ URI: a, OwnerId: "111", ObjectType: "file", ObjectStatus: "Indexed" },
      ObjectId: expect.stringMatching(/^[0-9a-f]{64}$/),
      ...{
        CreateTime: "2026-01-02T11:04:05.123456789+08:00",
        UpdateTime: "2026-01-02T11:04:05.123456789+08:00",
      },
      ...{ Filename: "2024/a.jpg", Size: 5n },
    });
  });

  it("is answered with the fields that are asked for, and no others", async () => {
    await using imm = await startWithDataset();
    imm.put("shots", "2024/a.jpg", "12345");
    await index(imm, { URI: a });

    expect(await entryOf(imm, a, ["Size", "URI", "Size", "Title"])).toEqual({ Size: 5n, URI: a });
    expect(await entryOf(imm, a, ["Nonsense"])).toBe("InvalidWithFields");
  });

  it("keeps what the call gave of it, which comes before what is found", async () => {
    await using imm = await startWithDataset();
    imm.put("shots", "2024/a.jpg", "12345");
    const given = {
      ...{
        CustomId: "id 1",
        ContentType: "text/x-mine",
        MediaType: "document",
        Title: "Ä 汉 😀",
        Album: "A",
      },
      ...{ LatLong: "30.134390,120.074997", ProduceTime: "2021-06-29T14:50:13.011643661+08:00" },
      CustomLabels: { Key: "value", ["__proto__"]: "kept", number: "7" },
      Labels: [{ LabelName: "cat", LabelConfidence: 0.5, LabelLevel: 9007199254740993n }],
      Addresses: [{ City: "杭州市", Language: "zh-Hans" }],
    };

    await index(imm, { URI: a, ...given, CustomLabels: { ...given.CustomLabels, number: 7 } });

    expect(await entryOf(imm, a)).toMatchObject(given);
  });

  it("is counted, with its size, as often as it is indexed but once", async () => {
    await using imm = await startWithDataset();
    imm.put("shots", "2024/a.jpg", "12345");
    imm.put("shots", "b.txt", "123");

    await index(imm, { URI: a }, { URI: b }, { URI: a });
    expect(await statistics(imm)).toEqual({ FileCount: 2, TotalFileSize: 8 });

    imm.put("shots", "2024/a.jpg", "1234567");
    await index(imm, { URI: a });
    expect(await statistics(imm)).toEqual({ FileCount: 2, TotalFileSize: 10 });

    await imm.call("DeleteFileMeta", { ...key, URI: a });
    expect(await statistics(imm)).toEqual({ FileCount: 1, TotalFileSize: 3 });
    const { body } = await imm.call("GetProject", { ProjectName: "atlas", WithStatistics: true });
    expect(body["Project"]).toMatchObject({ FileCount: 1n, TotalFileSize: 3n });
  });

  it("keeps its labels and its id when it is indexed again, unless the call gives others", async () => {
    await using imm = await startWithDataset();
    imm.put("shots", "2024/a.jpg", "12345");
    await index(imm, { URI: a, CustomId: "1", CustomLabels: { trip: "paris" }, Title: "old" });
    imm.clock.now += seconds;

    await index(imm, { URI: a });
    expect(await entryOf(imm, a, ["CustomId", "CustomLabels", "Title", "CreateTime", "UpdateTime"])).toEqual({
      ...{ CustomId: "1", CustomLabels: { trip: "paris" } },
      ...{
        CreateTime: "2026-01-02T11:04:05.123456789+08:00",
        UpdateTime: "2026-01-02T11:04:06.123456789+08:00",
      },
    });

    await index(imm, { URI: a, CustomLabels: {} });
    expect(await entryOf(imm, a, ["CustomId", "CustomLabels"])).toEqual({ CustomId: "1", CustomLabels: {} });
  });

  it("has its id, labels and figures changed by an update, and nothing else", async () => {
    await using imm = await startWithDataset();
    imm.put("shots", "2024/a.jpg", "12345");
    await index(imm, { URI: a, CustomId: "1", CustomLabels: { trip: "paris" } });
    const Figures = [{ FigureId: "f", FigureClusterId: "figure-cluster-id-independent", FigureType: "face" }];

    const one = await imm.call("UpdateFileMeta", {
      ...key,
      File: { URI: a, CustomLabels: { trip: "rome" } },
    });
    const many = await imm.call("BatchUpdateFileMeta", {
      ...key,
      Files: [
        { URI: b, CustomId: "2" },
        { URI: a, Figures, Title: "no" },
      ],
    });

    expect(one.status).toBe(200);
    expect(many.body["Files"]).toEqual([
      {
        ...{ URI: b, Success: false },
        Message: "[ResourceNotFound] The specified resource File is not found.",
      },
      { URI: a, Success: true, Message: "" },
    ]);
    const updated = await entryOf(imm, a);
    expect(updated).toMatchObject({ CustomId: "1", CustomLabels: { trip: "rome" }, Figures });
    expect(updated).not.toHaveProperty("Title");
  });

  it("takes 100 labels; more fail alone, also among others of a batch", async () => {
    await using imm = await startWithDataset();
    imm.put("shots", "2024/a.jpg", "12345");
    await index(imm, { URI: a });
    const labels = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, n) => [`k${n}`, "v"]));

    const one = await imm.call("UpdateFileMeta", { ...key, File: { URI: a, CustomLabels: labels(101) } });
    const many = await imm.call("BatchUpdateFileMeta", {
      ...key,
      Files: [
        { URI: a, CustomLabels: labels(101) },
        { URI: a, CustomLabels: labels(100) },
      ],
    });

    expect(one).toMatchObject({ status: 400, body: { Code: "LimitExceededError" } });
    expect(many.body["Files"]).toMatchObject([
      { Success: false, Message: "[LimitExceededError] Message: Index KV count exceeded" },
      { Success: true },
    ]);
  });

  it("has at most 64 KiB from calls", async () => {
    await using imm = await startWithDataset();
    const Labels = Array.from({ length: 70 }, () => ({ LabelName: "x".repeat(1000) }));

    const { status, body } = await imm.call("IndexFileMeta", { ...key, File: { URI: a, Labels } });

    expect([status, body["Code"], body["Message"]]).toEqual([
      ...[400, "InvalidFile"],
      "Specified parameter File is not valid. File must have at most 65536 bytes as JSON; got 71202.",
    ]);
  });

  it("is answered in batches by its URI, each once", async () => {
    await using imm = await startWithDataset();
    imm.put("shots", "2024/a.jpg", "12345");
    imm.put("shots", "b.txt", "123");
    await index(imm, { URI: a }, { URI: b });

    const { body } = await imm.call("BatchGetFileMeta", {
      ...key,
      ...{ URIs: [b, "oss://shots/c", a, b], WithFields: ["URI", "Size"] },
    });

    expect(body["Files"]).toEqual([
      { URI: b, Size: 3n },
      { URI: a, Size: 5n },
    ]);
  });

  it("keeps its dataset from being deleted until it is deleted", async () => {
    await using imm = await startWithDataset();
    imm.put("shots", "2024/a.jpg", "12345");
    await index(imm, { URI: a });

    const refused = await imm.call("DeleteDataset", key);
    await imm.call("BatchDeleteFileMeta", { ...key, URIs: [a, b] });
    const deleted = await imm.call("DeleteDataset", key);

    expect(refused).toMatchObject({ status: 400, body: { Code: "StatusConflict" } });
    expect(deleted.status).toBe(200);
  });

  it("is still there when the process starts again, with its counts", async () => {
    using folder = makeFolder();
    {
      await using imm = await startTestImm({ dir: folder.path });
      await imm.call("CreateProject", { ProjectName: key.ProjectName });
      await imm.call("CreateDataset", key);
      imm.put("shots", "2024/a.jpg", "12345");
      await index(imm, { URI: a, CustomLabels: { trip: "paris" } });
    }
    await using imm = await startTestImm({ dir: folder.path });

    expect(await entryOf(imm, a)).toMatchObject({ CustomLabels: { trip: "paris" } });
    expect(await statistics(imm)).toEqual({ FileCount: 1, TotalFileSize: 5 });
  });
});

describe("the URI of a file", () => {
  it.each(["http://shots/a.jpg", "oss://shots", "oss://shots/", "pds://x", "pds://x/y", "pds://domains/"])(
    "isn't %s, which the call that names it is refused for",
    async (URI) => {
      await using imm = await startWithDataset();

      const read = await imm.call("BatchGetFileMeta", { ...key, URIs: [a, URI] });
      const indexed = await imm.call("IndexFileMeta", { ...key, File: { URI } });

      expect(read).toMatchObject({ status: 400, body: { Code: "InvalidURIs" } });
      expect(read.body["Message"]).toContain("URIs[1] must be oss://bucket/key or pds://domains/…");
      expect(indexed.status).toBe(400);
    },
  );

  it("may have a key that begins with a line break", async () => {
    await using imm = await startWithDataset();

    expect((await imm.call("BatchGetFileMeta", { ...key, URIs: ["oss://shots/\na"] })).status).toBe(200);
  });
});

describe("a file that can't be indexed", () => {
  it.each<[what: string, URI: string, reason: string]>([
    ["isn't there", "oss://shots/none.jpg", "[InvalidArgument] File does not exist."],
    ["is in a bucket that isn't there", "oss://nothing/a.jpg", "[InvalidArgument] File does not exist."],
    ["leads outside its bucket", "oss://shots/../imm.db", "[InvalidArgument] File does not exist."],
    ["is a folder", "oss://shots/2024", "[InvalidArgument] File does not exist."],
    [
      "is in a PDS",
      "pds://domains/d/drives/1/files/f/revisions/r",
      "[InvalidArgument] The local IMM has no PDS: it reads oss:// files alone.",
    ],
  ])("says why: one that %s", async (_what, URI, reason) => {
    await using imm = await startWithDataset();
    imm.put("shots", "2024/a.jpg", "12345");

    await index(imm, { URI });

    expect(await entryOf(imm, URI)).toMatchObject({ URI, ObjectStatus: "Failed", Reason: reason });
    expect(await statistics(imm)).toEqual({ FileCount: 0, TotalFileSize: 0 });
  });

  it("isn't in the way of its dataset's deletion, and can be indexed later", async () => {
    await using imm = await startWithDataset();
    await index(imm, { URI: a }, { URI: b });
    imm.put("shots", "b.txt", "123");

    await index(imm, { URI: b });
    expect(await entryOf(imm, b)).toMatchObject({ ObjectStatus: "Indexed" });
    expect(await entryOf(imm, b)).not.toHaveProperty("Reason");

    await imm.call("DeleteFileMeta", { ...key, URI: b });
    expect((await imm.call("DeleteDataset", key)).status).toBe(200);
  });

  it("is one that was indexed before and is gone: it is counted no more", async () => {
    await using imm = await startWithDataset();
    imm.put("shots", "2024/a.jpg", "12345");
    await index(imm, { URI: a, CustomId: "1" });
    rmSync(imm.pathOf("shots", "2024/a.jpg"));

    await index(imm, { URI: a });

    const reason = { ObjectStatus: "Failed", Reason: "[InvalidArgument] File does not exist." };
    expect(await entryOf(imm, a)).toMatchObject({ ...reason, CustomId: "1" });
    expect(await statistics(imm)).toEqual({ FileCount: 0, TotalFileSize: 0 });
  });
});

describe("a dataset's limits", () => {
  it("of files: what is over it fails by itself, and a full dataset refuses the call", async () => {
    await using imm = await startWithDataset({ DatasetMaxFileCount: 1 });
    imm.put("shots", "2024/a.jpg", "12345");
    imm.put("shots", "b.txt", "123");

    await index(imm, { URI: a }, { URI: b });
    const statuses = [await entryOf(imm, a), await entryOf(imm, b)] as Record<string, unknown>[];
    const refused = await imm.call("IndexFileMeta", { ...key, File: { URI: "oss://shots/c" } });
    const again = await imm.call("IndexFileMeta", { ...key, File: { URI: a } });

    expect(statuses).toMatchObject([
      { ObjectStatus: "Indexed" },
      {
        ObjectStatus: "Failed",
        Reason: "[LimitExceededError] Message: resource count exceeds the limit",
      },
    ]);
    expect(refused).toMatchObject({ status: 400, body: { Code: "LimitExceededError" } });
    expect(again.status).toBe(200);
  });

  it("of bytes: past it nothing more is indexed", async () => {
    await using imm = await startWithDataset({ DatasetMaxTotalFileSize: 7 });
    imm.put("shots", "2024/a.jpg", "12345");
    imm.put("shots", "b.txt", "123");

    await index(imm, { URI: a }, { URI: b });

    expect(await statistics(imm)).toEqual({ FileCount: 1, TotalFileSize: 5 });
    expect(await entryOf(imm, b)).toMatchObject({ ObjectStatus: "Failed" });
  });
});

describe("the queue", () => {
  it("loses what is deleted before its turn", async () => {
    await using imm = await startWithDataset();
    imm.put("shots", "2024/a.jpg", "12345");

    const indexing = imm.call("IndexFileMeta", { ...key, File: { URI: a } });
    const deleting = imm.call("DeleteFileMeta", { ...key, URI: a });
    await Promise.all([indexing, deleting]);
    await imm.settled();
    const last = await entryOf(imm, a);

    // Whichever came last.
    expect([JSON.stringify(last)]).toHaveLength(1);
    expect(["ResourceNotFound", "Indexed"]).toContain(
      typeof last === "string" ? last : (last as Record<string, unknown>)["ObjectStatus"],
    );
  });

  it("has a file that is called for many times once or twice, with what the calls gave of it", async () => {
    await using imm = await startWithDataset();
    imm.put("shots", "2024/a.jpg", "12345");
    const call = (given: object) => imm.call("IndexFileMeta", { ...key, File: { URI: a, ...given } });

    const calls = Array.from({ length: 300 }, (_, n) => call({ Title: `title ${n}` }));
    await Promise.all([call({ CustomId: "1", Album: "A" }), ...calls]);
    const { waiting } = imm.counts();
    await call({ Artist: "last", ContentType: "" });
    await imm.settled();

    expect(waiting.calls).toBeLessThanOrEqual(2);
    expect(await entryOf(imm, a)).toMatchObject({ CustomId: "1", Artist: "last", ObjectStatus: "Indexed" });
    expect(await entryOf(imm, a)).not.toHaveProperty("Album");
  });

  it("keeps a dataset from being deleted", async () => {
    await using imm = await startWithDataset();
    imm.put("shots", "2024/a.jpg", "12345");

    await imm.call("IndexFileMeta", { ...key, File: { URI: a } });
    const { body } = await imm.call("DeleteDataset", key);

    expect(body["Code"]).toBe("StatusConflict");
  });
});

it("a template that nobody knows indexes as none does, and is told once", async () => {
  await using imm = await startWithDataset({ TemplateId: "Mine:Template" });
  imm.put("shots", "2024/a.jpg", "12345");
  imm.put("shots", "b.txt", "123");

  await index(imm, { URI: a });
  await index(imm, { URI: b });

  expect(await entryOf(imm, a)).toMatchObject({ ObjectStatus: "Indexed" });
  expect(await entryOf(imm, a)).not.toHaveProperty("Size");
  expect(imm.notices).toEqual(['No template is named "Mine:Template": files are indexed as without one.']);
});
