import { notFound } from "../../http/fault.ts";
import { readPage } from "../../params/page.ts";
import { choice, order } from "../../params/schemas/choice.ts";
import { label } from "../../params/schemas/labels.ts";
import { list } from "../../params/schemas/list.ts";
import { text } from "../../params/schemas/text.ts";
import { timeRange } from "../../params/schemas/time-range.ts";
import { positionOf } from "../../store/tasks.ts";
import type { Operation } from "../operation.ts";
import { showTask } from "./show-task.ts";

const sort = choice(["TaskId", "StartTime", "EndTime"]);
const status = choice(["Running", "Succeeded", "Failed"]);
const taskTypes = list(text());

export const ListTasks: Operation<"ListTasks"> = (params, context) => {
  const { store, accountId, now } = context;
  const ProjectName = params.name("ProjectName");
  const RequestDefinition = params.flag("RequestDefinition");
  const selection = {
    Sort: params.read("Sort", sort) ?? "TaskId",
    Order: params.read("Order", order) ?? "asc",
    Status: params.read("Status", status),
    TaskTypes: params.json("TaskTypes", taskTypes),
    TagSelector: params.read("TagSelector", label),
    StartTimeRange: params.json("StartTimeRange", timeRange),
    EndTimeRange: params.json("EndTimeRange", timeRange),
  };
  const { MaxResults, After, Limit, cut } = readPage(params, context, {
    action: "ListTasks",
    owner: [accountId, ProjectName],
    selection,
    encoding: "base64",
    size: { min: 1n, max: 100n, default: 100n },
  });

  if (!store.projects.exists(ProjectName)) throw notFound("Project");
  const found = store.tasks.list({ ProjectName, ...selection, After, Limit }, now());
  const { shown, ...next } = cut(found, (task) => positionOf(task, selection.Sort));
  const Tasks = shown.map((task) => showTask(task, { RequestDefinition }));
  return { ProjectName, MaxResults: String(MaxResults), Tasks, ...next };
};
