/** Tasks. */
export const step = `
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
  `;
