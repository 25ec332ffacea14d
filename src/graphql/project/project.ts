import type { TypeCalls } from "../../contract/calls.ts";
import { toWire } from "../../contract/contract.ts";
import type * as wire from "../../contract/wire.ts";
import { readByKey, readReferenced } from "../loading/read-by-key.ts";
import { callsAction, readByAction } from "../schema/action-extensions.ts";
import { builder } from "../schema/builder.ts";
import { idDescription } from "../schema/global-id.ts";
import { createKey, nameKey } from "../schema/key.ts";
import { limitFields } from "../schema/limit-fields.ts";
import { nodeId } from "../schema/node-ids.ts";
import { readReference } from "../subgraph/reference.ts";
import { ProjectTagType } from "./project-tag.ts";

/** A project in the graph; its list, its datasets and its mutations have files of their own. */
export const ProjectType = builder.objectRef<wire.Project>("Project");

/** A project is identified by its name. */
export const projectKey = createKey("Project", { ProjectName: nameKey });

/** How projects are read. */
export const projectCalls: TypeCalls = {
  action: "GetProject",
  key: projectKey.names,
  keyFields: ["__typename", "attachedOssBuckets", "datasets", "id", "tasks", ...projectKey.fields],
  details: [{ fields: ["fileCount", "totalFileSize"], parameter: "WithStatistics", inLists: false }],
};

builder.node(ProjectType, {
  ...readByAction(projectCalls),
  description: "A container of datasets, with the limits that new ones inherit. Its name can't be changed.",
  id: nodeId({ description: idDescription, resolve: projectKey.innerId }),
  loadWithoutCache: (id, { loaders }, info) =>
    readByKey({ loader: loaders.project, key: projectKey.read(id), info, calls: projectCalls }),
  fields: (t) => ({
    projectName: t.exposeID("ProjectName", {
      description: "Unique in the account and region. Example: `test-project`.",
    }),
    description: t.exposeString("Description", {
      nullable: true,
      description: "What the project is for, in its owner's words. Example: `immtest`.",
    }),
    serviceRole: t.exposeString("ServiceRole", {
      nullable: true,
      description: "The RAM role by which IMM reads files in OSS. Example: `AliyunIMMDefaultRole`.",
    }),
    templateId: t.exposeString("TemplateId", {
      nullable: true,
      description: "The workflow template of datasets that name none. Example: `Official:ImageManagement`.",
    }),
    createTime: t.expose("CreateTime", {
      type: "DateTime",
      nullable: true,
      description: "When it was created.",
    }),
    updateTime: t.expose("UpdateTime", {
      type: "DateTime",
      nullable: true,
      description: "When it was last changed.",
    }),
    projectMaxDatasetCount: t.expose("ProjectMaxDatasetCount", {
      type: "ProjectMaxDatasetCount",
      nullable: true,
      description: "How many datasets it may hold. Example: `1000000000`.",
    }),
    ...limitFields(t, "a dataset that is created in it without a limit of its own"),
    projectQueriesPerSecond: t.expose("ProjectQueriesPerSecond", {
      type: "Count",
      nullable: true,
      description: "How many calls a second all callers of the project may make together. Example: `100`.",
    }),
    engineConcurrency: t.expose("EngineConcurrency", {
      type: "Count",
      nullable: true,
      description: "How many operators may work for it at the same time. Example: `100`.",
    }),
    datasetCount: t.expose("DatasetCount", {
      type: "Count",
      nullable: true,
      description: "How many datasets it holds. Example: `5`.",
    }),
    fileCount: t.field({
      type: "Long",
      nullable: true,
      description:
        'How many files its datasets hold; IMM counts those created before 20 December 2025. Counted only when selected; under a list or an update it costs one `GetProject` for each project. Example: `"10"`.',
      resolve: (project, _args, { loaders }) => loaders.project.detailed(project, "FileCount"),
    }),
    totalFileSize: t.field({
      type: "Long",
      nullable: true,
      description:
        'How many bytes those files have together. Costs what `fileCount` costs. Example: `"100000"`.',
      resolve: (project, _args, { loaders }) => loaders.project.detailed(project, "TotalFileSize"),
    }),
    tags: t.expose("Tags", {
      type: [ProjectTagType],
      nullable: true,
      description: "The tags that were put on it.",
    }),
  }),
});

builder.asEntity(ProjectType, {
  key: [builder.selection<{ projectName: string }>("projectName"), builder.selection<{ id: string }>("id")],
  resolveReference: (reference, { loaders }, info) =>
    readReferenced({
      loader: loaders.project,
      key: readReference(reference, projectKey),
      info,
      calls: projectCalls,
    }),
});

builder.queryField("project", (t) =>
  t.field({
    description: "One project, or null where there is none of that name.",
    type: ProjectType,
    nullable: true,
    ...callsAction("GetProject"),
    args: { projectName: t.arg({ type: "ProjectName", required: true, description: "Its name." }) },
    resolve: (_root, key, { loaders }, info) =>
      readByKey({ loader: loaders.project, key: toWire("GetProject", key), info, calls: projectCalls }),
  }),
);
