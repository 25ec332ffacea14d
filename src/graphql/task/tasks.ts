import { toWire } from "../../contract/contract.ts";
import type { Task } from "../loading/loaders.ts";
import { detailsOfItems } from "../loading/selection.ts";
import { ProjectType } from "../project/project.ts";
import { callsAction } from "../schema/action-extensions.ts";
import { builder } from "../schema/builder.ts";
import { connect, pageArguments, type Order } from "../paging/connection.ts";
import { compareText, compareTimes, orderBy, SortOrder } from "../paging/sort-order.ts";
import { TimeRangeInput } from "../schema/time-range.ts";
import { taskCalls, TaskType } from "./task.ts";

const TaskConnection = builder.connectionObject(
  { type: TaskType, name: "TaskConnection", description: "A page of tasks." },
  { name: "TaskEdge", description: "A task and where it stands in its list." },
);

const TaskSort = builder.enumType("TaskSort", {
  description: "What a list of tasks is sorted by.",
  values: {
    TASK_ID: { value: "TaskId", description: "By `taskId`." },
    START_TIME: { value: "StartTime", description: "By `startTime`." },
    END_TIME: { value: "EndTime", description: "By `endTime`." },
  } as const,
});

const size = { max: 100, default: 100 };

function orderOf(
  sort: "EndTime" | "StartTime" | "TaskId" = "TaskId",
  order: "asc" | "desc" = "asc",
): Order<Task> | undefined {
  // The order of their keys.
  if (sort === "TaskId" && order === "asc") return undefined;
  return orderBy<Task>(sort, order, sort === "TaskId" ? compareText : compareTimes);
}

builder.objectField(ProjectType, "tasks", (t) =>
  t.field({
    description: "Its tasks of the last 7 days.",
    type: TaskConnection,
    nullable: true,
    ...callsAction("ListTasks", size),
    args: {
      taskTypes: t.arg({
        type: ["Text"],
        description: "Only tasks of these types. Default: of all. Example: `FaceClustering`.",
      }),
      status: t.arg({
        type: "Text",
        description: "Only tasks of this status: `Running`, `Succeeded` or `Failed`. Default: of any.",
      }),
      tagSelector: t.arg({
        type: "Text",
        description: "Only tasks with this tag, as `key=value`. Default: with any. Example: `test=val1`.",
      }),
      startTimeRange: t.arg({
        type: TimeRangeInput,
        description: "Only tasks that started in this range. Default: at any time.",
      }),
      endTimeRange: t.arg({
        type: TimeRangeInput,
        description: "Only tasks that ended in this range. Default: at any time.",
      }),
      sort: t.arg({ type: TaskSort, description: "What to sort by. Default: `TASK_ID`." }),
      order: t.arg({ type: SortOrder, description: "In which direction. Default: `ASC`." }),
      ...pageArguments(size),
    },
    resolve({ ProjectName }, { first, after, ...asked }, { imm }, info) {
      const params = {
        ...toWire("ListTasks", { projectName: ProjectName, ...asked }),
        ...detailsOfItems(info, taskCalls),
      };
      return connect<Task>({ first, after }, info, {
        action: "ListTasks",
        size,
        // In the order of their ids; two types may have the same one.
        keyOf: (task) => `${task.TaskId}\0${task.TaskType}`,
        order: orderOf(asked.sort ?? undefined, asked.order ?? undefined),
        async list(page) {
          const { Tasks, NextToken } = await imm.call("ListTasks", { ...params, ...page });
          return {
            items: Tasks?.map((task) => ({ ...task, ProjectName })),
            nextToken: NextToken,
          };
        },
      });
    },
  }),
);
