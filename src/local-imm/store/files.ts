import type { Connection } from "./database/connection.ts";

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

/** A file to store, and what is written in it, if it is a document. */
export interface NewFile extends StoredFile {
  readonly Text: string | null;
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
  const columns = "DatasetId, URI, ObjectStatus, CreateTime, UpdateTime, Size, Document, Given";
  const find = db.prepare(`
    SELECT ${columns} FROM File JOIN FileDocument USING (FileId) WHERE DatasetId = :DatasetId AND URI = :URI
  `);
  const save = db.prepare(`
    INSERT INTO File (DatasetId, URI, ObjectStatus, CreateTime, UpdateTime, Size)
    VALUES (:DatasetId, :URI, :ObjectStatus, :CreateTime, :UpdateTime, :Size)
    ON CONFLICT (DatasetId, URI) DO UPDATE SET
      ObjectStatus = excluded.ObjectStatus, UpdateTime = excluded.UpdateTime, Size = excluded.Size
    RETURNING FileId
  `);
  const saveDocument = db.prepare(`
    INSERT INTO FileDocument (FileId, Document, Given, Text) VALUES (:FileId, :Document, :Given, :Text)
    ON CONFLICT (FileId) DO UPDATE SET
      Document = excluded.Document, Given = excluded.Given, Text = excluded.Text
  `);
  const change = db.prepare(
    "UPDATE File SET UpdateTime = :UpdateTime WHERE DatasetId = :DatasetId AND URI = :URI RETURNING FileId",
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

  return {
    find: ({ DatasetId, URI }: FileKey) => find.get({ DatasetId, URI }) as StoredFile | undefined,
    /** Stores a file in the place of an earlier entry, whose CreateTime it keeps. */
    save({ Document, Given, Text, ...file }: NewFile): void {
      const { FileId } = save.get(file) as { FileId: bigint };
      saveDocument.run({ FileId, Document, Given, Text });
    },
    /** Changes what is known of a file that is there. */
    change({ DatasetId, URI, UpdateTime, Document, Given }: StoredFile): void {
      const { FileId } = change.get({ DatasetId, URI, UpdateTime }) as { FileId: bigint };
      changeDocument.run({ FileId, Document, Given });
    },
    /** The URIs of those of a bucket, in pages. */
    ofBucket: (page: BucketPage) => (ofBucket.all({ ...page }) as { URI: string }[]).map(({ URI }) => URI),
    delete: ({ DatasetId, URI }: FileKey) => void remove.run({ DatasetId, URI }),
  };
}
