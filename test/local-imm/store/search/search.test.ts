import { DatabaseSync } from "@photostructure/sqlite";
import * as fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { isNumeric } from "../../../../src/contract/query-fields.ts";
import { readConditions, subjectOf } from "../../../../src/local-imm/params/conditions.ts";
import type { QueryNode } from "../../../../src/local-imm/params/schemas/query-tree.ts";
import { migrate } from "../../../../src/local-imm/store/database/schema.ts";
import { writeDocument, type Document } from "../../../../src/local-imm/store/document.ts";
import { createFiles } from "../../../../src/local-imm/store/files.ts";
import type {
  Aggregate,
  AggregateOperation,
  Group,
} from "../../../../src/local-imm/store/search/aggregates/aggregation.ts";
import { objectIdOf } from "../../../../src/local-imm/store/search/rows/object-id.ts";
import { createSearch } from "../../../../src/local-imm/store/search/search.ts";
import type { Position, SortKey } from "../../../../src/local-imm/store/search/sort.ts";
import { formatTime } from "../../../../src/local-imm/time.ts";
import { aggregated, documents, sortings, trees } from "./random.ts";
import { comparable, meets, order, type Shown, valuesAt } from "./naive.ts";

const db = new DatabaseSync(":memory:", { readBigInts: true });
migrate(db, 0);
afterAll(() => db.close());
db.exec(`
  INSERT INTO Project VALUES ('atlas', '', '', '', 1, 2, 9, 10, 11, 12, 13, 14, 0, '[]');
  INSERT INTO Dataset (
    DatasetId, ProjectName, DatasetName, Description, TemplateId, CreateTime, UpdateTime, DatasetMaxBindCount,
    DatasetMaxFileCount, DatasetMaxEntityCount, DatasetMaxRelationCount, DatasetMaxTotalFileSize
  ) VALUES ${[1, 2, 3].map((id) => `(${id}, 'atlas', 'd${id}', '', '', 1, 2, 10, 1000, 12, 13, 1000)`).join()};
`);
const files = createFiles(db);
const common = { ProjectName: "atlas", DatasetName: "d2", OwnerId: "1000", ObjectType: "file" };
const scope = { DatasetId: 2n, common };

/** Searches in which each way of looking at files is taken by a few of them. */
const searches = [
  {
    few: { first: 1000, most: 1000 },
    members: 1000,
    part: { fewest: 128, most: 128 },
    window: { first: 500, most: 4000, whole: 4000 },
  },
  {
    few: { first: 0, most: 0 },
    members: 0,
    part: { fewest: 3, most: 3 },
    window: { first: 500, most: 4000, whole: 4000 },
  },
  {
    few: { first: 0, most: 0 },
    members: 9,
    part: { fewest: 7, most: 7 },
    window: { first: 2, most: 5, whole: 6 },
  },
  {
    few: { first: 2, most: 5 },
    members: 1000,
    part: { fewest: 2, most: 2 },
    window: { first: 1, most: 1000, whole: 3 },
  },
].map((sizes) =>
  createSearch(db, { read: (work) => work() }, { pause: () => Promise.resolve(), clock: () => 5, sizes }),
);

/** Stores files in a dataset, with others of the same kind in the datasets before and after it. */
function store(stored: readonly Stored[]): Shown[] {
  db.exec("DELETE FROM File");
  const shown: Shown[] = [];
  const names = new Set<string>();
  for (const [index, { document: given, isIndexed }] of stored.entries()) {
    const name = given["Filename"] as string | undefined;
    // A file's name is what is behind the bucket in its URI, if it is known at all.
    const key = name && !names.has(name) ? name : `${name ?? (index * 7) % 10}/${index}`;
    names.add(key);
    const document = name === undefined ? given : { ...given, Filename: key };
    for (const DatasetId of [1n, 2n, 3n]) {
      const URI = `oss://${index === 39 ? "c" : "b"}/${key}`;
      const [CreateTime, UpdateTime] = [BigInt(index % 3), BigInt(index)];
      const ObjectStatus = isIndexed ? "Indexed" : "Failed";
      const own = { DatasetId, URI, ObjectStatus, CreateTime, UpdateTime, Size: 1n } as const;
      files.save({
        ...own,
        Document: writeDocument(document as Document),
        Given: "{}",
        fields: document,
        Text: null,
        ImageHash: null,
      });
      if (DatasetId !== 2n) continue;
      shown.push({
        ...{ ...common, URI, ObjectStatus, ObjectId: objectIdOf(URI) },
        ...{ CreateTime: formatTime(CreateTime), UpdateTime: formatTime(UpdateTime) },
        ...(isIndexed && document),
      });
    }
  }
  return shown;
}

