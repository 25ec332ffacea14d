import { firstTime, lastTime, type TimeRange } from "../time.ts";
import type { Connection } from "./database/connection.ts";
import { BadRow } from "./database/store-error.ts";

/** What names a task. */
export interface TaskKey {
  ProjectName: string;
  TaskType: string;
  TaskId: string;
}

export type TaskStatus = "Running" | "Succeeded" | "Failed";

/** A task as it is stored; times are nanoseconds since the epoch. */
export interface Task extends TaskKey {
  EventId: string;
  Status: TaskStatus;
  /** The error of one that failed. */
  Code: string | null;
  Message: string | null;
  StartTime: bigint;
  /** Null while it runs. */
  EndTime: bigint | null;
  /** Of 100. */
  Progress: bigint;
  UserData: string | null;
  Tags: Record<string, string>;
  /** The parameters that it was created with, as JSON text, if IMM tells them of its type. */
  TaskRequestDefinition: string | null;
}

export type TaskSort = "TaskId" | "StartTime" | "EndTime";
type Order = "asc" | "desc";

/** Which tasks of a project are asked for, and in which order. What is undefined leaves none out. */
export interface TaskSelection {
  readonly Sort: TaskSort;
  readonly Order: Order;
  readonly Status?: TaskStatus | undefined;
  readonly TaskTypes?: readonly string[] | undefined;
  readonly TagSelector?: { readonly Key: string; readonly Value: string } | undefined;
  readonly StartTimeRange?: TimeRange | undefined;
  readonly EndTimeRange?: TimeRange | undefined;
}

/** A page of a selection: so many tasks behind that position. */
export interface TaskPage extends TaskSelection {
  readonly ProjectName: string;
  readonly After: readonly string[] | undefined;
  readonly Limit: bigint;
}

export type Tasks = ReturnType<typeof createTasks>;

/** IMM forgets a task so long after it ended. */
const keptFor = 7n * 24n * 3_600n * 1_000_000_000n;

const columns = `
  ProjectName, TaskId, TaskType, EventId, Status, Code, Message, StartTime, EndTime, Progress, UserData, Tags,
  TaskRequestDefinition
`;

/** Along which index a list goes, and from where to where. */
const along: Record<TaskSort, Record<Order, { index: string; where: string; orderBy: string }>> = {
  TaskId: {
    asc: { index: "TaskByTaskId", where: "TaskId > :AfterId", orderBy: "TaskId" },
    desc: { index: "TaskByTaskId", where: "TaskId < :AfterId", orderBy: "TaskId DESC" },
  },
  StartTime: {
    asc: {
      index: "TaskByStartTime",
      where: "(StartTime, TaskId) > (:AfterTime, :AfterId) AND StartTime <= :StartTo",
      orderBy: "StartTime, TaskId",
    },
    desc: {
      index: "TaskByStartTime",
      where: "(StartTime, TaskId) < (:AfterTime, :AfterId) AND StartTime >= :StartFrom",
      orderBy: "StartTime DESC, TaskId DESC",
    },
  },
  EndTime: {
    asc: {
      index: "TaskByEndTime",
      where: "(EndTimeOrLast, TaskId) > (:AfterTime, :AfterId) AND EndTimeOrLast <= :EndTo",
      orderBy: "EndTimeOrLast, TaskId",
    },
    desc: {
      index: "TaskByEndTime",
      where: "(EndTimeOrLast, TaskId) < (:AfterTime, :AfterId) AND EndTimeOrLast >= :EndFrom",
      orderBy: "EndTimeOrLast DESC, TaskId DESC",
    },
  },
};

/** Where a task stands in a list of that sort. */
export function positionOf({ TaskId, StartTime, EndTime }: Task, sort: TaskSort): string[] {
  if (sort === "TaskId") return [TaskId];
  return [String(sort === "StartTime" ? StartTime : (EndTime ?? lastTime)), TaskId];
}

