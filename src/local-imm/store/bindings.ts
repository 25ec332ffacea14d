import type { Connection } from "./database/connection.ts";
import type { DatasetKey } from "./datasets.ts";

/** What names a binding: a dataset, and a bucket that is bound to it. */
export interface BindingKey extends DatasetKey {
  Bucket: string;
}

export type BindingState = "Ready" | "Stopped" | "Running" | "Retrying" | "Failed" | "Deleted";

export type BindingPhase = "FullScanning" | "IncrementalScanning";

/** A binding as it is stored; times are nanoseconds since the epoch. */
export interface Binding extends BindingKey {
  State: BindingState;
  Phase: BindingPhase;
  /** Why it is stopped, or has failed. */
  Reason: string | null;
  CreateTime: bigint;
  UpdateTime: bigint;
}

/** The same as it is found: what the store itself knows of it. */
export interface StoredBinding extends Binding {
  readonly BindingId: bigint;
  readonly DatasetId: bigint;
}

/** A page of bindings: those of a dataset, or of all of a project, by dataset and bucket. */
export interface BindingPage {
  ProjectName: string;
  /** If undefined, those of every dataset. */
  DatasetName: string | undefined;
  /** How the names of their buckets begin. */
  Prefix: string;
  /** The one before the first. */
  After: Pick<BindingKey, "DatasetName" | "Bucket">;
  Limit: bigint;
}

export type Bindings = ReturnType<typeof createBindings>;

/** Prepares all that is asked of the table of bindings. */
export function createBindings(db: Connection) {
  const columns = "Binding.*, DatasetId";
  const from = "Binding JOIN Dataset USING (ProjectName, DatasetName)";
  const find = db.prepare(`
    SELECT ${columns} FROM ${from}
    WHERE ProjectName = :ProjectName AND DatasetName = :DatasetName AND Bucket = :Bucket
  `);
  const findByBucket = db.prepare(
    `SELECT ${columns} FROM ${from} WHERE DatasetId = :DatasetId AND Bucket = :Bucket`,
  );
  const findById = db.prepare(`SELECT ${columns} FROM ${from} WHERE BindingId = :BindingId`);
  const listOfDataset = db.prepare(`
    SELECT * FROM Binding
    WHERE ProjectName = :ProjectName AND DatasetName = :DatasetName AND Bucket > :Bucket
      AND Bucket >= :Prefix AND Bucket < :Prefix || char(0x10FFFF)
    ORDER BY Bucket LIMIT :Limit
  `);
  const listOfProject = db.prepare(`
    SELECT * FROM Binding
    WHERE ProjectName = :ProjectName AND (DatasetName, Bucket) > (:DatasetName, :Bucket)
      AND Bucket >= :Prefix AND Bucket < :Prefix || char(0x10FFFF)
    ORDER BY DatasetName, Bucket LIMIT :Limit
  `);
  const all = db.prepare(`SELECT ${columns} FROM ${from} ORDER BY BindingId`);
  const update = db.prepare(`
    UPDATE Binding SET State = :State, Phase = :Phase, Reason = :Reason, UpdateTime = :UpdateTime
    WHERE BindingId = :BindingId
  `);
  const insert = db.prepare(`
    INSERT INTO Binding (ProjectName, DatasetName, Bucket, State, Phase, Reason, CreateTime, UpdateTime)
    VALUES (:ProjectName, :DatasetName, :Bucket, :State, :Phase, :Reason, :CreateTime, :UpdateTime)
  `);
  const remove = db.prepare("DELETE FROM Binding WHERE BindingId = :BindingId");

  return {
    find: (key: BindingKey) => find.get(keyOf(key)) as StoredBinding | undefined,
    findByBucket: (DatasetId: bigint, Bucket: string) =>
      findByBucket.get({ DatasetId, Bucket }) as StoredBinding | undefined,
    findById: (BindingId: bigint) => findById.get({ BindingId }) as StoredBinding | undefined,
    all: () => all.all() as StoredBinding[],
    list({ ProjectName, DatasetName, Prefix, After, Limit }: BindingPage) {
      const page = { ProjectName, Prefix, Limit, Bucket: After.Bucket };
      return (
        DatasetName === undefined
          ? listOfProject.all({ ...page, DatasetName: After.DatasetName })
          : listOfDataset.all({ ...page, DatasetName })
      ) as Binding[];
    },
    insert(binding: Binding): StoredBinding {
      insert.run({ ...binding });
      return find.get(keyOf(binding)) as unknown as StoredBinding;
    },
    update: ({ BindingId, State, Phase, Reason, UpdateTime }: StoredBinding) =>
      void update.run({ BindingId, State, Phase, Reason, UpdateTime }),
    delete({ BindingId }: StoredBinding): void {
      remove.run({ BindingId });
    },
  };
}

function keyOf({ ProjectName, DatasetName, Bucket }: BindingKey) {
  return { ProjectName, DatasetName, Bucket };
}
