import type { Connection } from "../../database/connection.ts";
import type { Transactions } from "../../database/transactions.ts";
import { readDocument } from "../../document.ts";
import { columnsOf, documentColumns, quoted, type Fields } from "./columns.ts";
import { createSearchRows } from "./search-rows.ts";

interface Unsearchable {
  readonly FileId: bigint;
  readonly DatasetId: bigint;
  readonly Document: string;
  readonly Text: string | null;
}

/** Makes searches know of the files that were stored before there were searches: some milliseconds for ten of them. */
export function fillSearches(db: Connection, { transaction }: Pick<Transactions, "transaction">): void {
  const some = db.prepare(`
    SELECT FileId, DatasetId, Document, Text
    FROM UnsearchableFile JOIN File USING (FileId) JOIN FileDocument USING (FileId) LIMIT 100
  `);
  const names = documentColumns.map((name) => `${quoted(name)} = ?`).join(", ");
  const update = db.prepare(`UPDATE File SET ${names} WHERE FileId = ?`);
  const done = db.prepare("DELETE FROM UnsearchableFile WHERE FileId = ?");
  const rows = createSearchRows(db);
  let files;
  do {
    files = some.all() as Unsearchable[];
    // The database grows only by a transaction of the store's own.
    transaction(() => {
      for (const { FileId, DatasetId, Document, Text } of files!) {
        const fields = readDocument(Document) as Fields;
        update.run(...columnsOf(fields), FileId);
        rows.save({ FileId, DatasetId, fields, text: Text });
        done.run(FileId);
      }
    });
  } while (files.length > 0);
}
