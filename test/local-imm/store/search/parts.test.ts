import { DatabaseSync } from "@photostructure/sqlite";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { readConditions } from "../../../../src/local-imm/params/conditions.ts";
import type { QueryNode } from "../../../../src/local-imm/params/schemas/query-tree.ts";
import { migrate } from "../../../../src/local-imm/store/database/schema.ts";
import { createFiles } from "../../../../src/local-imm/store/files.ts";
import type { Sizes } from "../../../../src/local-imm/store/search/parts.ts";
import { createSearch, type Search } from "../../../../src/local-imm/store/search/search.ts";
import type { PageOfFiles } from "../../../../src/local-imm/store/search/sort.ts";
import { repeat } from "../../../support/lists.ts";

const fileCount = 600;
const db = new DatabaseSync(":memory:", { readBigInts: true });
migrate(db, 0);
afterAll(() => db.close());
const files = createFiles(db);

function fill(): void {
  db.exec(`
    DELETE FROM File; DELETE FROM Dataset; DELETE FROM Project;
    INSERT INTO Project VALUES ('atlas', '', '', '', 1, 2, 9, 10, 11, 12, 13, 14, 0, '[]');
    INSERT INTO Dataset (
      DatasetId, ProjectName, DatasetName, Description, TemplateId, CreateTime, UpdateTime, DatasetMaxBindCount,
      DatasetMaxFileCount, DatasetMaxEntityCount, DatasetMaxRelationCount, DatasetMaxTotalFileSize
    ) VALUES (2, 'atlas', 'd2', '', '', 1, 2, 10, 1000, 12, 13, 1000);
    BEGIN
  `);
  for (let n = 0; n < fileCount; n += 1) {
    const fields = { Filename: `f${n}`, Size: n, Title: `第${n}张 西湖的照片`, LatLong: "10,10" };
    files.save({
      ...{ DatasetId: 2n, URI: `oss://b/${n}`, ObjectStatus: "Indexed", CreateTime: 1n, UpdateTime: 1n },
      ...{ Size: 1n, Document: JSON.stringify(fields), Given: "{}", fields, Text: null, ImageHash: null },
    });
  }
  db.exec("COMMIT");
}
beforeEach(fill);

const scope = { DatasetId: 2n, common: {} };
const partSize = 16;

/** A search of small parts, with the number of its pauses; `onPause` is what others do in them. */
function counted(
  onPause: (pauses: number) => void = () => {},
  sizes: Partial<Sizes> = {},
): { search: Search; pauses: () => number } {
  let pauses = 0;
  const search = createSearch(
    db,
    { read: (work) => work() },
    {
      pause: () => {
        pauses += 1;
        onPause(pauses);
        return Promise.resolve();
      },
      clock: () => 0,
      sizes: {
        ...{ few: { first: 10, most: 20 }, members: 20, part: { fewest: partSize, most: partSize } },
        window: { first: partSize, most: partSize, whole: partSize },
        ...sizes,
      },
    },
  );
  return { search, pauses: () => pauses };
}

const byTitle: PageOfFiles = { keys: [{ field: "Title", direction: "asc" }], after: undefined, limit: 10 };
const bySize: PageOfFiles = { ...byTitle, keys: [{ field: "Size", direction: "asc" }] };

function any(make: (n: number) => QueryNode): QueryNode {
  return { Operation: "or", SubQueries: repeat(100, make) };
}

const leaf = (Field: string, Operation: QueryNode["Operation"], Value: string): QueryNode => ({
  ...{ Field, Operation, Value },
});

// Each meets no file, so that all must be looked at.
const bombs: readonly [what: string, query: QueryNode][] = [
  ["prefixes", any((n) => leaf("ObjectACL", "prefix", `p${n}`))],
  ["words", any((n) => leaf("Title", "match-phrase", `西湖的${n}`))],
  ["long sentences", any((n) => leaf("Title", "match-phrase", `${"西湖的照片".repeat(100)}${n}`))],
  ["labels", any((n) => leaf("Labels.LabelName", "match-phrase", `l${n}`))],
  ["polygons", any((n) => leaf("LatLong", "geo-polygon", `-20,-20;-20,2${n % 10};2${n % 10},-20`))],
  ["circles", any((n) => leaf("LatLong", "geo-distance", `18.${n},18;1200000`))],
  [
    "nots",
    { Operation: "not", SubQueries: [{ Operation: "or", SubQueries: [leaf("Filename", "prefix", "f")] }] },
  ],
];

