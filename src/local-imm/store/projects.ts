import type { Connection } from "./database/connection.ts";
import { BadRow } from "./database/store-error.ts";
import type { DatasetLimits, Page } from "./datasets.ts";

/** A label of a project. */
export interface ProjectTag {
  TagKey: string;
  TagValue: string;
}

/** A project as it is stored; times are nanoseconds since the epoch. */
export interface Project extends DatasetLimits {
  ProjectName: string;
  Description: string;
  ServiceRole: string;
  TemplateId: string;
  CreateTime: bigint;
  UpdateTime: bigint;
  ProjectMaxDatasetCount: bigint;
  /** The store counts it. */
  readonly DatasetCount: bigint;
  Tags: ProjectTag[];
}

export type Projects = ReturnType<typeof createProjects>;

/** Prepares all that is asked of the table of projects. */
export function createProjects(db: Connection) {
  const find = db.prepare("SELECT * FROM Project WHERE ProjectName = :ProjectName");
  const exists = db.prepare("SELECT 1 FROM Project WHERE ProjectName = :ProjectName");
  const count = db.prepare("SELECT count(*) AS count FROM Project");
  const badTags = db.prepare("SELECT 1 FROM Project WHERE NOT json_valid(Tags) LIMIT 1");
  const list = db.prepare(`
    SELECT * FROM Project
    WHERE ProjectName > :After AND ProjectName >= :Prefix AND ProjectName < :Prefix || char(0x10FFFF)
      AND NOT EXISTS (
        SELECT 1 FROM json_each(:Tags) AS wanted WHERE NOT EXISTS (
          SELECT 1 FROM json_each(Project.Tags) AS held
          WHERE held.value ->> 'TagKey' = wanted.value ->> 'TagKey'
            AND held.value ->> 'TagValue' = wanted.value ->> 'TagValue'
        )
      )
    ORDER BY ProjectName LIMIT :Limit
  `);
  const insert = db.prepare(`
    INSERT INTO Project (
      ProjectName, Description, ServiceRole, TemplateId, CreateTime, UpdateTime, ProjectMaxDatasetCount, Tags,
      DatasetMaxBindCount, DatasetMaxFileCount, DatasetMaxEntityCount, DatasetMaxRelationCount,
      DatasetMaxTotalFileSize
    ) VALUES (
      :ProjectName, :Description, :ServiceRole, :TemplateId, :CreateTime, :UpdateTime, :ProjectMaxDatasetCount, :Tags,
      :DatasetMaxBindCount, :DatasetMaxFileCount, :DatasetMaxEntityCount, :DatasetMaxRelationCount,
      :DatasetMaxTotalFileSize
    )
  `);
  const update = db.prepare(`
    UPDATE Project SET
      Description = :Description, ServiceRole = :ServiceRole, TemplateId = :TemplateId, UpdateTime = :UpdateTime,
      ProjectMaxDatasetCount = :ProjectMaxDatasetCount, Tags = :Tags,
      DatasetMaxBindCount = :DatasetMaxBindCount, DatasetMaxFileCount = :DatasetMaxFileCount,
      DatasetMaxEntityCount = :DatasetMaxEntityCount, DatasetMaxRelationCount = :DatasetMaxRelationCount,
      DatasetMaxTotalFileSize = :DatasetMaxTotalFileSize
    WHERE ProjectName = :ProjectName
  `);
  const remove = db.prepare("DELETE FROM Project WHERE ProjectName = :ProjectName");

  return {
    find(ProjectName: string): Project | undefined {
      const row = find.get({ ProjectName }) as Row | undefined;
      return row && fromRow(row);
    },
    /** Whether there is one of that name: without its tags a third of the time. */
    exists: (ProjectName: string) => exists.get({ ProjectName }) !== undefined,
    /** @throws BadRow if one is damaged in a place that SQLite's own check doesn't cover. */
    checkTags() {
      if (badTags.get()) throw new BadRow(malformedTags);
    },
    count: () => (count.get() as { count: bigint }).count,
    list: ({ Tags, ...page }: Page & { Tags: readonly ProjectTag[] }) =>
      (list.all({ ...page, Tags: JSON.stringify(Tags) }) as Row[]).map(fromRow),
    insert: ({ DatasetCount: _counted, ...project }: Project) => void insert.run(toRow(project)),
    update: ({ DatasetCount: _counted, CreateTime: _kept, ...project }: Project) =>
      void update.run(toRow(project)),
    delete: (ProjectName: string) => void remove.run({ ProjectName }),
  };
}

type Row = Omit<Project, "Tags"> & { Tags: string };

function fromRow(row: Row): Project {
  return { ...row, Tags: readTags(row) };
}

const malformedTags = "malformed Tags of a project";

function readTags({ Tags }: Row): ProjectTag[] {
  try {
    return JSON.parse(Tags) as ProjectTag[];
  } catch (cause) {
    throw new BadRow(malformedTags, { cause });
  }
}

function toRow<P extends { Tags: ProjectTag[] }>(project: P) {
  return { ...project, Tags: JSON.stringify(project.Tags) };
}
