import type { TypeCalls } from "../../contract/calls.ts";
import { toWire } from "../../contract/contract.ts";
import type { Task } from "../loading/loaders.ts";
import { readByKey, readReferenced } from "../loading/read-by-key.ts";
import { projectCalls, ProjectType } from "../project/project.ts";
import { callsAction, readByAction } from "../schema/action-extensions.ts";
import { builder } from "../schema/builder.ts";
import { idDescription } from "../schema/global-id.ts";
import { createKey, nameKey, textKey } from "../schema/key.ts";
import { nodeId } from "../schema/node-ids.ts";
import { readReference } from "../subgraph/reference.ts";
import { TaskTagType } from "./task-tag.ts";

/** A task in the graph; its list has a file of its own. */
export const TaskType = builder.objectRef<Task>("Task");

/** A task is identified by its type and its id, inside one project. */
export const taskKey = createKey("Task", { ProjectName: nameKey, TaskType: textKey, TaskId: textKey });

/** How tasks are read. */
export const taskCalls: TypeCalls = {
  action: "GetTask",
  key: taskKey.names,
  keyFields: ["__typename", "id", "project", ...taskKey.fields],
  details: [
    { fields: ["taskRequestDefinition"], parameter: "RequestDefinition", inLists: true },
    { fields: ["eventId"], inLists: false },
  ],
};

builder.node(TaskType, {
  ...readByAction(taskCalls),
  description: "Work that IMM does in the background, such as clustering faces. IMM forgets it after 7 days.",
  id: nodeId({ description: idDescription, resolve: taskKey.innerId }),
  loadWithoutCache: (id, { loaders }, info) =>
    readByKey({ loader: loaders.task, key: taskKey.read(id), info, calls: taskCalls }),
  fields: (t) => ({
    projectName: t.exposeID("ProjectName", {
      description: "The name of its project. Example: `test-project`.",
    }),
    taskType: t.exposeID("TaskType", { description: "What kind of task. Example: `FaceClustering`." }),
    taskId: t.exposeID("TaskId", {
      description: "Unique within its project and type. Example: `c2b277b9-0d30-4882-ad6d-ad661382****`.",
    }),
    project: t.field({
      description: "The project that it is in. Selected by its key alone, it costs no call.",
      type: ProjectType,
      nullable: true,
      ...callsAction("GetProject"),
      resolve: ({ ProjectName }, _args, { loaders }, info) =>
        readReferenced({ loader: loaders.project, key: { ProjectName }, info, calls: projectCalls }),
    }),
    status: t.exposeString("Status", {
      nullable: true,
      description: "`Running`, `Succeeded` or `Failed`.",
    }),
    code: t.exposeString("Code", {
      nullable: true,
      description: "IMM's error code, if it failed. Example: `ResourceNotFound`.",
    }),
    message: t.exposeString("Message", {
      nullable: true,
      description: "What went wrong, if it failed. Example: `The specified resource project is not found.`",
    }),
    progress: t.exposeInt("Progress", {
      nullable: true,
      description: "How much of it is done, 0 to 100 percent. Not every type of task tells. Example: `100`.",
    }),
    startTime: t.expose("StartTime", {
      type: "DateTime",
      nullable: true,
      description: "When it started.",
    }),
    endTime: t.expose("EndTime", {
      type: "DateTime",
      nullable: true,
      description: "When it ended; null while it runs.",
    }),
    tags: t.field({
      type: [TaskTagType],
      nullable: true,
      description: "The tags that it was created with.",
      resolve: ({ Tags }) => Tags && Object.entries(Tags),
    }),
    userData: t.exposeString("UserData", {
      nullable: true,
      description: "What its creator sent along, which notifications hand back: at most 2048 bytes.",
    }),
    eventId: t.string({
      nullable: true,
      description:
        "IMM's id of the event that it caused. Lists leave it out: there it costs one `GetTask` for each task. Example: `2F6-1Bz99Xi93EnRpNEyLudILJm****`.",
      resolve: (task, _args, { loaders }) => loaders.task.whole(task, "EventId"),
    }),
    taskRequestDefinition: t.exposeString("TaskRequestDefinition", {
      nullable: true,
      description:
        "The request that created it, as JSON text; null for types of task that don't keep it. IMM answers it only if it is selected.",
    }),
  }),
});

builder.asEntity(TaskType, {
  key: [
    builder.selection<{ projectName: string; taskType: string; taskId: string }>(
      "projectName taskType taskId",
    ),
    builder.selection<{ id: string }>("id"),
  ],
  resolveReference: (reference, { loaders }, info) =>
    readReferenced({ loader: loaders.task, key: readReference(reference, taskKey), info, calls: taskCalls }),
});

builder.queryField("task", (t) =>
  t.field({
    description: "One task, or null if there is none of that type and id, or no such project.",
    type: TaskType,
    nullable: true,
    ...callsAction("GetTask"),
    args: {
      projectName: t.arg({ type: "ProjectName", required: true, description: "The name of its project." }),
      taskType: t.arg({
        type: "Text",
        required: true,
        description: "What kind of task. Example: `FaceClustering`.",
      }),
      taskId: t.arg({ type: "Text", required: true, description: "Its id." }),
    },
    resolve: (_root, key, { loaders }, info) =>
      readByKey({ loader: loaders.task, key: toWire("GetTask", key), info, calls: taskCalls }),
  }),
);