describe("a search", () => {
  it.each(bombs)("of a hundred %s lets others have the process between its parts", async (_what, query) => {
    const { search, pauses } = counted();

    const found = await search.find(
      { scope, condition: readConditions(query) },
      { ...byTitle, withTotal: true },
    );

    expect(found).toEqual({ positions: [], total: 0n });
    expect(pauses()).toBeGreaterThanOrEqual(fileCount / partSize - 2);
  });

  it("of a hundred circles lets others have the process also along an index", async () => {
    const { search, pauses } = counted(undefined, {
      ...{ few: { first: 10, most: 5 }, members: 1000 },
      window: { first: partSize, most: partSize, whole: 500_000 },
    });
    // Each box has all files in it, and each circle none.
    const circles = any((n) => leaf("LatLong", "geo-distance", `18.${n},18;1200000`));
    const byUri: PageOfFiles = { ...byTitle, keys: [{ field: "URI", direction: "asc" }], limit: 101 };

    await search.find({ scope, condition: readConditions(circles) }, { ...byUri, withTotal: false });

    expect(pauses()).toBeGreaterThanOrEqual(fileCount / partSize - 2);
  });

  it("looks at what an index finds in parts, if that costs much, however long an index may be walked along", async () => {
    const { search, pauses } = counted(undefined, {
      members: 1000,
      window: { first: 150, most: 4000, whole: 500_000 },
    });
    const star = repeat(20, (n) => `${n % 2 ? 20 : -20},${n - 10}`).join(";");
    const query: QueryNode = {
      Operation: "and",
      SubQueries: [
        leaf("Filename", "prefix", "f"),
        {
          Operation: "not",
          SubQueries: [leaf("Size", "gte", "0"), ...repeat(98, () => leaf("LatLong", "geo-polygon", star))],
        },
      ],
    };
    const byFilename: PageOfFiles = {
      ...byTitle,
      keys: [{ field: "Filename", direction: "asc" }],
      limit: 101,
    };

    await search.find({ scope, condition: readConditions(query) }, { ...byFilename, withTotal: false });

    expect(pauses()).toBeGreaterThanOrEqual(fileCount / partSize - 2);
  });

  it("computes in parts too", async () => {
    const { search, pauses } = counted();
    const aggregations = [{ subject: { file: "ObjectACL" }, operation: "group" }] as const;

    await search.aggregate(
      { scope, condition: readConditions(bombs[0]![1]) },
      { aggregations, maxGroups: 10 },
    );

    expect(pauses()).toBeGreaterThanOrEqual(fileCount / partSize - 2);
  });

  it("computes much in smaller parts, and with pauses between indexes", async () => {
    const large = { part: { fewest: partSize, most: 32_768 } };
    const [inRows, inIndexes] = [counted(undefined, large), counted(undefined, large)];
    const ofLabels = repeat(
      200,
      (n) => ({ subject: { map: "CustomLabels", key: `k${n}` }, operation: "group" }) as const,
    );
    const condition = readConditions(leaf("ObjectACL", "gte", ""));

    await inRows.search.aggregate({ scope, condition }, { aggregations: ofLabels, maxGroups: 10 });
    await inIndexes.search.aggregate(
      { scope, condition: undefined },
      { aggregations: ofLabels, maxGroups: 10 },
    );

    expect(inRows.pauses()).toBeGreaterThan(2);
    expect(inIndexes.pauses()).toBe(200);
  });

  it.each([
    ["that looks at all files", byTitle],
    ["that walks along an index", bySize],
  ])("%s ends soon after its caller has left, with the reason", async (_what, page) => {
    const leaving = new AbortController();
    const { search, pauses } = counted((count) => {
      if (count === 3) leaving.abort(new Error("gone"));
    });
    const condition = readConditions(bombs[0]![1]);

    await expect(
      search.find({ scope, condition }, { ...page, withTotal: true }, leaving.signal),
    ).rejects.toThrow("gone");
    expect(pauses()).toBe(3);
    const aggregations = [{ subject: { file: "Size" }, operation: "sum" }] as const;
    const asked = { aggregations, maxGroups: 10 };
    await expect(search.aggregate({ scope, condition }, asked, leaving.signal)).rejects.toThrow("gone");
    expect(pauses()).toBe(4);
  });

  it.each([
    ["some conditions", leaf("ObjectACL", "prefix", "x")],
    ["an index", leaf("Size", "gte", "0")],
    ["words", leaf("Title", "match-phrase", "西湖")],
    ["no conditions", undefined],
  ])("by %s goes on if all files and their dataset are deleted meanwhile", async (_what, query) => {
    for (const at of [1, 2, 5]) {
      fill();
      const { search } = counted((count) => {
        if (count === at) db.exec("DELETE FROM File; DELETE FROM Dataset");
      });
      const condition = query && readConditions(query);

      for (const page of [byTitle, bySize]) {
        const found = await search.find({ scope, condition }, { ...page, withTotal: true });
        expect(found.total).toBeLessThanOrEqual(fileCount);
      }
      const aggregations = [{ subject: { file: "Size" }, operation: "sum" }] as const;
      expect(await search.aggregate({ scope, condition }, { aggregations, maxGroups: 10 })).toHaveLength(1);
    }
  });

  it("that another joins takes turns with it", async () => {
    const ended: string[] = [];
    const { search } = counted();
    const condition = readConditions(bombs[0]![1]);
    const few = readConditions(leaf("Size", "eq", "7"));

    const long = search
      .find({ scope, condition }, { ...byTitle, withTotal: true })
      .then(() => ended.push("long"));
    const short = search
      .find({ scope, condition: few }, { ...byTitle, withTotal: true })
      .then(() => ended.push("short"));
    await Promise.all([long, short]);

    expect(ended).toEqual(["short", "long"]);
  });
});
