import { chmodSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "@photostructure/sqlite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeFolder, startTestImm } from "../start.ts";
import { storeTasks } from "../store-tasks.ts";

const key = { ProjectName: "atlas" };

describe("a damaged store", () => {
  let made: ReturnType<typeof makeFolder>;
  let good: Buffer;

  beforeAll(async () => {
    made = makeFolder();
    const imm = await startTestImm({ dir: made.path });
    for (const ProjectName of ["atlas", "maps"]) {
      await imm.call("CreateProject", { ProjectName, Tag: [{ Key: "team", Value: "maps" }] });
      for (let index = 0; index < 12; index += 1) {
        const dataset = { ProjectName, DatasetName: `d${index}`, Description: "x".repeat(200) };
        await imm.call("CreateDataset", dataset);
      }
    }
    const dataset = { ...key, DatasetName: "d3" };
    for (let index = 0; index < 5; index += 1) {
      mkdirSync(join(made.path, "buckets", `bucket-${index}`));
      await imm.call("CreateBinding", { ...dataset, URI: `oss://bucket-${index}` });
      await imm.call("AttachOSSBucket", { ...key, OSSBucket: `bucket-${index}` });
    }
    await imm.close();
    const tasks = Array.from({ length: 12 }, (_, index) => ({
      TaskId: `t${index}`,
      Tags: { kind: `k${index}` },
    }));
    storeTasks(made.path, tasks);
    good = readFileSync(join(made.path, "imm.db"));
  });
  afterAll(() => made[Symbol.dispose]());

  /** A folder of this name with such an `imm.db`. */
  function folderOf(name: string, bytes: Buffer): string {
    const dir = join(made.path, name);
    mkdirSync(dir);
    writeFileSync(join(dir, "imm.db"), bytes);
    return dir;
  }

  function rootOf(table: string): { rootpage: number } {
    const db = new DatabaseSync(join(made.path, "imm.db"), { readOnly: true });
    const row = db.prepare("SELECT rootpage FROM sqlite_schema WHERE name = ?").get(table);
    db.close();
    return row as { rootpage: number };
  }

  // The schema is larger than a page: its first page keeps a copy of what it had before, which nobody reads.
  const replace = (text: string, other: string) => (bytes: Buffer) => {
    expect(bytes.includes(text)).toBe(true);
    for (let at = bytes.indexOf(text); at >= 0; at = bytes.indexOf(text, at + text.length)) {
      bytes.write(other, at);
    }
  };

  it.each<[what: string, spoil: (bytes: Buffer) => Buffer | void, reason: string]>([
    ["a page of zeros", (bytes) => void bytes.fill(0, 4096, 8192), "btreeInitPage() returns error"],
    ["its second half cut off", (bytes) => bytes.subarray(0, 8192), "database disk image is malformed"],
    ["a column of another name", replace("DatasetMaxBindCount", "DatasetMaxBlndCount"), "malformed schema"],
    ["a trigger that counts twice", replace("DatasetCount + 1", "DatasetCount + 2"), "malformed schema"],
    ["Tags that aren't JSON", replace('[{"TagKey"', '{[{TagKey"'), "malformed Tags of a project"],
    ["Tags of a task that aren't JSON", replace('{"kind"', '{{kind"'), "CHECK constraint failed in Task"],
  ])("doesn't start with %s, and says what to do", async (what, spoil, reason) => {
    const bytes = Buffer.from(good);
    const dir = folderOf(what, spoil(bytes) ?? bytes);

    const starting = startTestImm({ dir });

    await expect(starting).rejects.toThrow(
      `${join(dir, "imm.db")} is damaged: with its process stopped, move it and imm.db-wal away, and put a backup in its place (SQLite says: `,
    );
    await expect(starting).rejects.toThrow(reason);
  });

  it("is named too if it is too large to be looked through at the start", async () => {
    const pages = 70_000;
    const bytes = Buffer.from(good);
    // The database's own count of its pages.
    bytes.writeUInt32BE(pages, 28);
    const { rootpage } = rootOf("Secret");
    bytes.fill(255, (rootpage - 1) * 4096, rootpage * 4096);
    const dir = folderOf("of 287 MB", bytes);
    // Without room on the disk.
    truncateSync(join(dir, "imm.db"), pages * 4096);

    await expect(startTestImm({ dir })).rejects.toThrow(`${join(dir, "imm.db")} is damaged: `);
  });

  it("is never answered from with an unknown error: it doesn't start, or is right about itself", async () => {
    const ends = { refused: 0, started: 0 };
    const wrong: unknown[] = [];
    const schemaAt = Math.floor(good.lastIndexOf("CREATE TABLE Project") / 4096) * 4096;
    for (let seed = 1; seed <= 40; seed += 1) {
      const next = random(seed);
      const bytes = Buffer.from(good);
      const at = seed % 3 === 0 ? schemaAt + next(4096) : next(bytes.length);
      bytes[at]! ^= 1 << next(8);
      const dir = folderOf(`seed ${seed}`, bytes);
      const imm = await startTestImm({ dir }).catch((error: Error) => error);
      if (imm instanceof Error) {
        ends.refused += 1;
        if (!imm.message.includes(join(dir, "imm.db"))) wrong.push({ seed, at, imm });
        continue;
      }
      const answers = [
        await imm.call("ListProjects", { Tag: [{ Key: "team", Value: "maps" }] }),
        await imm.call("GetProject", key),
        await imm.call("ListDatasets", key),
        await imm.call("ListTasks", { ...key, Sort: "EndTime", TagSelector: "kind=k3" }),
        await imm.call("ListTasks", key),
        await imm.call("ListBindings", { ...key, DatasetName: "d3" }),
        await imm.call("ListAttachedOSSBuckets", key),
        await imm.call("GetOSSBucketAttachment", { OSSBucket: "bucket-1" }),
        await imm.call("UpdateProject", { ...key, Description: "new" }),
        await imm.call("CreateDataset", { ...key, DatasetName: "new" }),
        await imm.call("DeleteBinding", { ...key, DatasetName: "d3", URI: "oss://bucket-1" }),
        await imm.call("DetachOSSBucket", { OSSBucket: "bucket-1" }),
        await imm.call("DeleteDataset", { ...key, DatasetName: "d4" }),
      ];
      await imm.close();
      const unknown = answers.filter(({ status }) => status === 500);
      if (unknown.length > 0 || imm.errors.length > 0) wrong.push({ seed, at, unknown, errors: imm.errors });
      ends.started += 1;
    }
    expect(wrong).toEqual([]);
    // Some bits are in free space, or in a text that may as well be another.
    expect(Math.min(ends.refused, ends.started)).toBeGreaterThan(5);
  });

  it("found while it runs stops the writes, and says so", async () => {
    const dir = folderOf("large", good);
    const path = join(dir, "imm.db");
    // More than SQLite keeps in memory.
    const filling = new DatabaseSync(path);
    filling.exec(`
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 30000)
      INSERT INTO Dataset (
        ProjectName, DatasetName, Description, TemplateId, CreateTime, UpdateTime, DatasetMaxBindCount,
        DatasetMaxFileCount, DatasetMaxEntityCount, DatasetMaxRelationCount, DatasetMaxTotalFileSize
      ) SELECT 'maps', printf('e%06d', i), printf('%200d', i), '', 1, 1, 1, 1, 1, 1, 1 FROM n
    `);
    filling.close();
    await using imm = await startTestImm({ dir });
    const bytes = readFileSync(path);
    writeFileSync(path, bytes.fill(255, 10 * 4096));

    const list = await imm.call("ListDatasets", { ProjectName: "maps", MaxResults: 200, Prefix: "e01" });

    const message = expect.stringContaining(`${path} is damaged: `) as string;
    const refusal = { status: 503, body: { Code: "ServiceUnavailable", Message: message } };
    expect(list).toMatchObject(refusal);
    expect(imm.problem()).toBe("imm.db is damaged");
    expect(await imm.call("CreateProject", { ProjectName: "new" })).toMatchObject(refusal);
    expect(imm.errors).toHaveLength(1);
  });
});

describe("a file that isn't a store's", () => {
  it.each<[what: string, write: (db: InstanceType<typeof DatabaseSync>) => void]>([
    ["of another program", (db) => db.exec("CREATE TABLE Note (Text)")],
    ["with a version that no release has", (db) => db.exec("PRAGMA user_version = -1")],
  ])("is left alone: a database %s", async (_what, write) => {
    using folder = makeFolder();
    const path = join(folder.path, "imm.db");
    const db = new DatabaseSync(path);
    write(db);
    db.close();
    const before = readFileSync(path);

    await expect(startTestImm({ dir: folder.path })).rejects.toThrow(
      `${path} is not a database of the local IMM: move it away, or choose another folder.`,
    );
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it.each(["imm.db", "imm.db-wal"])("is named: a folder as %s", async (name) => {
    using folder = makeFolder();
    const path = join(folder.path, name);
    mkdirSync(path);

    await expect(startTestImm({ dir: folder.path })).rejects.toThrow(
      `${path} is a folder: move it away, or choose another folder.`,
    );
  });

  // To root no file is read-only.
  it.skipIf(process.getuid?.() === 0)("is named: one that can't be written", async () => {
    using folder = makeFolder();
    const path = join(folder.path, "imm.db");
    await (await startTestImm({ dir: folder.path })).close();
    chmodSync(path, 0o444);

    await expect(startTestImm({ dir: folder.path })).rejects.toThrow(
      `${path} can't be written: check the permissions of the file and its folder, or choose another folder.`,
    );
  });

  it.each(["", "buckets"])("is named: a file as folder %j", async (name) => {
    using folder = makeFolder();
    const dir = join(folder.path, "data");
    if (name) mkdirSync(dir);
    writeFileSync(join(dir, name), "");

    await expect(startTestImm({ dir })).rejects.toThrow(
      `${join(dir, name)} is a file, where a folder is needed: move it away, or choose another folder.`,
    );
  });
});

/** The same numbers for the same seed. */
function random(seed: number): (below: number) => number {
  let state = (seed * 7_919) % 2 ** 32;
  return (below) => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return Math.floor((state / 2 ** 32) * below);
  };
}
