import { join } from "node:path";
import { expect, it } from "vitest";
import { closeDatabase, openDatabase } from "../../../src/local-imm/store/database/database.ts";
import { createTransactions } from "../../../src/local-imm/store/database/transactions.ts";
import { createFiles } from "../../../src/local-imm/store/files.ts";
import { makeFolder } from "../start.ts";

const insertDataset = `
  INSERT INTO Project VALUES ('atlas', '', '', '', 1, 2, 9, 10, 11, 12, 13, 14, 0, '[]');
  INSERT INTO Dataset (
    ProjectName, DatasetName, Description, TemplateId, CreateTime, UpdateTime, DatasetMaxBindCount,
    DatasetMaxFileCount, DatasetMaxEntityCount, DatasetMaxRelationCount, DatasetMaxTotalFileSize
  ) VALUES ('atlas', 'photos', '', '', 1, 2, 10, 10000, 12, 13, 10000);
`;

it("files with words and places are stored wherever in the writing the pages run out", () => {
  using folder = makeFolder();
  const database = openDatabase(join(folder.path, "imm.db"));
  const { connection } = database;
  const extended: boolean[] = [];
  // A sixth of what is asked for, so that most writes meet the limit, each at another point.
  const space = {
    extend(pages: number) {
      extended.push(database.space.extend(Math.ceil(pages / 6)));
      return extended.at(-1)!;
    },
  };
  const { transaction } = createTransactions({ ...database, space });
  transaction(() => connection.exec(insertDataset));
  const files = createFiles(connection);

  for (let batch = 0; batch < 100; batch += 1) {
    transaction(() => {
      for (let index = 0; index < 10; index += 1) {
        const fields = {
          Filename: `${batch * 7919}/IMG_${index * batch}.jpg`,
          LatLong: `${batch / 2},${index}`,
        };
        files.save({
          ...{
            DatasetId: 1n,
            URI: `oss://shots/${batch}/${index}`,
            ObjectStatus: "Indexed",
            Size: 1n,
            fields,
          },
          ...{ CreateTime: 1n, UpdateTime: 1n, Document: "{}", Given: "{}", ImageHash: null },
          Text: `${"word".repeat(index)} ${batch}`.repeat(100),
        });
      }
    });
  }

  expect(extended.length).toBeGreaterThan(50);
  expect(connection.prepare("PRAGMA integrity_check").all()).toEqual([{ integrity_check: "ok" }]);
  expect(
    connection.prepare("SELECT count(*) AS count FROM FileText WHERE FileText MATCH 'img'").get(),
  ).toEqual({
    count: 1000n,
  });
  expect(connection.prepare("SELECT count(*) AS count FROM FilePlace").get()).toEqual({ count: 1000n });
  closeDatabase(database);
});
