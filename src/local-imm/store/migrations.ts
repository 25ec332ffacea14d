/**
 * The schema, one step after another; `PRAGMA user_version` says how many a file has taken.
 * A step that has been released is never changed: what comes later is a step of its own.
 */
export const migrations: readonly string[] = [
  `
  CREATE TABLE Project (
    ProjectName TEXT NOT NULL PRIMARY KEY,
    Description TEXT NOT NULL,
    ServiceRole TEXT NOT NULL,
    TemplateId TEXT NOT NULL,
    CreateTime INTEGER NOT NULL,
    UpdateTime INTEGER NOT NULL,
    ProjectMaxDatasetCount INTEGER NOT NULL,
    DatasetMaxBindCount INTEGER NOT NULL,
    DatasetMaxFileCount INTEGER NOT NULL,
    DatasetMaxEntityCount INTEGER NOT NULL,
    DatasetMaxRelationCount INTEGER NOT NULL,
    DatasetMaxTotalFileSize INTEGER NOT NULL,
    DatasetCount INTEGER NOT NULL DEFAULT 0,
    Tags TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE Dataset (
    ProjectName TEXT NOT NULL REFERENCES Project,
    DatasetName TEXT NOT NULL,
    Description TEXT NOT NULL,
    TemplateId TEXT NOT NULL,
    CreateTime INTEGER NOT NULL,
    UpdateTime INTEGER NOT NULL,
    DatasetMaxBindCount INTEGER NOT NULL,
    DatasetMaxFileCount INTEGER NOT NULL,
    DatasetMaxEntityCount INTEGER NOT NULL,
    DatasetMaxRelationCount INTEGER NOT NULL,
    DatasetMaxTotalFileSize INTEGER NOT NULL,
    PRIMARY KEY (ProjectName, DatasetName)
  ) STRICT, WITHOUT ROWID;

  -- Counting the rows anew for each CreateDataset would make a project of many datasets slow to fill.
  CREATE TRIGGER DatasetInserted AFTER INSERT ON Dataset BEGIN
    UPDATE Project SET DatasetCount = DatasetCount + 1 WHERE ProjectName = new.ProjectName;
  END;
  CREATE TRIGGER DatasetDeleted AFTER DELETE ON Dataset BEGIN
    UPDATE Project SET DatasetCount = DatasetCount - 1 WHERE ProjectName = old.ProjectName;
  END;

  -- Signs the NextTokens of this store.
  CREATE TABLE Secret (Value BLOB NOT NULL) STRICT;
  INSERT INTO Secret VALUES (randomblob(32));
  `,
  `
  CREATE TABLE Task (
    ProjectName TEXT NOT NULL REFERENCES Project ON DELETE CASCADE,
    TaskId TEXT NOT NULL,
    TaskType TEXT NOT NULL,
    EventId TEXT NOT NULL,
    Status TEXT NOT NULL,
    Code TEXT,
    Message TEXT,
    StartTime INTEGER NOT NULL,
    EndTime INTEGER,
    Progress INTEGER NOT NULL,
    UserData TEXT,
    Tags TEXT NOT NULL CHECK (json_valid(Tags)),
    TaskRequestDefinition TEXT,
    -- A task that hasn't ended is sorted, and kept, as one that ends last of all.
    EndTimeOrLast INTEGER NOT NULL AS (coalesce(EndTime, 9223372036854775807)),
    PRIMARY KEY (ProjectName, TaskId)
  ) STRICT;

  -- Each holds all that tasks are searched by, but their tags: a list reads no row that it doesn't show.
  CREATE INDEX TaskByTaskId ON Task (ProjectName, TaskId, StartTime, EndTimeOrLast, Status, TaskType);
  CREATE INDEX TaskByStartTime ON Task (ProjectName, StartTime, TaskId, EndTimeOrLast, Status, TaskType);
  CREATE INDEX TaskByEndTime ON Task (ProjectName, EndTimeOrLast, TaskId, StartTime, Status, TaskType);

  -- The members of Tags.
  CREATE TABLE TaskTag (
    ProjectName TEXT NOT NULL,
    TaskId TEXT NOT NULL,
    TagKey TEXT NOT NULL,
    TagValue TEXT NOT NULL,
    PRIMARY KEY (ProjectName, TaskId, TagKey),
    FOREIGN KEY (ProjectName, TaskId) REFERENCES Task ON DELETE CASCADE
  ) STRICT, WITHOUT ROWID;

  CREATE INDEX TaskTagByValue ON TaskTag (ProjectName, TagKey, TagValue, TaskId);
  `,
];
