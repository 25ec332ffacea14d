import { mkdirSync, renameSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "@photostructure/sqlite";
import { describe, expect, it } from "vitest";
import { backUp } from "../../../src/local-imm/backup/backup.ts";
import { migrations } from "../../../src/local-imm/store/migrations/migrations.ts";
import { makeFolder, root, startTestImm } from "../start.ts";
import { storeTasks } from "../store-tasks.ts";

const project = { ProjectName: "atlas" };

const earlier = Array.from({ length: migrations.length - 1 }, (_, index) => index + 1);

const columns = `
  ProjectName, DatasetName, Description, TemplateId, CreateTime, UpdateTime, DatasetMaxBindCount,
  DatasetMaxFileCount, DatasetMaxEntityCount, DatasetMaxRelationCount, DatasetMaxTotalFileSize
`;

/** Writes a store as it was after so many of its schema's steps: a project with two datasets. */
function writeStore(dir: string, steps: number): void {
  const db = new DatabaseSync(join(dir, "imm.db"));
  for (const step of migrations.slice(0, steps)) db.exec(step);
  db.exec(`
    PRAGMA user_version = ${steps};
    INSERT INTO Project VALUES ('atlas', 'maps', '', '', 1, 2, 9, 10, 11, 12, 13, 14, 0, '[]');
    INSERT INTO Dataset (${columns}) VALUES
      ('atlas', 'a', '', '', 1, 2, 10, 11, 12, 13, 9223372036854775807),
      ('atlas', 'b', '', '', 1, 2, 10, 11, 12, 13, 14);
  `);
  db.close();
}

/** Starts on a store, and tells of it what is asked of it. */
async function tell(dir: string) {
  await using imm = await startTestImm({ dir });
  const found = await imm.call("GetProject", project);
  const datasets = await imm.call("ListDatasets", project);
  const tasks = await imm.call("ListTasks", project);
  const bindings = await imm.call("ListBindings", project);
  const attached = await imm.call("ListAttachedOSSBuckets", project);
  return {
    project: found.body["Project"],
    datasets: datasets.body["Datasets"],
    tasks: tasks.body["Tasks"],
    bindings: bindings.body["Bindings"],
    attached: attached.body["AttachedOSSBuckets"],
  };
}

/** Binds a bucket to the first dataset, and attaches it to the project. */
async function bindAndAttach(dir: string): Promise<void> {
  mkdirSync(join(dir, "buckets", "examplebucket"), { recursive: true });
  await using imm = await startTestImm({ dir });
  await imm.call("CreateBinding", { ...project, DatasetName: "a", URI: "oss://examplebucket" });
  await imm.call("AttachOSSBucket", { ...project, OSSBucket: "examplebucket" });
}

const none = { tasks: [], bindings: [], attached: [] };

const made = {
  bindings: [{ DatasetName: "a", URI: "oss://examplebucket" }],
  attached: [{ OSSBucket: "examplebucket" }],
};

const kept = {
  project: { ...project, Description: "maps", DatasetCount: 2n },
  datasets: [{ DatasetName: "a", DatasetMaxTotalFileSize: 2n ** 63n - 1n }, { DatasetName: "b" }],
};

describe.each(earlier)("a store after %d steps of its schema", (steps) => {
  it("is brought up to date, and keeps what it has", async () => {
    using folder = makeFolder();
    writeStore(folder.path, steps);

    expect(await tell(folder.path)).toMatchObject({ ...kept, ...none });
    storeTasks(folder.path, [{}]);
    await bindAndAttach(folder.path);
    expect(await tell(folder.path)).toMatchObject({
      ...{ project: kept.project, tasks: [{ TaskId: "FaceClustering-1" }], ...made },
      datasets: [{ BindCount: 1n }, { BindCount: 0n }],
    });
  });

  it("can be backed up, and started from the backup", async () => {
    using folder = makeFolder();
    writeStore(folder.path, steps);
    const file = join(folder.path, "backup.db");
    const other = join(folder.path, "other");

    await backUp(file, { dir: folder.path, port: 0, key: root });
    mkdirSync(other);
    renameSync(file, join(other, "imm.db"));

    expect(await tell(other)).toMatchObject({ ...kept, ...none });
  });
});

it("a store keeps its tasks, bindings and attached buckets in a backup", async () => {
  using folder = makeFolder();
  writeStore(folder.path, 1);
  storeTasks(folder.path, [{ Tags: { a: "1" } }]);
  await bindAndAttach(folder.path);
  const file = join(folder.path, "backup.db");
  const other = join(folder.path, "other");

  await backUp(file, { dir: folder.path, port: 0, key: root });
  mkdirSync(other);
  renameSync(file, join(other, "imm.db"));

  expect(await tell(other)).toMatchObject({ ...kept, tasks: [{ Tags: { a: "1" } }], ...made });
});

it("a store with files that were indexed before there were searches finds them, and keeps what it knows of them", async () => {
  using folder = makeFolder();
  writeStore(folder.path, 4);
  const db = new DatabaseSync(join(folder.path, "imm.db"));
  db.exec(`
    INSERT INTO File (FileId, DatasetId, URI, ObjectStatus, CreateTime, UpdateTime, Size) VALUES
      (7, 2, 'oss://shots/b.jpg', 'Indexed', 1, 2, 5), (8, 1, 'oss://shots/a.jpg', 'Indexed', 1, 2, 5),
      (9, 1, 'oss://shots/c.jpg', 'Failed', 1, 2, 0), (11, 1, 'oss://shots/d.pdf', 'Indexed', 1, 2, 7);
    INSERT INTO FileDocument (FileId, Document, Given, Text) VALUES
      (7, '{"Size":5,"Title":"other"}', '{}', NULL), (8, '{"Size":5,"Title":"West Lake"}', '{}', NULL),
      (9, '{"Reason":"broken"}', '{}', NULL), (11, '{"Size":7}', '{"CustomLabels":{"a":"b"}}', 'a letter');
  `);
  db.close();

  await using imm = await startTestImm({ dir: folder.path });
  const key = { ...project, DatasetName: "a" };
  const query = async (Query: object) => {
    const { body } = await imm.call("SimpleQuery", { ...key, Query, WithFields: ["URI"] });
    return (body["Files"] as { URI: string }[]).map(({ URI }) => URI);
  };
  const fuzzy = await imm.call("FuzzyQuery", { ...key, Query: "letter", WithFields: ["URI"] });
  const failed = await imm.call("GetFileMeta", { ...key, URI: "oss://shots/c.jpg" });
  const dataset = await imm.call("GetDataset", { ...key, WithStatistics: true });

  expect(await query({ Field: "Size", Operation: "gte", Value: "5" })).toEqual([
    "oss://shots/a.jpg",
    "oss://shots/d.pdf",
  ]);
  expect(await query({ Field: "Title", Operation: "match-phrase", Value: "lake" })).toEqual([
    "oss://shots/a.jpg",
  ]);
  expect(fuzzy.body["Files"]).toEqual([{ URI: "oss://shots/d.pdf" }]);
  expect(failed.body["Files"]).toMatchObject([{ Reason: "broken", ObjectStatus: "Failed" }]);
  expect(dataset.body["Dataset"]).toMatchObject({ FileCount: 2n, TotalFileSize: 12n });
  expect(imm.errors).toEqual([]);
});

it("a store with many such files takes the room that searches need", async () => {
  using folder = makeFolder();
  writeStore(folder.path, 4);
  const db = new DatabaseSync(join(folder.path, "imm.db"));
  db.exec(`
    WITH RECURSIVE Number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM Number WHERE n < 1500)
    INSERT INTO File (FileId, DatasetId, URI, ObjectStatus, CreateTime, UpdateTime, Size)
      SELECT n, 1, 'oss://shots/' || n || '.txt', 'Indexed', 1, 2, n FROM Number;
    INSERT INTO FileDocument (FileId, Document, Given, Text)
      SELECT FileId, json_object('Size', Size, 'Filename', Size || '.txt'), '{}', 'page ' || Size || hex(randomblob(500))
      FROM File;
  `);
  db.close();

  await using imm = await startTestImm({ dir: folder.path });
  const key = { ...project, DatasetName: "a", WithFields: ["URI"] };
  const all = await imm.call("SimpleQuery", {
    ...key,
    Query: { Field: "Size", Operation: "gt", Value: "0" },
  });
  const pages = await imm.call("FuzzyQuery", { ...key, Query: "page" });

  expect(all.body).toMatchObject({ TotalHits: 1500n });
  expect(pages.body).toMatchObject({ TotalHits: 1500n });
  expect(imm.errors).toEqual([]);
});
