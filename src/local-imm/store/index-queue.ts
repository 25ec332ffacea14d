import type { Connection } from "./database/connection.ts";
import type { FileKey } from "./files.ts";

/** A file that waits to be indexed. */
export interface QueuedFile extends FileKey {
  readonly QueueId: bigint;
  /** The binding that found it; null if a call named it. */
  readonly BindingId: bigint | null;
  /** What the call gave of it, as JSON text by IMM's names. */
  readonly Input: string;
}

export type IndexQueue = ReturnType<typeof createIndexQueue>;

/** Prepares all that is asked of the queue of files to index. */
export function createIndexQueue(db: Connection) {
  const add = db.prepare(
    "INSERT INTO IndexQueue (DatasetId, URI, BindingId, Input) VALUES (:DatasetId, :URI, :BindingId, :Input)",
  );
  const ofFile = db.prepare(`
    SELECT QueueId, DatasetId, URI, BindingId, Input FROM IndexQueue WHERE DatasetId = :DatasetId AND URI = :URI
  `);
  const change = db.prepare("UPDATE IndexQueue SET Input = :Input WHERE QueueId = :QueueId");
  const first = db.prepare(`
    SELECT QueueId, DatasetId, URI, BindingId, Input FROM IndexQueue ORDER BY IsFound, QueueId LIMIT :Limit
  `);
  const remove = db.prepare("DELETE FROM IndexQueue WHERE QueueId = :QueueId");
  const removeFile = db.prepare("DELETE FROM IndexQueue WHERE DatasetId = :DatasetId AND URI = :URI");
  const removeFound = db.prepare(
    "DELETE FROM IndexQueue WHERE DatasetId = :DatasetId AND URI = :URI AND BindingId IS NOT NULL",
  );
  const found = db.prepare(`
    SELECT QueueId, DatasetId, URI, BindingId, Input FROM IndexQueue
    WHERE IsFound = 1 AND BindingId = :BindingId LIMIT :Limit
  `);
  const removeFoundBy = db.prepare("DELETE FROM IndexQueue WHERE IsFound = 1 AND BindingId = :BindingId");
  const holds = db.prepare("SELECT 1 FROM IndexQueue WHERE DatasetId = :DatasetId LIMIT 1");
  const count = db.prepare("SELECT count(*) AS count FROM IndexQueue WHERE IsFound = :IsFound");

  return {
    add: (file: Omit<QueuedFile, "QueueId">) => void add.run(file),
    /** Whatever there is of a file. */
    ofFile: ({ DatasetId, URI }: FileKey) => ofFile.all({ DatasetId, URI }) as QueuedFile[],
    change: ({ QueueId, Input }: QueuedFile) => void change.run({ QueueId, Input }),
    /** Those whose turn it is: what calls named comes first. */
    first: (Limit: number) => first.all({ Limit }) as QueuedFile[],
    /** Takes one out; false if it isn't there. */
    remove: ({ QueueId }: QueuedFile): boolean => Number(remove.run({ QueueId }).changes) > 0,
    /** Takes out whatever there is of a file. */
    removeFile: ({ DatasetId, URI }: FileKey) => void removeFile.run({ DatasetId, URI }),
    /** Takes out a file that a binding found. */
    removeFound: ({ DatasetId, URI }: FileKey) => void removeFound.run({ DatasetId, URI }),
    /** Takes out all that a binding found. */
    removeFoundBy: (BindingId: bigint) => void removeFoundBy.run({ BindingId }),
    /** Some of those that a binding found. */
    found: (BindingId: bigint, Limit: number) => found.all({ BindingId, Limit }) as QueuedFile[],
    /** Whether there is a file of a dataset. */
    holds: (DatasetId: bigint) => holds.get({ DatasetId }) !== undefined,
    /** How many wait that calls named, or that bindings found. */
    count: (from: "bindings" | "calls") =>
      Number((count.get({ IsFound: from === "bindings" ? 1 : 0 }) as { count: bigint }).count),
  };
}
