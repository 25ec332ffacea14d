import type { Connection } from "./database/connection.ts";
import { columnsOf, documentColumns, quoted, type Fields } from "./search/rows/columns.ts";
import { createSearchRows } from "./search/rows/search-rows.ts";

/** What names a file in the store. */
export interface FileKey {
  readonly DatasetId: bigint;
  readonly URI: string;
}

/** A file of a dataset as it is stored; times are nanoseconds since the epoch. */
export interface StoredFile extends FileKey {
  readonly ObjectStatus: "Indexed" | "Failed";
  readonly CreateTime: bigint;
  readonly UpdateTime: bigint;
  /** In bytes; 0 if it isn't known. */
  readonly Size: bigint;
  /** What else is known of it, as JSON text by IMM's names. */
  readonly Document: string;
  /** What calls gave of that, in the same way. */
  readonly Given: string;
}

/** A file to store. */
export interface NewFile extends StoredFile {
  /** What is in its document. */
  readonly fields: Fields;
  /** What is written in it, if it is a document. */
  readonly Text: string | null;
  /** What it looks like, as 16 hex digits, if that was read. */
  readonly ImageHash: string | null;
}

/** The files of a bucket, such as `oss://photos`, that a dataset has, after one of them. */
interface BucketPage {
  readonly DatasetId: bigint;
  readonly BucketURI: string;
  /** The URI before the first; empty for all. */
  readonly After: string;
}

export type Files = ReturnType<typeof createFiles>;

/** Prepares all that is asked of the files in datasets. */
export function createFiles(db: Connection) {
  const columns =
    "DatasetId, URI, ObjectStatus, CreateTime, UpdateTime, CountedSize AS Size, Document, Given";
  const names = documentColumns.map(quoted);
  const find = db.prepare(`
    SELECT ${columns} FROM File JOIN FileDocument USING (FileId) WHERE DatasetId = :DatasetId AND URI = :URI
  `);
  const some = db.prepare(`
    SELECT ${columns} FROM json_each(:FileIds) JOIN File ON FileId = value JOIN FileDocument USING (FileId) ORDER BY key
  `);
  const idOf = db.prepare(
    "SELECT FileId, ObjectStatus FROM File WHERE DatasetId = :DatasetId AND URI = :URI",
  );
  // The upper half of a FileId is its dataset's number.
  const insert = db.prepare(`
    INSERT INTO File (FileId, DatasetId, URI, ObjectStatus, CreateTime, UpdateTime, CountedSize, ImageHash, ${names.join(", ")})
    VALUES (
      1 + coalesce((SELECT max(FileId) FROM File WHERE FileId BETWEEN ?1 << 32 AND ((?1 + 1) << 32) - 1), ?1 << 32),
      ${Array.from({ length: 7 + names.length }, (_, index) => `?${index + 1}`).join(", ")}
    )
    RETURNING FileId
  `);
  const replace = db.prepare(`
    UPDATE File SET ObjectStatus = ?, UpdateTime = ?, CountedSize = ?, ImageHash = ?, ${names.map((name) => `${name} = ?`).join(", ")}
    WHERE FileId = ?
  `);
  const saveDocument = db.prepare(`
    INSERT INTO FileDocument (FileId, Document, Given, Text) VALUES (:FileId, :Document, :Given, :Text)
    ON CONFLICT (FileId) DO UPDATE SET
      Document = excluded.Document, Given = excluded.Given, Text = excluded.Text
  `);
  const undocumented = db.prepare(
    "SELECT Text, ImageHash FROM FileDocument JOIN File USING (FileId) WHERE FileId = :FileId",
  );
  const changeDocument = db.prepare(
    "UPDATE FileDocument SET Document = :Document, Given = :Given WHERE FileId = :FileId",
  );
  // The digit 0 comes next to the slash.
  const ofBucket = db.prepare(`
    SELECT URI FROM File
    WHERE DatasetId = :DatasetId AND URI > :After AND URI > :BucketURI || '/' AND URI < :BucketURI || '0'
    ORDER BY URI LIMIT 500
  `);
  const remove = db.prepare("DELETE FROM File WHERE DatasetId = :DatasetId AND URI = :URI");
  const searchRows = createSearchRows(db);

  /** Makes searches know of a file what is in its document: nothing, if it failed. */
  function write({ fields, Text, ...file }: Omit<NewFile, "Document" | "Given">): bigint {
    const { DatasetId, URI, ObjectStatus, CreateTime, UpdateTime, Size } = file;
    const isIndexed = ObjectStatus === "Indexed";
    const ImageHash = isIndexed ? file.ImageHash : null;
    const before = idOf.get({ DatasetId, URI }) as { FileId: bigint; ObjectStatus: string } | undefined;
    const values = columnsOf(isIndexed ? fields : {});
    let FileId;
    if (before) {
      ({ FileId } = before);
      replace.run(ObjectStatus, UpdateTime, Size, ImageHash, ...values, FileId);
      if (before.ObjectStatus === "Indexed") searchRows.remove(FileId);
    } else {
      const own = [DatasetId, URI, ObjectStatus, CreateTime, UpdateTime, Size, ImageHash];
      ({ FileId } = insert.get(...own, ...values) as { FileId: bigint });
    }
    if (isIndexed) searchRows.save({ FileId, DatasetId, fields, text: Text });
    return FileId;
  }

  return {
    find: ({ DatasetId, URI }: FileKey) => find.get({ DatasetId, URI }) as StoredFile | undefined,
    /** Those of these ids that there are, in the same order. */
    some: (FileIds: readonly bigint[]) => some.all({ FileIds: `[${FileIds.join(",")}]` }) as StoredFile[],
    /** Stores a file in the place of an earlier entry, whose CreateTime it keeps. */
    save({ Document, Given, ...file }: NewFile): void {
      const FileId = write(file);
      saveDocument.run({ FileId, Document, Given, Text: file.Text });
    },
    /** Changes what is known of a file that is there. */
    change({ Document, Given, ...file }: Omit<NewFile, "ImageHash" | "Text">): void {
      const { FileId } = idOf.get({ DatasetId: file.DatasetId, URI: file.URI }) as { FileId: bigint };
      const others = undocumented.get({ FileId }) as Pick<NewFile, "ImageHash" | "Text">;
      write({ ...file, ...others });
      changeDocument.run({ FileId, Document, Given });
    },
    /** The URIs of those of a bucket, in pages. */
    ofBucket: (page: BucketPage) => (ofBucket.all({ ...page }) as { URI: string }[]).map(({ URI }) => URI),
    delete: ({ DatasetId, URI }: FileKey) => void remove.run({ DatasetId, URI }),
  };
}
