/** Bindings, what they have seen, and attached buckets. */
export const step = `
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
  `;
