import { idOf, type Dataset, type TaskStatus, type WorkflowParameter } from "../datasets.ts";
import { getFiles } from "../files.ts";
import { builder } from "./builder.ts";
import { FileType } from "./file.ts";

const ProjectType = builder.objectRef<{ ProjectName: string }>("Project").implement({
  fields: (t) => ({ projectName: t.exposeID("ProjectName") }),
});

const DatasetTaskStatusType = builder.objectRef<TaskStatus>("DatasetTaskStatus").implement({
  fields: (t) => ({
    status: t.exposeString("Status", { nullable: true }),
    startTime: t.expose("StartTime", { type: "DateTime", nullable: true }),
    lastSucceededTime: t.expose("LastSucceededTime", { type: "DateTime", nullable: true }),
  }),
});

const WorkflowParameterType = builder.objectRef<WorkflowParameter>("WorkflowParameter").implement({
  fields: (t) => ({
    name: t.exposeString("Name", { nullable: true }),
    value: t.exposeString("Value", { nullable: true }),
  }),
});

/** A dataset in the graph. */
export const DatasetType = builder.objectRef<Dataset>("Dataset").implement({
  fields: (t) => ({
    id: t.id({ resolve: idOf }),
    projectName: t.exposeID("ProjectName"),
    datasetName: t.exposeID("DatasetName"),
    project: t.field({
      type: ProjectType,
      nullable: true,
      resolve: ({ ProjectName }) => ({ ProjectName }),
    }),
    description: t.exposeString("Description", { nullable: true }),
    templateId: t.exposeString("TemplateId", { nullable: true }),
    createTime: t.expose("CreateTime", { type: "DateTime", nullable: true }),
    updateTime: t.expose("UpdateTime", { type: "DateTime", nullable: true }),
    datasetMaxBindCount: t.expose("DatasetMaxBindCount", { type: "DatasetMaxBindCount", nullable: true }),
    datasetMaxFileCount: t.expose("DatasetMaxFileCount", { type: "DatasetMaxFileCount", nullable: true }),
    datasetMaxEntityCount: t.expose("DatasetMaxEntityCount", {
      type: "DatasetMaxEntityCount",
      nullable: true,
    }),
    datasetMaxRelationCount: t.expose("DatasetMaxRelationCount", {
      type: "DatasetMaxRelationCount",
      nullable: true,
    }),
    datasetMaxTotalFileSize: t.expose("DatasetMaxTotalFileSize", {
      type: "DatasetMaxTotalFileSize",
      nullable: true,
    }),
    bindCount: t.expose("BindCount", { type: "Count", nullable: true }),
    fileCount: t.field({
      type: "Long",
      nullable: true,
      resolve: async (dataset, _args, { datasets }) =>
        dataset.FileCount ?? (await datasets.load(dataset))?.FileCount,
    }),
    totalFileSize: t.field({
      type: "Long",
      nullable: true,
      resolve: async (dataset, _args, { datasets }) =>
        dataset.TotalFileSize ?? (await datasets.load(dataset))?.TotalFileSize,
    }),
    clusterType: t.exposeString("ClusterType", { nullable: true }),
    smartClusterTaskStatus: t.expose("SmartClusterTaskStatus", {
      type: DatasetTaskStatusType,
      nullable: true,
    }),
    workflowParameters: t.expose("WorkflowParameters", { type: [WorkflowParameterType], nullable: true }),
    files: t.field({
      type: [FileType],
      nullable: { list: false, items: true },
      args: { uris: t.arg({ type: ["FileUri"], required: true }) },
      resolve: (dataset, { uris }) => getFiles(dataset, uris),
    }),
  }),
});