interface Stored {
  readonly document: Record<string, unknown>;
  readonly isIndexed: boolean;
}

const stored = fc.array(
  fc.record({ document: documents, isIndexed: fc.integer({ max: 9, min: 0 }).map(Boolean) }),
  {
    maxLength: 40,
  },
);

function namesStatus({ Field, SubQueries = [] }: QueryNode): boolean {
  return Field === "ObjectStatus" || SubQueries.some(namesStatus);
}

function selectedOf(shown: readonly Shown[], tree: QueryNode | undefined): Shown[] {
  const isFound = (file: Shown) =>
    file["ObjectStatus"] === "Indexed" || (tree !== undefined && namesStatus(tree));
  return shown.filter((file) => isFound(file) && (!tree || meets(file, tree)));
}

function sorted(shown: readonly Shown[], keys: readonly SortKey[]): string[] {
  const ids = new Map(shown.map((file, index) => [file, index]));
  const compare = (a: Shown, b: Shown) => {
    for (const { field, direction } of keys) {
      const [[one], [other]] = [valuesAt(a, field), valuesAt(b, field)];
      if (!one || !other) {
        if (one === other) continue;
        return one ? -1 : 1;
      }
      const sign = order(comparable(...one), comparable(...other));
      if (sign !== 0) return direction === "asc" ? sign : -sign;
    }
    const sign = ids.get(a)! - ids.get(b)!;
    return keys[0]!.direction === "asc" ? sign : -sign;
  };
  return shown.toSorted(compare).map((file) => file["URI"] as string);
}

function urisOf(positions: readonly Position[]): string[] {
  return files.some(positions.map(({ FileId }) => FileId)).map(({ URI }) => URI);
}

// So many trees altogether, each over files of a few.
const runs = { numRuns: 50, endOnFailure: true };
const treesEach = 100;

const cases = fc.record({
  stored,
  asked: fc.array(
    fc.record({
      tree: fc.option(trees, { nil: undefined, freq: 20 }),
      keys: sortings,
      limit: fc.integer({ min: 1, max: 12 }),
      which: fc.nat(searches.length - 1),
    }),
    { minLength: treesEach, maxLength: treesEach },
  ),
});

