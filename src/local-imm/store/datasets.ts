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

/** How many files are indexed, and how many bytes they have. */
export interface FileStatistics {
  readonly FileCount: bigint;
  readonly TotalFileSize: bigint;
}

/** The same as it is found: what the store itself knows of it. */
export interface StoredDataset extends Dataset, FileStatistics {
  readonly DatasetId: bigint;
  /** How many buckets are bound to it. */
  readonly BindCount: bigint;
}

/** The files that a dataset has, and those that it may have. */
export type Room = FileStatistics & Pick<DatasetLimits, "DatasetMaxFileCount" | "DatasetMaxTotalFileSize">;

/** A page of names: those that begin with `Prefix` and sort behind `After`. */
export interface Page {
  Prefix: string;
  After: string;
  Limit: bigint;
}

export type Datasets = ReturnType<typeof createDatasets>;

const columns = `
  DatasetId, ProjectName, DatasetName, Description, TemplateId, CreateTime, UpdateTime, DatasetMaxBindCount,
  DatasetMaxFileCount, DatasetMaxEntityCount, DatasetMaxRelationCount, DatasetMaxTotalFileSize, FileCount,
  TotalFileSize
`;

/** Prepares all that is asked of the table of datasets. */
export function createDatasets(db: Connection) {
  // At most ten each.
  const bindCount = `
    (
      SELECT count(*) FROM Binding
      WHERE Binding.ProjectName = Dataset.ProjectName AND Binding.DatasetName = Dataset.DatasetName
    ) AS BindCount
  `;
  const find = db.prepare(
    `SELECT Dataset.*, ${bindCount} FROM Dataset WHERE ProjectName = :ProjectName AND DatasetName = :DatasetName`,
  );
  const exists = db.prepare(
    "SELECT 1 FROM Dataset WHERE ProjectName = :ProjectName AND DatasetName = :DatasetName",
  );
  const findById = db.prepare("SELECT * FROM Dataset WHERE DatasetId = :DatasetId");
  const room = db.prepare(`
    SELECT FileCount, TotalFileSize, DatasetMaxFileCount, DatasetMaxTotalFileSize
    FROM Dataset WHERE DatasetId = :DatasetId
  `);
  // No name holds U+10FFFF, so the second bound ends the names of one prefix, and the index does both.
  const list = db.prepare(`
    SELECT ${columns}, ${bindCount} FROM Dataset
    WHERE ProjectName = :ProjectName AND DatasetName > :After
      AND DatasetName >= :Prefix AND DatasetName < :Prefix || char(0x10FFFF)
    ORDER BY DatasetName LIMIT :Limit
  `);
  // Arrays of values are made in half the time of objects.
  list.setReturnArrays(true);
  const insert = db.prepare(`
    INSERT INTO Dataset (
      ProjectName, DatasetName, Description, TemplateId, CreateTime, UpdateTime, DatasetMaxBindCount,
      DatasetMaxFileCount, DatasetMaxEntityCount, DatasetMaxRelationCount, DatasetMaxTotalFileSize
    ) VALUES (
      :ProjectName, :DatasetName, :Description, :TemplateId, :CreateTime, :UpdateTime, :DatasetMaxBindCount,
      :DatasetMaxFileCount, :DatasetMaxEntityCount, :DatasetMaxRelationCount, :DatasetMaxTotalFileSize
    ) RETURNING *, 0 AS BindCount
  `);
  const update = db.prepare(`
    UPDATE Dataset SET
      Description = :Description, TemplateId = :TemplateId, UpdateTime = :UpdateTime,
      DatasetMaxBindCount = :DatasetMaxBindCount, DatasetMaxFileCount = :DatasetMaxFileCount,
      DatasetMaxEntityCount = :DatasetMaxEntityCount, DatasetMaxRelationCount = :DatasetMaxRelationCount,
      DatasetMaxTotalFileSize = :DatasetMaxTotalFileSize
    WHERE ProjectName = :ProjectName AND DatasetName = :DatasetName
  `);
  const statistics = db.prepare(`
    SELECT coalesce(sum(FileCount), 0) AS FileCount, coalesce(sum(TotalFileSize), 0) AS TotalFileSize
    FROM Dataset WHERE ProjectName = :ProjectName
  `);
  const remove = db.prepare(
    "DELETE FROM Dataset WHERE ProjectName = :ProjectName AND DatasetName = :DatasetName",
  );

  return {
    find: ({ ProjectName, DatasetName }: DatasetKey) =>
      find.get({ ProjectName, DatasetName }) as StoredDataset | undefined,
    /** Whether there is one of these names. */
    exists: ({ ProjectName, DatasetName }: DatasetKey) =>
      exists.get({ ProjectName, DatasetName }) !== undefined,
    findById: (DatasetId: bigint) => findById.get({ DatasetId }) as StoredDataset | undefined,
    /** How much room a dataset has for files. */
    room: (DatasetId: bigint) => room.get({ DatasetId }) as unknown as Room,
    list: (ProjectName: string, { Prefix, After, Limit }: Page) =>
      (list.all({ ProjectName, Prefix, After, Limit }) as unknown as Values[]).map(fromValues),
    /** Of all datasets of a project. */
    statistics: (ProjectName: string) => statistics.get({ ProjectName }) as unknown as FileStatistics,
    insert: (dataset: Dataset) => insert.get(dataset) as StoredDataset,
    update({
      BindCount: _bindings,
      CreateTime: _kept,
      DatasetId: _id,
      FileCount: _files,
      TotalFileSize: _bytes,
      ...dataset
    }: StoredDataset) {
      update.run(dataset);
    },
    delete: ({ ProjectName, DatasetName }: DatasetKey) => void remove.run({ ProjectName, DatasetName }),
  };
}

type Texts = [ProjectName: string, DatasetName: string, Description: string, TemplateId: string];
type Integers = [bigint, bigint, bigint, bigint, bigint, bigint, bigint, bigint, bigint, bigint];
/** The values of `columns` and `bindCount`. */
type Values = [DatasetId: bigint, ...Texts, ...Integers];

function fromValues(values: Values): StoredDataset {
  return {
    DatasetId: values[0],
    ProjectName: values[1],
    DatasetName: values[2],
    Description: values[3],
    TemplateId: values[4],
    CreateTime: values[5],
    UpdateTime: values[6],
    DatasetMaxBindCount: values[7],
    DatasetMaxFileCount: values[8],
    DatasetMaxEntityCount: values[9],
    DatasetMaxRelationCount: values[10],
    DatasetMaxTotalFileSize: values[11],
    FileCount: values[12],
    TotalFileSize: values[13],
    BindCount: values[14],
  };
}
