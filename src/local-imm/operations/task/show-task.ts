import type { TaskInfo } from "../../../contract/wire.ts";
import type { Task } from "../../store/tasks.ts";
import { formatUtcTime } from "../../time.ts";
import { present } from "../present.ts";

/** A task as IMM lists it, with the parameters that it was created with if they are asked for. */
export function showTask(task: Task, { RequestDefinition }: { RequestDefinition: boolean }): TaskInfo {
  const { TaskType, TaskId, Status, Code, Message, StartTime, EndTime, Progress, UserData, Tags } = task;
  return {
    ...{ TaskType, TaskId, Status, Tags, StartTime: formatUtcTime(StartTime), Progress: Number(Progress) },
    ...present({
      EndTime: EndTime === null ? null : formatUtcTime(EndTime),
      ...{ Code, Message, UserData },
      TaskRequestDefinition: RequestDefinition ? task.TaskRequestDefinition : null,
    }),
  };
}