describe("a search", () => {
  it("finds, counts and sorts what a look at each document does, page after page", async () => {
    let divided = 0;
    await fc.assert(
      fc.asyncProperty(cases, async ({ stored: some, asked }) => {
        const shown = store(some);
        for (const { tree, keys, limit, which } of asked) {
          const condition = tree && readConditions(tree);
          const selected = selectedOf(shown, tree);
          const found: string[] = [];
          let after: Position | undefined;
          do {
            const page = await searches[which]!.find(
              { scope, condition },
              { keys, after, limit, withTotal: true },
            );
            expect({ tree, total: Number(page.total) }).toEqual({ tree, total: selected.length });
            found.push(...urisOf(page.positions));
            after = page.positions.length === limit ? page.positions.at(-1) : undefined;
          } while (after);
          if (selected.length > 0 && selected.length < shown.length) divided += 1;
          expect({ tree, keys, which, found }).toEqual({ tree, keys, which, found: sorted(selected, keys) });
        }
      }),
      runs,
    );
    // Else it would show little.
    expect(divided).toBeGreaterThan(1000);
  }, 300_000);

  it("computes over the files that it finds what a look at each value does", async () => {
    const computed = fc.record({
      stored,
      asked: fc.array(
        fc.record({
          tree: fc.option(trees, { nil: undefined, freq: 3 }),
          fields: fc.uniqueArray(fc.constantFrom(...aggregated), { minLength: 1, maxLength: 4 }),
          maxGroups: fc.integer({ min: 1, max: 5 }),
          which: fc.nat(searches.length - 1),
        }),
        { minLength: treesEach, maxLength: treesEach },
      ),
    });
    await fc.assert(
      fc.asyncProperty(computed, async ({ stored: some, asked }) => {
        const shown = store(some);
        for (const { tree, fields, maxGroups, which } of asked) {
          const selected = selectedOf(shown, tree);
          const each = fields.flatMap(([field, kind]) =>
            (isNumeric(kind) ? operations : operations.slice(0, 3)).map((operation) => ({
              field,
              operation,
            })),
          );
          const aggregations = each.map(({ field, operation }) => ({
            ...{ subject: subjectOf(field)!.subject, operation },
          }));
          const condition = tree && readConditions(tree);
          const found = await searches[which]!.aggregate({ scope, condition }, { aggregations, maxGroups });
          const shownAlike = found.map((aggregate, index) => alike(each[index]!.field, aggregate));
          expect(
            shownAlike.map((aggregate, index) => ({ tree, which, ...each[index]!, ...aggregate })),
          ).toEqual(
            each.map((one) => ({
              tree,
              which,
              ...one,
              ...alike(one.field, naiveAggregate(selected, one, maxGroups)),
            })),
          );
        }
      }),
      { ...runs, numRuns: 20 },
    );
  }, 300_000);
});

const operations = ["count", "distinct", "group", "min", "max", "sum", "average"] as const;

/** Of labels that differ by case one is shown; and numbers are shown without what tells a bigint. */
function alike(field: string, { value, groups }: Aggregate): object {
  const show = (one: bigint | number | string) =>
    field.startsWith("CustomLabels.") ? String(one).toLowerCase() : String(one);
  return { value, groups: groups?.map((group: Group) => ({ ...group, value: show(group.value) })) };
}

function naiveAggregate(
  selected: readonly Shown[],
  { field, operation }: { field: string; operation: AggregateOperation },
  maxGroups: number,
) {
  const ofFiles = selected.map((file) =>
    valuesAt(file, field).map(([kind, value]) => comparable(kind, value)),
  );
  const all = ofFiles.flat();
  const numbers = all.map(Number);
  const plain = (value: number | undefined) => ({ value, groups: undefined });
  switch (operation) {
    case "count":
      return plain(ofFiles.filter((values) => values.length > 0).length);
    case "distinct":
      return plain(new Set(all.map(String)).size);
    case "group": {
      const counts = new Map<string, { value: bigint | number | string; count: bigint }>();
      for (const values of ofFiles) {
        for (const value of new Set(values)) {
          const group = counts.get(String(value)) ?? { value, count: 0n };
          counts.set(String(value), { value, count: group.count + 1n });
        }
      }
      const groups = [...counts.values()].toSorted(
        (a, b) => Number(b.count - a.count) || order(a.value, b.value),
      );
      return { value: undefined, groups: groups.slice(0, maxGroups) };
    }
    default:
      if (numbers.length === 0) return plain(undefined);
  }
  const sum = numbers.reduce((total, number) => total + number, 0);
  const results = {
    min: Math.min(...numbers),
    max: Math.max(...numbers),
    sum,
    average: sum / numbers.length,
  };
  // Doubles are summed up in another order.
  const digits = 12 - Math.ceil(Math.log10(Math.abs(results[operation]) + 1));
  return plain(expect.closeTo(results[operation], digits) as number);
}
