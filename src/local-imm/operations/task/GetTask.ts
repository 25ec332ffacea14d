import { notFound } from "../../http/fault.ts";
import { maxText } from "../../params/schemas/text.ts";
import type { Operation } from "../operation.ts";
import { showTask } from "./show-task.ts";

export const GetTask: Operation<"GetTask"> = (params, { store, now }) => {
  const key = {
    ProjectName: params.name("ProjectName"),
    TaskType: params.required("TaskType", maxText),
    TaskId: params.required("TaskId", maxText),
  };
  const RequestDefinition = params.flag("RequestDefinition");
  if (!store.projects.exists(key.ProjectName)) throw notFound("Project");
  const task = store.tasks.find(key, now());
  if (!task) throw notFound("Task");
  return { ProjectName: task.ProjectName, EventId: task.EventId, ...showTask(task, { RequestDefinition }) };
};
