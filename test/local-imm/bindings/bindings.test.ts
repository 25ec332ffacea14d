import { chmodSync, mkdirSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { makeFolder, startTestImm, type TestImm, type TestImmOptions } from "../start.ts";

const key = { ProjectName: "atlas", DatasetName: "photos" };
const binding = { ...key, URI: "oss://shots" };

/** A local IMM with one dataset, in a folder. */
async function startIn(
  dir: string,
  settings: Record<string, unknown> = {},
  options: TestImmOptions = {},
): Promise<TestImm> {
  const imm = await startTestImm({ dir, ...options });
  await imm.call("CreateProject", { ProjectName: key.ProjectName });
  await imm.call("CreateDataset", { TemplateId: "Official:OSSBasicMeta", ...key, ...settings });
  return imm;
}

/** The entries of files, by their names in the bucket; those that aren't there are left out. */
async function entriesOf(imm: TestImm, ...names: readonly string[]) {
  const URIs = names.map((name) => `oss://shots/${name}`);
  const { body } = await imm.call("BatchGetFileMeta", { ...key, URIs, WithFields: ["Filename", "Size"] });
  const files = body["Files"] as { Filename: string; Size: bigint }[];
  return Object.fromEntries(files.map(({ Filename, Size }) => [Filename, Number(Size)]));
}

async function bindingOf(imm: TestImm) {
  const { body } = await imm.call("GetBinding", binding);
  return body["Binding"] as Record<string, unknown>;
}

async function fileCount(imm: TestImm): Promise<number> {
  const { body } = await imm.call("GetDataset", { ...key, WithStatistics: true });
  return Number((body["Dataset"] as { FileCount: bigint }).FileCount);
}

describe("a binding", () => {
  it("indexes what is in its bucket, then what changes there", async () => {
    using folder = makeFolder();
    await using imm = await startIn(folder.path);
    imm.put("shots", "2024/a.jpg", "1");
    imm.put("shots", "b.txt", "12");

    const created = await imm.call("CreateBinding", binding);
    await imm.settled();

    expect(created.body["Binding"]).toMatchObject({ State: "Ready", Phase: "FullScanning" });
    expect(await entriesOf(imm, "2024/a.jpg", "b.txt", "c.txt")).toEqual({ "2024/a.jpg": 1, "b.txt": 2 });
    expect(await bindingOf(imm)).toMatchObject({ State: "Running", Phase: "IncrementalScanning" });

    imm.put("shots", "b.txt", "1234");
    imm.put("shots", "2024/05/c.txt", "123");
    renameSync(imm.pathOf("shots", "2024/a.jpg"), imm.pathOf("shots", "renamed 汉'()+%.jpg"));
    await imm.settled();

    expect(await entriesOf(imm, "2024/a.jpg", "b.txt", "2024/05/c.txt", "renamed 汉'()+%.jpg")).toEqual({
      ...{ "b.txt": 4, "2024/05/c.txt": 3, "renamed 汉'()+%.jpg": 1 },
    });
    expect(await fileCount(imm)).toBe(3);

    renameSync(imm.pathOf("shots", "2024"), imm.pathOf("shots", "moved"));
    rmSync(imm.pathOf("shots", "b.txt"));
    await imm.settled();

    expect(await entriesOf(imm, "2024/05/c.txt", "b.txt", "moved/05/c.txt")).toEqual({ "moved/05/c.txt": 3 });
    expect(await fileCount(imm)).toBe(2);
    expect(imm.errors).toEqual([]);
  });

  it("keeps its UpdateTime however much it scans", async () => {
    using folder = makeFolder();
    await using imm = await startIn(folder.path);
    imm.put("shots", "a", "1");
    await imm.call("CreateBinding", binding);
    imm.clock.now += 1_000_000_000n;

    await imm.settled();
    const { CreateTime, UpdateTime } = await bindingOf(imm);

    expect(UpdateTime).toBe(CreateTime);
  });

  it("goes on after a restart, and reads nothing again that is as it was", async () => {
    using folder = makeFolder();
    {
      await using imm = await startIn(folder.path);
      for (let n = 0; n < 20; n += 1) imm.put("shots", `${n % 3}/${n}.txt`, "1");
      await imm.call("CreateBinding", binding);
      await imm.settled();
      imm.put("shots", "0/0.txt", "changed while nobody looks");
      rmSync(imm.pathOf("shots", "1/1.txt"));
    }
    await using imm = await startTestImm({ dir: folder.path });
    imm.put("shots", "0/new.txt", "12");

    await imm.settled();

    expect(await entriesOf(imm, "0/0.txt", "0/new.txt", "1/1.txt", "2/2.txt")).toEqual({
      ...{ "0/0.txt": 26, "0/new.txt": 2, "2/2.txt": 1 },
    });
    expect(imm.counts()).toMatchObject({ indexed: 2, failed: 0, bindings: { watching: 1, files: 20 } });
  });

  it("stops while its bucket is gone, and forgets nothing of it", async () => {
    using folder = makeFolder();
    await using imm = await startIn(folder.path);
    imm.put("shots", "a", "1");
    await imm.call("CreateBinding", binding);
    await imm.settled();
    imm.clock.now += 1_000_000_000n;

    renameSync(imm.pathOf("shots", ""), imm.pathOf("elsewhere", ""));
    await imm.settled();
    const stopped = await bindingOf(imm);

    expect(stopped).toMatchObject({ State: "Stopped", Reason: "The folder of the bucket is missing." });
    expect(stopped["UpdateTime"]).not.toBe(stopped["CreateTime"]);
    expect(await entriesOf(imm, "a")).toEqual({ a: 1 });

    renameSync(imm.pathOf("elsewhere", ""), imm.pathOf("shots", ""));
    await imm.settled();

    const running = await bindingOf(imm);
    expect(running).toMatchObject({ State: "Running" });
    expect(running).not.toHaveProperty("Reason");
    expect(await fileCount(imm)).toBe(1);
  });

  it("that is deleted leaves what it indexed, and looks no more", async () => {
    using folder = makeFolder();
    await using imm = await startIn(folder.path);
    imm.put("shots", "a", "1");
    await imm.call("CreateBinding", binding);
    await imm.settled();

    const whileBound = await imm.call("DeleteDataset", key);
    await imm.call("DeleteBinding", binding);
    imm.put("shots", "b", "12");
    rmSync(imm.pathOf("shots", "a"));
    await imm.settled();

    expect(whileBound).toMatchObject({ status: 400, body: { Code: "StatusConflict" } });
    expect(await entriesOf(imm, "a", "b")).toEqual({ a: 1 });
    expect(await imm.call("DeleteDataset", key)).toMatchObject({ body: { Code: "StatusConflict" } });
    await imm.call("DeleteFileMeta", { ...key, URI: "oss://shots/a" });
    expect((await imm.call("DeleteDataset", key)).status).toBe(200);
  });

  it("bound again begins anew", async () => {
    using folder = makeFolder();
    await using imm = await startIn(folder.path);
    imm.put("shots", "a", "1");
    for (const action of ["CreateBinding", "DeleteBinding", "CreateBinding"]) await imm.call(action, binding);

    await imm.settled();

    expect(await entriesOf(imm, "a")).toEqual({ a: 1 });
    expect(await bindingOf(imm)).toMatchObject({ Phase: "IncrementalScanning" });
  });

  it("bound again removes what went meanwhile, and nothing that isn't its own", async () => {
    using folder = makeFolder();
    await using imm = await startIn(folder.path);
    const names = ["a", "b/c/d", "b/e", "f/g", "f/h"];
    for (const name of names) imm.put("shots", name, "1");
    imm.put("shots0", "a", "1");
    const elsewhere = { ...key, URI: "oss://shots0/a" };
    await imm.call("IndexFileMeta", { ...key, File: { URI: elsewhere.URI } });
    await imm.call("CreateBinding", binding);
    await imm.settled();
    await imm.call("UpdateFileMeta", { ...key, File: { URI: "oss://shots/f/g", CustomId: "kept" } });
    await imm.call("DeleteBinding", binding);

    for (const name of ["a", "b", "f/h"]) rmSync(imm.pathOf("shots", name), { recursive: true });
    rmSync(imm.pathOf("shots0", "a"));
    await imm.call("CreateBinding", binding);
    await imm.settled();

    expect(await entriesOf(imm, ...names)).toEqual({ "f/g": 1 });
    expect((await imm.call("GetFileMeta", { ...key, URI: "oss://shots/f/g" })).body["Files"]).toMatchObject([
      { CustomId: "kept" },
    ]);
    expect((await imm.call("GetFileMeta", elsewhere)).status).toBe(200);
  });

  it("of an empty folder stops if files of it are indexed: a disk may not be mounted", async () => {
    using folder = makeFolder();
    await using imm = await startIn(folder.path);
    imm.put("shots", "a", "1");
    await imm.call("IndexFileMeta", { ...key, File: { URI: "oss://shots/a" } });
    await imm.settled();
    rmSync(imm.pathOf("shots", "a"));

    await imm.call("CreateBinding", binding);
    await imm.settled();
    expect(await bindingOf(imm)).toMatchObject({ State: "Stopped" });
    expect(await fileCount(imm)).toBe(1);

    imm.put("shots", "b", "12");
    await imm.settled();
    expect(await entriesOf(imm, "a", "b")).toEqual({ b: 2 });
  });

  it("indexes for each dataset that the bucket is bound to, by its own template", async () => {
    using folder = makeFolder();
    await using imm = await startIn(folder.path);
    const other = { ...key, DatasetName: "other" };
    await imm.call("CreateDataset", other);
    imm.put("shots", "a", "1");

    await imm.call("CreateBinding", binding);
    await imm.call("CreateBinding", { ...other, URI: "oss://shots" });
    await imm.settled();
    const { body } = await imm.call("GetFileMeta", { ...other, URI: "oss://shots/a" });

    expect(await entriesOf(imm, "a")).toEqual({ a: 1 });
    expect(body["Files"]).toMatchObject([{ ObjectStatus: "Indexed" }]);
    expect((body["Files"] as object[])[0]).not.toHaveProperty("Size");
  });

  it("stops where its dataset is full, and goes on when there is room", async () => {
    using folder = makeFolder();
    await using imm = await startIn(folder.path, { DatasetMaxFileCount: 3 });
    for (let n = 0; n < 7; n += 1) imm.put("shots", `${n}`, "1");
    const isStopped = async () => (await bindingOf(imm))["State"];

    await imm.call("CreateBinding", binding);
    await expect.poll(isStopped).toBe("Stopped");
    expect(await fileCount(imm)).toBe(3);
    expect(await bindingOf(imm)).toMatchObject({
      Reason:
        "The dataset is full: its DatasetMaxFileCount or DatasetMaxTotalFileSize is reached. Raise it, or remove files: the bucket is looked at again within 5 minutes.",
    });

    await imm.call("UpdateDataset", { ...key, DatasetMaxFileCount: 7 });
    await expect.poll(() => fileCount(imm)).toBe(7);
    await expect.poll(isStopped).toBe("Running");
    expect(await bindingOf(imm)).not.toHaveProperty("Reason");
  });

  it("finds a file again for which there was no room when it grew", async () => {
    using folder = makeFolder();
    await using imm = await startIn(folder.path, { DatasetMaxTotalFileSize: 100 });
    imm.put("shots", "a", "1");
    await imm.call("CreateBinding", binding);
    await imm.settled();
    const stateOf = async () => (await bindingOf(imm))["State"];
    const fileOf = async () => {
      const { body } = await imm.call("GetFileMeta", { ...key, URI: "oss://shots/a" });
      return (body["Files"] as object[])[0];
    };

    imm.put("shots", "a", "1".repeat(101));
    await expect.poll(stateOf).toBe("Stopped");
    expect(await fileOf()).toMatchObject({ ObjectStatus: "Failed" });
    await imm.call("UpdateDataset", { ...key, DatasetMaxTotalFileSize: 1_000 });

    await expect.poll(fileOf).toMatchObject({ ObjectStatus: "Indexed", Size: 101n });
    expect(await stateOf()).toBe("Running");
  });

  it("keeps the places of files that change after a limit was lowered", async () => {
    using folder = makeFolder();
    await using imm = await startIn(folder.path);
    for (let n = 0; n < 4; n += 1) imm.put("shots", `${n}`, "123");
    await imm.call("CreateBinding", binding);
    await imm.settled();

    await imm.call("UpdateDataset", { ...key, DatasetMaxFileCount: 2, DatasetMaxTotalFileSize: 5 });
    imm.put("shots", "0", "321");
    imm.put("shots", "1", "1");
    await imm.settled();

    expect(await entriesOf(imm, "0", "1", "2", "3")).toEqual({ 0: 3, 1: 1, 2: 3, 3: 3 });
    expect(await fileCount(imm)).toBe(4);
    expect(await bindingOf(imm)).toMatchObject({ State: "Running" });
  });

  it("goes on when another binding of its dataset makes room", async () => {
    using folder = makeFolder();
    await using imm = await startIn(folder.path, { DatasetMaxFileCount: 2 });
    for (const name of ["a", "b"]) imm.put("others", name, "1");
    imm.put("shots", "c", "1");
    await imm.call("CreateBinding", { ...key, URI: "oss://others" });
    await imm.settled();
    await imm.call("CreateBinding", binding);
    await expect.poll(async () => (await bindingOf(imm))["State"]).toBe("Stopped");

    rmSync(imm.pathOf("others", "a"));

    await expect.poll(() => entriesOf(imm, "c"), { timeout: 10_000 }).toEqual({ c: 1 });
    expect(await bindingOf(imm)).toMatchObject({ State: "Running" });
  });

  it("that was stopped since its dataset was full finds the others after a restart", async () => {
    using folder = makeFolder();
    {
      await using imm = await startIn(folder.path, { DatasetMaxFileCount: 3 });
      for (let n = 0; n < 7; n += 1) imm.put("shots", `${n}`, "1");
      await imm.call("CreateBinding", binding);
      await expect.poll(async () => (await bindingOf(imm))["State"]).toBe("Stopped");
    }
    await using imm = await startTestImm({ dir: folder.path });
    await imm.call("UpdateDataset", { ...key, DatasetMaxFileCount: 7 });

    await expect.poll(() => fileCount(imm)).toBe(7);
  });

  it("doesn't hold up the stop of the process, though it found more files than are read soon", async () => {
    using folder = makeFolder();
    const program = join(folder.path, "never-answers.mjs");
    writeFileSync(program, 'process.on("message", () => {});');
    await using imm = await startIn(folder.path, {}, { mediaProgram: pathToFileURL(program) });
    for (let n = 0; n < 700; n += 1) imm.put("shots", `${n}`, "1");
    await imm.call("CreateBinding", binding);
    await expect.poll(() => imm.counts().waiting.bindings).toBeGreaterThanOrEqual(300);

    const began = performance.now();
    await imm.close();

    expect(performance.now() - began).toBeLessThan(5_000);
    expect(imm.errors).toEqual([]);
  });

  it("keeps what calls gave of a file, also when the file changes", async () => {
    using folder = makeFolder();
    await using imm = await startIn(folder.path);
    imm.put("shots", "a", "1");
    const given = { Title: "Mine", LatLong: "1,2", Labels: [{ LabelName: "cat" }] };
    await imm.call("IndexFileMeta", { ...key, File: { URI: "oss://shots/a", ...given } });

    await imm.call("CreateBinding", binding);
    await imm.settled();
    imm.put("shots", "a", "123");
    await imm.settled();
    const { body } = await imm.call("GetFileMeta", { ...key, URI: "oss://shots/a" });

    expect(body["Files"]).toMatchObject([{ ...given, Size: 3n }]);
  });

  it("takes files of any time", async () => {
    using folder = makeFolder();
    await using imm = await startIn(folder.path);
    for (const [index, time] of [0, -1, 9_999_999_999, 1e11].entries()) {
      imm.put("shots", `${index}`, "1");
      utimesSync(imm.pathOf("shots", `${index}`), time, time);
    }

    await imm.call("CreateBinding", binding);
    await imm.settled();
    for (let index = 0; index < 4; index += 1) {
      await imm.call("IndexFileMeta", { ...key, File: { URI: `oss://shots/${index}` } });
    }
    await imm.settled();
    const indexed = imm.counts();
    await imm.settled();

    expect(imm.errors).toEqual([]);
    expect(await fileCount(imm)).toBe(4);
    // None of them looks changed.
    expect(imm.counts()).toEqual(indexed);
  });

  // To root no file is unreadable.
  it.skipIf(process.getuid?.() === 0)(
    "says of a file that can't be read why, and reads it as soon as it can",
    async () => {
      using folder = makeFolder();
      await using imm = await startIn(folder.path);
      imm.put("shots", "a", "1");
      chmodSync(imm.pathOf("shots", "a"), 0);

      await imm.call("CreateBinding", binding);
      await imm.settled();
      const { body } = await imm.call("GetFileMeta", { ...key, URI: "oss://shots/a" });
      expect(body["Files"]).toMatchObject([
        { ObjectStatus: "Failed", Reason: expect.stringMatching(/can't be read/) },
      ]);

      chmodSync(imm.pathOf("shots", "a"), 0o644);
      await imm.settled();
      expect(await fileCount(imm)).toBe(1);

      chmodSync(imm.pathOf("shots", "a"), 0);
      imm.put("shots", "b", "1");
      rmSync(imm.pathOf("shots", "a"));
      await imm.settled();
      expect(await entriesOf(imm, "a", "b")).toEqual({ b: 1 });
    },
  );

  it("removes a file that changes and goes before it is read again", async () => {
    using folder = makeFolder();
    await using imm = await startIn(folder.path);
    for (let n = 0; n < 300; n += 1) imm.put("shots", `${n}`, "1");
    await imm.call("CreateBinding", binding);
    await imm.settled();

    for (let n = 0; n < 300; n += 1) imm.put("shots", `${n}`, "changed");
    // Some are read by then, and some wait.
    await expect.poll(() => imm.counts().indexed, { interval: 5 }).toBeGreaterThan(300);
    for (let n = 0; n < 300; n += 1) rmSync(imm.pathOf("shots", `${n}`));
    await imm.settled();

    expect(await fileCount(imm)).toBe(0);
    expect(await entriesOf(imm, ...Array.from({ length: 100 }, (_, n) => `${n * 3}`))).toEqual({});
  });

  it("removes a file that only a call had found, while nothing ran", async () => {
    using folder = makeFolder();
    {
      await using imm = await startIn(folder.path);
      imm.put("shots", "here", "1");
      await imm.call("CreateBinding", binding);
      await imm.settled();
      imm.put("shots", "2024/05/gone", "12");
      await imm.call("IndexFileMeta", { ...key, File: { URI: "oss://shots/2024/05/gone" } });
      // The binding waits whether it is still being written.
      await expect.poll(() => fileCount(imm), { interval: 5 }).toBe(2);
    }
    rmSync(join(folder.path, "buckets/shots/2024"), { recursive: true });
    await using imm = await startTestImm({ dir: folder.path });
    await imm.settled();

    expect(await entriesOf(imm, "here", "2024/05/gone")).toEqual({ here: 1 });
  });

  it("finds a file again that a call named while its folder was away", async () => {
    using folder = makeFolder();
    await using imm = await startIn(folder.path);
    imm.put("shots", "2024/a", "1");
    imm.put("shots", "b", "1");
    await imm.call("CreateBinding", binding);
    await imm.settled();
    const there = imm.pathOf("shots", "2024");
    const away = imm.pathOf("elsewhere", "2024");
    mkdirSync(imm.pathOf("elsewhere", ""), { recursive: true });
    const File = { URI: "oss://shots/2024/a" };
    const statusOf = async () => {
      const { body } = await imm.call("GetFileMeta", { ...key, ...File });
      return (body["Files"] as { ObjectStatus: string }[])[0]?.ObjectStatus;
    };

    renameSync(imm.pathOf("shots", ""), `${away}-bucket`);
    await imm.call("IndexFileMeta", { ...key, File });
    await expect.poll(statusOf, { interval: 5 }).toBe("Failed");
    renameSync(`${away}-bucket`, imm.pathOf("shots", ""));
    await imm.settled();
    expect(await statusOf()).toBe("Indexed");

    renameSync(there, away);
    await imm.call("IndexFileMeta", { ...key, File });
    await expect.poll(statusOf, { interval: 5 }).toBe("Failed");
    renameSync(away, there);
    await imm.settled();

    expect(await statusOf()).toBe("Indexed");
    expect(await fileCount(imm)).toBe(2);
  });

  it("indexes a file once that a call names", async () => {
    using folder = makeFolder();
    await using imm = await startIn(folder.path);
    imm.put("shots", "here", "1");
    await imm.call("CreateBinding", binding);
    await imm.settled();
    imm.put("shots", "2024/new", "12");
    await imm.call("IndexFileMeta", { ...key, File: { URI: "oss://shots/2024/new" } });
    await expect.poll(() => imm.counts().indexed, { interval: 5 }).toBe(2);
    await imm.settled();

    expect(imm.counts().indexed).toBe(2);
    expect(await entriesOf(imm, "here", "2024/new")).toEqual({ here: 1, "2024/new": 2 });
  });

  it("keeps the labels of a file that changes", async () => {
    using folder = makeFolder();
    await using imm = await startIn(folder.path);
    imm.put("shots", "a", "1");
    await imm.call("CreateBinding", binding);
    await imm.settled();
    const File = { URI: "oss://shots/a", CustomLabels: { trip: "paris" } };
    await imm.call("UpdateFileMeta", { ...key, File });

    imm.put("shots", "a", "123");
    await imm.settled();
    const { body } = await imm.call("GetFileMeta", { ...key, URI: File.URI });

    expect(body["Files"]).toMatchObject([{ Size: 3n, CustomLabels: { trip: "paris" } }]);
  });

  it("tells what it does, for a log", async () => {
    using folder = makeFolder();
    await using imm = await startIn(folder.path);
    imm.put("shots", "2024/a.jpg", "1");
    await imm.call("CreateBinding", binding);
    await imm.settled();

    expect(imm.notices).toEqual([
      "Binding of oss://shots to atlas/photos: scanning the bucket.",
      "Binding of oss://shots to atlas/photos: scanned the bucket (files: 1, folders: 2); watching for changes.",
    ]);
  });

  it("finds a bucket behind a link that the settings name", async () => {
    using folder = makeFolder();
    mkdirSync(`${folder.path}/pictures`);
    writeFileSync(`${folder.path}/pictures/a`, "1");
    symlinkSync(`${folder.path}/pictures`, `${folder.path}/link`);
    const buckets = { shots: `${folder.path}/link` };
    await using imm = await startTestImm({ dir: `${folder.path}/data`, buckets });
    await imm.call("CreateProject", { ProjectName: key.ProjectName });
    await imm.call("CreateDataset", key);

    await imm.call("CreateBinding", binding);
    await imm.settled();

    expect(await fileCount(imm)).toBe(1);
  });

  it.each([
    ["is the data folder", "data"],
    ["isn't there", "none"],
  ])("is refused for a bucket whose path in the settings %s", async (_what, name) => {
    using folder = makeFolder();
    const dir = `${folder.path}/data`;
    await using imm = await startTestImm({ dir, buckets: { shots: `${folder.path}/${name}` } });
    await imm.call("CreateProject", { ProjectName: key.ProjectName });
    await imm.call("CreateDataset", key);

    const { status, body } = await imm.call("CreateBinding", binding);

    expect([status, body["Message"]]).toEqual([
      400,
      "Bucket shots does not exist: its path in IMM_LOCAL_BUCKETS is not a folder, or is the data folder itself.",
    ]);
  });

  it("writes nothing into its bucket, and looks into no data folder", async () => {
    using folder = makeFolder();
    mkdirSync(`${folder.path}/pictures/.imm`, { recursive: true });
    await using imm = await startTestImm({
      dir: `${folder.path}/pictures/.imm`,
      buckets: { shots: `${folder.path}/pictures` },
    });
    await imm.call("CreateProject", { ProjectName: key.ProjectName });
    await imm.call("CreateDataset", key);

    await imm.call("CreateBinding", binding);
    await imm.settled();

    expect(await fileCount(imm)).toBe(0);
  });
});
