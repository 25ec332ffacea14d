import { join } from "node:path";
import { expect, it } from "vitest";
import { closeDatabase, openDatabase } from "../../../src/local-imm/store/database/database.ts";
import { createTransactions } from "../../../src/local-imm/store/database/transactions.ts";
import { createFiles } from "../../../src/local-imm/store/files.ts";
import { makeFolder } from "../start.ts";

const insertDatasets = `
  INSERT INTO Project VALUES ('atlas', '', '', '', 1, 2, 9, 10, 11, 12, 13, 14, 0, '[]');
  INSERT INTO Dataset (
    ProjectName, DatasetName, Description, TemplateId, CreateTime, UpdateTime, DatasetMaxBindCount,
    DatasetMaxFileCount, DatasetMaxEntityCount, DatasetMaxRelationCount, DatasetMaxTotalFileSize
  ) VALUES ('atlas', 'a', '', '', 1, 2, 10, 9000, 12, 13, 9000), ('atlas', 'b', '', '', 1, 2, 10, 9000, 12, 13, 9000);
`;

let state = 42;
/** The same numbers each time, 0 to 1. */
function random(): number {
  state = (state + 0x6d2b79f5) | 0;
  const mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  const again = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((again ^ (again >>> 14)) >>> 0) / 2 ** 32;
}
const oneOf = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)]!;
const words = [
  "西湖",
  "的",
  "天空",
  "海边",
  "夏天",
  "IMG",
  "DSC",
  "trip",
  "family",
  "beach",
  "sunset",
  "party",
];

function fieldsOf(index: number): Record<string, unknown> {
  return {
    Filename: `${oneOf(["2021", "2022"])}/${oneOf(words)}${oneOf(words)}/IMG_${index}.jpg`,
    ...{ Title: `${oneOf(words)} ${oneOf(words)}`, Size: Math.floor(random() * 1e7) },
    ...(random() < 0.5 && { LatLong: `${30 + random() * 2},${119 + random() * 3}` }),
    Labels: Array.from({ length: Math.floor(random() * 5) }, () => ({ LabelName: oneOf(words) })),
    CustomLabels: { trip: oneOf(words), number: String(index % 1000) },
    EXIF: "x".repeat(800),
  };
}

it("files with words and places are stored wherever in the writing the pages run out", () => {
  using folder = makeFolder();
  const database = openDatabase(join(folder.path, "imm.db"));
  const { connection } = database;
  // Fewer than are asked for, so that most writes meet the limit, each at another point.
  const space = { extend: (pages: number) => database.space.extend(Math.ceil((pages * 3) / 16)) };
  // Anew for each write, since they learn how many pages writes need.
  const transaction = (work: () => void) => createTransactions({ ...database, space }).transaction(work);
  transaction(() => connection.exec(insertDatasets));
  const files = createFiles(connection);
  const count = 3000;

  for (let first = 0; first < count; first += 10) {
    const some = Array.from({ length: 10 }, (_, index) => fieldsOf(first + index));
    transaction(() => {
      for (const [index, fields] of some.entries()) {
        // Into the one dataset behind the other: the words of ids that go back are written at once.
        for (const DatasetId of index === 0 ? [2n, 1n] : [2n]) {
          files.save({
            ...{ DatasetId, URI: `oss://shots/${first + index}`, ObjectStatus: "Indexed", Size: 1n, fields },
            ...{ CreateTime: 1n, UpdateTime: 1n, Document: JSON.stringify(fields), Given: "{}" },
            ...{ Text: null, ImageHash: null },
          });
        }
      }
    });
  }

  const found = connection.prepare("SELECT count(*) AS count FROM FileText WHERE FileText MATCH 'img'");
  expect(found.get()).toEqual({ count: BigInt(count + count / 10) });
  expect(connection.prepare("PRAGMA integrity_check").all()).toEqual([{ integrity_check: "ok" }]);
  closeDatabase(database);
});
