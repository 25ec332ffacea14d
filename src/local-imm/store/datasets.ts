import type { Connection } from "./database/connection.ts";

/** What names a dataset. */
export interface DatasetKey {
  ProjectName: string;
  DatasetName: string;
}

/** The limits of a dataset; in a project, those that its new datasets get. */
export interface DatasetLimits {
  DatasetMaxBindCount: bigint;
  DatasetMaxFileCount: bigint;
  DatasetMaxEntityCount: bigint;
  DatasetMaxRelationCount: bigint;
  DatasetMaxTotalFileSize: bigint;
}

/** A dataset as it is stored; times are nanoseconds since the epoch. */
export interface Dataset extends DatasetKey, DatasetLimits {
  Description: string;
  TemplateId: string;
  CreateTime: bigint;
  UpdateTime: bigint;
}

/** A page of names: those that begin with `Prefix` and sort behind `After`. */
export interface Page {
  Prefix: string;
  After: string;
  Limit: bigint;
}

export type Datasets = ReturnType<typeof createDatasets>;

/** Prepares all that is asked of the table of datasets. */
export function createDatasets(db: Connection) {
  const find = db.prepare(
    "SELECT * FROM Dataset WHERE ProjectName = :ProjectName AND DatasetName = :DatasetName",
  );
  // No name holds U+10FFFF, so the second bound ends the names of one prefix, and the index does both.
  const list = db.prepare(`
    SELECT * FROM Dataset
    WHERE ProjectName = :ProjectName AND DatasetName > :After
      AND DatasetName >= :Prefix AND DatasetName < :Prefix || char(0x10FFFF)
    ORDER BY DatasetName LIMIT :Limit
  `);
  const insert = db.prepare(`
    INSERT INTO Dataset (
      ProjectName, DatasetName, Description, TemplateId, CreateTime, UpdateTime, DatasetMaxBindCount,
      DatasetMaxFileCount, DatasetMaxEntityCount, DatasetMaxRelationCount, DatasetMaxTotalFileSize
    ) VALUES (
      :ProjectName, :DatasetName, :Description, :TemplateId, :CreateTime, :UpdateTime, :DatasetMaxBindCount,
      :DatasetMaxFileCount, :DatasetMaxEntityCount, :DatasetMaxRelationCount, :DatasetMaxTotalFileSize
    )
  `);
  const update = db.prepare(`
    UPDATE Dataset SET
      Description = :Description, TemplateId = :TemplateId, UpdateTime = :UpdateTime,
      DatasetMaxBindCount = :DatasetMaxBindCount, DatasetMaxFileCount = :DatasetMaxFileCount,
      DatasetMaxEntityCount = :DatasetMaxEntityCount, DatasetMaxRelationCount = :DatasetMaxRelationCount,
      DatasetMaxTotalFileSize = :DatasetMaxTotalFileSize
    WHERE ProjectName = :ProjectName AND DatasetName = :DatasetName
  `);
  const remove = db.prepare(
    "DELETE FROM Dataset WHERE ProjectName = :ProjectName AND DatasetName = :DatasetName",
  );

  return {
    find: ({ ProjectName, DatasetName }: DatasetKey) =>
      find.get({ ProjectName, DatasetName }) as Dataset | undefined,
    list: (ProjectName: string, { Prefix, After, Limit }: Page) =>
      list.all({ ProjectName, Prefix, After, Limit }) as Dataset[],
    insert: (dataset: Dataset) => void insert.run(dataset),
    update: ({ CreateTime: _kept, ...dataset }: Dataset) => void update.run(dataset),
    delete: ({ ProjectName, DatasetName }: DatasetKey) => void remove.run({ ProjectName, DatasetName }),
  };
}
