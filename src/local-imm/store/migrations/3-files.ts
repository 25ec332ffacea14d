/** Files, what waits to be indexed, and a number for each dataset. */
export const step = `
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
  `;
