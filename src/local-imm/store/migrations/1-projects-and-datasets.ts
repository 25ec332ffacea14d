/** Projects and datasets. */
export const step = `
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
  `;