/** Prepares all that is asked of the table of tasks. A task that is forgotten is as if it weren't there. */
export function createTasks(db: Connection) {
  const find = db.prepare(`
    SELECT ${columns} FROM Task
    WHERE ProjectName = :ProjectName AND TaskId = :TaskId AND TaskType = :TaskType AND EndTimeOrLast > :Forgotten
  `);
  const list = (sort: TaskSort, order: Order) => {
    const { index, where, orderBy } = along[sort][order];
    // A plus keeps SQLite from entering the index by that range instead of by the position.
    return db.prepare(`
      SELECT ${columns} FROM Task INDEXED BY ${index}
      WHERE ProjectName = :ProjectName AND ${where}
        AND +StartTime BETWEEN :StartFrom AND :StartTo AND +EndTimeOrLast BETWEEN :EndFrom AND :EndTo
        AND (:Status IS NULL OR Status = :Status)
        AND (:TaskTypes IS NULL OR TaskType IN (SELECT value FROM json_each(:TaskTypes)))
        AND (:TagKey IS NULL OR TaskId IN (
          SELECT TaskId FROM TaskTag
          WHERE ProjectName = :ProjectName AND TagKey = :TagKey AND TagValue = :TagValue
        ))
      ORDER BY ${orderBy} LIMIT :Limit
    `);
  };
  const lists = {
    TaskId: { asc: list("TaskId", "asc"), desc: list("TaskId", "desc") },
    StartTime: { asc: list("StartTime", "asc"), desc: list("StartTime", "desc") },
    EndTime: { asc: list("EndTime", "asc"), desc: list("EndTime", "desc") },
  };
  const insert = db.prepare(`
    INSERT INTO Task (${columns}) VALUES (
      :ProjectName, :TaskId, :TaskType, :EventId, :Status, :Code, :Message, :StartTime, :EndTime, :Progress, :UserData,
      :Tags, :TaskRequestDefinition
    )
  `);
  const insertTags = db.prepare(`
    INSERT INTO TaskTag (ProjectName, TaskId, TagKey, TagValue)
    SELECT :ProjectName, :TaskId, key, value FROM json_each(:Tags)
  `);
  // As many at a time as keep a create short.
  const forget = db.prepare(`
    DELETE FROM Task WHERE rowid IN (
      SELECT rowid FROM Task WHERE ProjectName = :ProjectName AND EndTimeOrLast <= :Forgotten LIMIT 100
    )
  `);

  return {
    find({ ProjectName, TaskType, TaskId }: TaskKey, now: bigint): Task | undefined {
      const row = find.get({ ProjectName, TaskType, TaskId, Forgotten: now - keptFor }) as Row | undefined;
      return row && fromRow(row);
    },
    list(page: TaskPage, now: bigint): Task[] {
      const rows = lists[page.Sort][page.Order].all(valuesOf(page, now)) as Row[];
      return rows.map(fromRow);
    },
    /** Stores a task that starts, and removes some of its project that are forgotten by then. */
    insert(task: Task): void {
      const { ProjectName, TaskId, StartTime } = task;
      const Tags = JSON.stringify(task.Tags);
      forget.run({ ProjectName, Forgotten: StartTime - keptFor });
      insert.run({ ...task, Tags });
      insertTags.run({ ProjectName, TaskId, Tags });
    },
  };
}

/** What the statement of a page's list is given. */
function valuesOf(page: TaskPage, now: bigint) {
  const { ProjectName, Sort, Order, Status, TaskTypes, TagSelector, StartTimeRange, EndTimeRange, Limit } =
    page;
  const start = { From: StartTimeRange?.Start ?? firstTime, To: StartTimeRange?.End ?? lastTime };
  const end = {
    From: latest(EndTimeRange?.Start ?? firstTime, now - keptFor + 1n),
    // A task that hasn't ended is in no range.
    To: EndTimeRange ? earliest(EndTimeRange.End ?? lastTime, lastTime - 1n) : lastTime,
  };
  const { From, To } = Sort === "EndTime" ? end : start;
  const [time, id] = Order === "asc" ? [From, ""] : [To, "\u{10FFFF}"];
  return {
    ...{ ProjectName, Limit, Status: Status ?? null },
    TaskTypes: TaskTypes?.length ? JSON.stringify(TaskTypes) : null,
    ...{ TagKey: TagSelector?.Key ?? null, TagValue: TagSelector?.Value ?? null },
    ...{ StartFrom: start.From, StartTo: start.To, EndFrom: end.From, EndTo: end.To },
    ...(Sort !== "TaskId" && { AfterTime: page.After ? BigInt(page.After[0]!) : time }),
    AfterId: page.After?.at(-1) ?? id,
  };
}

function earliest(one: bigint, other: bigint): bigint {
  return one < other ? one : other;
}

function latest(one: bigint, other: bigint): bigint {
  return one > other ? one : other;
}

type Row = Omit<Task, "Tags"> & { Tags: string };

function fromRow({ Tags, ...task }: Row): Task {
  try {
    return { ...task, Tags: JSON.parse(Tags) as Record<string, string> };
  } catch (cause) {
    throw new BadRow("malformed Tags of a task", { cause });
  }
}
