import { DatabaseSync } from "@photostructure/sqlite";
import { afterAll, describe, expect, it } from "vitest";
import { createBindings } from "../../../src/local-imm/store/bindings.ts";
import type { Connection } from "../../../src/local-imm/store/database/connection.ts";
import { migrate } from "../../../src/local-imm/store/database/schema.ts";
import { createDatasets } from "../../../src/local-imm/store/datasets.ts";
import { createFiles } from "../../../src/local-imm/store/files.ts";
import { createIndexQueue } from "../../../src/local-imm/store/index-queue.ts";
import { createOSSBucketAttachments } from "../../../src/local-imm/store/oss-bucket-attachments.ts";
import { createProjects } from "../../../src/local-imm/store/projects.ts";
import { createSeenObjects } from "../../../src/local-imm/store/seen-objects.ts";

const database = new DatabaseSync(":memory:", { readBigInts: true });
migrate(database, 0);
afterAll(() => database.close());

/** The statements that are prepared on a connection. */
function statementsOf(create: (connection: Connection) => unknown): string[] {
  const statements: string[] = [];
  const recorder = {
    prepare(sql: string) {
      statements.push(sql);
      return database.prepare(sql);
    },
  };
  create(recorder as unknown as Connection);
  return statements;
}

function planOf(statement: string): string[] {
  const steps = database.prepare(`EXPLAIN QUERY PLAN ${statement}`).all() as { detail: string }[];
  return steps.map(({ detail }) => detail);
}

describe.each([
  ["bindings", createBindings],
  ["datasets", createDatasets],
  ["files", createFiles],
  ["attached buckets", createOSSBucketAttachments],
  ["projects", createProjects],
  ["the queue", createIndexQueue],
  ["seen objects", createSeenObjects],
] as const)("the statements about %s", (_what, create) => {
  it("read no large table from end to end", () => {
    // The first rows in the order of an index are at its beginning.
    const isOfFirst = (statement: string) => !statement.includes("WHERE") && statement.includes("LIMIT");
    const scans = statementsOf(create).flatMap((statement) =>
      planOf(statement)
        .filter((step) => !(isOfFirst(statement) && step.includes("USING INDEX")))
        .filter((step) => /^SCAN (Dataset|File|FileDocument|IndexQueue|SeenObject)\b/.test(step))
        .map((step) => `${step}: ${statement}`),
    );

    expect(scans).toEqual([]);
  });
});

describe("what bindings have seen", () => {
  it("is found if its binding is gone, whichever others there are", () => {
    const seen = createSeenObjects(database);
    const stamp = { size: 1n, mtimeNs: 1n, inode: 1n };
    database.exec(`
      PRAGMA foreign_keys = OFF;
      INSERT INTO Binding (BindingId, ProjectName, DatasetName, Bucket, State, Phase, CreateTime, UpdateTime)
      VALUES (2, 'p', 'd', 'b', '', '', 0, 0), (5, 'p', 'd', 'c', '', '', 0, 0)
    `);
    expect(seen.findOrphan()).toBeUndefined();
    for (const BindingId of [2n, 5n]) for (const key of ["a", "b/c"]) seen.save({ BindingId, key }, stamp);
    expect(seen.findOrphan()).toBeUndefined();

    for (const BindingId of [1n, 3n, 9n]) {
      for (const key of ["a", "b", "b/c"]) seen.save({ BindingId, key }, stamp);
      expect(seen.findOrphan()).toBe(BindingId);
      seen.forget(BindingId, 2);
      expect(seen.findOrphan()).toBe(BindingId);
      seen.forget(BindingId, 2);
    }

    expect(seen.findOrphan()).toBeUndefined();
    database.exec("DELETE FROM Binding; DELETE FROM SeenObject");
    expect(seen.findOrphan()).toBeUndefined();
  });
});
