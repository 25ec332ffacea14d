import type { TypeCalls } from "../../contract/calls.ts";
import { toWire } from "../../contract/contract.ts";
import type * as wire from "../../contract/wire.ts";
import { readByKey, readReferenced } from "../loading/read-by-key.ts";
import { projectCalls, ProjectType } from "../project/project.ts";
import { callsAction, readByAction } from "../schema/action-extensions.ts";
import { builder } from "../schema/builder.ts";
import { idDescription } from "../schema/global-id.ts";
import { createKey, nameKey } from "../schema/key.ts";
import { limitFields } from "../schema/limit-fields.ts";
import { nodeId } from "../schema/node-ids.ts";
import { readReference } from "../subgraph/reference.ts";
import { DatasetTaskStatusType } from "./dataset-task-status.ts";
import { WorkflowParameterType } from "./workflow-parameter.ts";

/** A dataset in the graph; its list and its mutations have files of their own. */
export const DatasetType = builder.objectRef<wire.Dataset>("Dataset");

/** A dataset is identified by its two names. */
export const datasetKey = createKey("Dataset", { ProjectName: nameKey, DatasetName: nameKey });

/** How datasets are read. */
export const datasetCalls: TypeCalls = {
  action: "GetDataset",
  key: datasetKey.names,
  keyFields: [
    ...["__typename", "id", "project", "bindings", "file", "files"],
    ...["aggregate", "query", "search", "semanticSearch"],
    ...datasetKey.fields,
  ],
  details: [{ fields: ["fileCount", "totalFileSize"], parameter: "WithStatistics", inLists: false }],
};

builder.node(DatasetType, {
  ...readByAction(datasetCalls),
  description:
    "A named collection of indexed file metadata, inside one project. Neither of its names can be changed.",
  id: nodeId({ description: idDescription, resolve: datasetKey.innerId }),
  loadWithoutCache: (id, { loaders }, info) =>
    readByKey({ loader: loaders.dataset, key: datasetKey.read(id), info, calls: datasetCalls }),
  fields: (t) => ({
    projectName: t.exposeID("ProjectName", {
      description: "The name of its project. Example: `test-project`.",
    }),
    datasetName: t.exposeID("DatasetName", {
      description: "Unique within its project. Example: `dataset001`.",
    }),
    project: t.field({
      description: "The project that it is in. Selected by its key alone, it costs no call.",
      type: ProjectType,
      nullable: true,
      ...callsAction("GetProject"),
      resolve: ({ ProjectName }, _args, { loaders }, info) =>
        readReferenced({ loader: loaders.project, key: { ProjectName }, info, calls: projectCalls }),
    }),
    description: t.exposeString("Description", {
      nullable: true,
      description: "What it is for, in its owner's words. Example: `immtest`.",
    }),
    templateId: t.exposeString("TemplateId", {
      nullable: true,
      description:
        "The workflow template that says what is extracted from its files; where empty, its project's. Example: `Official:ImageManagement`.",
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
    ...limitFields(t, "it"),
    bindCount: t.expose("BindCount", {
      type: "Count",
      nullable: true,
      description: "How many OSS buckets are bound to it. Example: `2`.",
    }),
    fileCount: t.field({
      type: "Long",
      nullable: true,
      description:
        'How many files are indexed in it. Counted only when selected; under a list or an update it costs one `GetDataset` for each dataset. Example: `"10"`.',
      resolve: (dataset, _args, { loaders }) => loaders.dataset.detailed(dataset, "FileCount"),
    }),
    totalFileSize: t.field({
      type: "Long",
      nullable: true,
      description:
        'How many bytes those files have together. Costs what `fileCount` costs. Example: `"100000"`.',
      resolve: (dataset, _args, { loaders }) => loaders.dataset.detailed(dataset, "TotalFileSize"),
    }),
    clusterType: t.exposeString("ClusterType", {
      nullable: true,
      description:
        "How its files are clustered. IMM's documents show no other value than the example. Example: `manual`.",
    }),
    smartClusterTaskStatus: t.expose("SmartClusterTaskStatus", {
      type: DatasetTaskStatusType,
      nullable: true,
      description: "How its last smart clustering task went; null until one has run.",
    }),
    workflowParameters: t.expose("WorkflowParameters", {
      type: [WorkflowParameterType],
      nullable: true,
      description: "The parameters of its workflow template.",
      deprecationReason: "IMM accepts it without effect.",
      // It has no effect, so that a supergraph's clients needn't see it.
      inaccessible: true,
    }),
  }),
});

builder.asEntity(DatasetType, {
  key: [
    builder.selection<{ projectName: string; datasetName: string }>("projectName datasetName"),
    builder.selection<{ id: string }>("id"),
  ],
  resolveReference: (reference, { loaders }, info) =>
    readReferenced({
      loader: loaders.dataset,
      key: readReference(reference, datasetKey),
      info,
      calls: datasetCalls,
    }),
});

builder.queryField("dataset", (t) =>
  t.field({
    description: "One dataset, or null where there is none of that name, or no such project.",
    type: DatasetType,
    nullable: true,
    ...callsAction("GetDataset"),
    args: {
      projectName: t.arg({ type: "ProjectName", required: true, description: "The name of its project." }),
      datasetName: t.arg({ type: "DatasetName", required: true, description: "Its name." }),
    },
    resolve: (_root, key, { loaders }, info) =>
      readByKey({ loader: loaders.dataset, key: toWire("GetDataset", key), info, calls: datasetCalls }),
  }),
);
