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
  `
  -- Each file names its dataset: by a number that is never given twice, since files that are being read may outlive theirs.
  CREATE TABLE NumberedDataset (
    DatasetId INTEGER PRIMARY KEY AUTOINCREMENT,
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
    FileCount INTEGER NOT NULL DEFAULT 0,
    TotalFileSize INTEGER NOT NULL DEFAULT 0,
    UNIQUE (ProjectName, DatasetName)
  ) STRICT;
  INSERT INTO NumberedDataset (
    ProjectName, DatasetName, Description, TemplateId, CreateTime, UpdateTime, DatasetMaxBindCount,
    DatasetMaxFileCount, DatasetMaxEntityCount, DatasetMaxRelationCount, DatasetMaxTotalFileSize
  ) SELECT * FROM Dataset;
  DROP TABLE Dataset;
  ALTER TABLE NumberedDataset RENAME TO Dataset;

  CREATE TRIGGER DatasetInserted AFTER INSERT ON Dataset BEGIN
    UPDATE Project SET DatasetCount = DatasetCount + 1 WHERE ProjectName = new.ProjectName;
  END;
  CREATE TRIGGER DatasetDeleted AFTER DELETE ON Dataset BEGIN
    UPDATE Project SET DatasetCount = DatasetCount - 1 WHERE ProjectName = old.ProjectName;
  END;

  -- One that failed holds no place: it is there to be asked why.
  CREATE TABLE File (
    FileId INTEGER PRIMARY KEY,
    DatasetId INTEGER NOT NULL REFERENCES Dataset ON DELETE CASCADE,
    URI TEXT NOT NULL,
    ObjectStatus TEXT NOT NULL CHECK (ObjectStatus IN ('Indexed', 'Failed')),
    CreateTime INTEGER NOT NULL,
    UpdateTime INTEGER NOT NULL,
    Size INTEGER NOT NULL,
    UNIQUE (DatasetId, URI)
  ) STRICT;

  -- Apart, so that a search by columns reads none of it.
  CREATE TABLE FileDocument (
    FileId INTEGER PRIMARY KEY REFERENCES File ON DELETE CASCADE,
    Document TEXT NOT NULL CHECK (json_valid(Document)),
    -- What calls gave of it, which stays when it is read again.
    Given TEXT NOT NULL CHECK (json_valid(Given)),
    -- What is written in it, for searches by text.
    Text TEXT
  ) STRICT;

  CREATE TRIGGER FileInserted AFTER INSERT ON File WHEN new.ObjectStatus = 'Indexed' BEGIN
    UPDATE Dataset SET FileCount = FileCount + 1, TotalFileSize = TotalFileSize + new.Size
    WHERE DatasetId = new.DatasetId;
  END;
  CREATE TRIGGER FileUpdated AFTER UPDATE OF ObjectStatus, Size ON File BEGIN
    UPDATE Dataset SET
      FileCount = FileCount + (new.ObjectStatus = 'Indexed') - (old.ObjectStatus = 'Indexed'),
      TotalFileSize = TotalFileSize + iif(new.ObjectStatus = 'Indexed', new.Size, 0)
        - iif(old.ObjectStatus = 'Indexed', old.Size, 0)
    WHERE DatasetId = new.DatasetId;
  END;
  CREATE TRIGGER FileDeleted AFTER DELETE ON File WHEN old.ObjectStatus = 'Indexed' BEGIN
    UPDATE Dataset SET FileCount = FileCount - 1, TotalFileSize = TotalFileSize - old.Size
    WHERE DatasetId = old.DatasetId;
  END;

  -- What was accepted and isn't indexed yet, in the order in which it is read: what was called for before what was found
  -- in a bucket.
  CREATE TABLE IndexQueue (
    QueueId INTEGER PRIMARY KEY AUTOINCREMENT,
    DatasetId INTEGER NOT NULL REFERENCES Dataset ON DELETE CASCADE,
    URI TEXT NOT NULL,
    BindingId INTEGER,
    -- What the call gave of the file.
    Input TEXT NOT NULL CHECK (json_valid(Input)),
    IsFound INTEGER NOT NULL AS (BindingId IS NOT NULL)
  ) STRICT;
  CREATE INDEX IndexQueueByTurn ON IndexQueue (IsFound, QueueId);
  CREATE INDEX IndexQueueByFile ON IndexQueue (DatasetId, URI);
  `,
  `
  CREATE TABLE Binding (
    BindingId INTEGER PRIMARY KEY AUTOINCREMENT,
    ProjectName TEXT NOT NULL,
    DatasetName TEXT NOT NULL,
    Bucket TEXT NOT NULL,
    State TEXT NOT NULL,
    Phase TEXT NOT NULL,
    Reason TEXT,
    CreateTime INTEGER NOT NULL,
    UpdateTime INTEGER NOT NULL,
    UNIQUE (ProjectName, DatasetName, Bucket),
    FOREIGN KEY (ProjectName, DatasetName) REFERENCES Dataset (ProjectName, DatasetName)
  ) STRICT;

  -- What each binding has seen in its bucket; a folder has a name that ends in a slash.
  CREATE TABLE SeenObject (
    BindingId INTEGER NOT NULL,
    Folder TEXT NOT NULL,
    Name TEXT NOT NULL,
    Size INTEGER NOT NULL,
    Mtime INTEGER NOT NULL,
    Inode INTEGER NOT NULL,
    PRIMARY KEY (BindingId, Folder, Name)
  ) STRICT, WITHOUT ROWID;

  -- A bucket is attached to one project at most.
  CREATE TABLE OSSBucketAttachment (
    OSSBucket TEXT NOT NULL PRIMARY KEY,
    ProjectName TEXT NOT NULL REFERENCES Project ON DELETE CASCADE,
    Description TEXT NOT NULL,
    CreateTime INTEGER NOT NULL,
    UpdateTime INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE INDEX OSSBucketAttachmentByProject ON OSSBucketAttachment (ProjectName, OSSBucket);
  `,
];
