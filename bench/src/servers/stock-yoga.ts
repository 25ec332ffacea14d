import { createServer } from "node:http";
import SchemaBuilder from "@pothos/core";
import { createYoga } from "graphql-yoga";
import { announce } from "./announce.ts";
import {
  createContext,
  createDataset,
  idOf,
  listDatasets,
  pageInfoOf,
  type Context,
  type Dataset,
  type DatasetPage,
  type TaskStatus,
  type WorkflowParameter,
} from "./datasets.ts";

// Yoga, Pothos and the SDK's runtime: what one would write in a day.

interface Scalar<Value> {
  Input: Value;
  Output: Value;
}

const builder = new SchemaBuilder<{
  Context: Context;
  Scalars: {
    Count: Scalar<number>;
    DatasetMaxBindCount: Scalar<number>;
    DatasetMaxEntityCount: Scalar<string | number>;
    DatasetMaxFileCount: Scalar<number>;
    DatasetMaxRelationCount: Scalar<string | number>;
    DatasetMaxTotalFileSize: Scalar<string | number>;
    DatasetName: Scalar<string>;
    DateTime: Scalar<string>;
    Description: Scalar<string>;
    Long: Scalar<string | number>;
    ProjectName: Scalar<string>;
    Text: Scalar<string>;
  };
}>({});

for (const name of ["Count", "DatasetMaxBindCount", "DatasetMaxFileCount"] as const) {
  builder.scalarType(name, { serialize: (value) => value });
}
for (const name of ["DatasetName", "DateTime", "Description", "ProjectName", "Text"] as const) {
  builder.scalarType(name, { serialize: (value) => value });
}
for (const name of [
  "DatasetMaxEntityCount",
  "DatasetMaxRelationCount",
  "DatasetMaxTotalFileSize",
  "Long",
] as const) {
  builder.scalarType(name, { serialize: String });
}

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

const DatasetType = builder.objectRef<Dataset>("Dataset").implement({
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
  }),
});

const PageInfoType = builder.objectRef<ReturnType<typeof pageInfoOf>>("PageInfo").implement({
  fields: (t) => ({
    hasNextPage: t.exposeBoolean("hasNextPage"),
    endCursor: t.exposeString("endCursor", { nullable: true }),
  }),
});

const DatasetConnection = builder.objectRef<DatasetPage>("DatasetConnection").implement({
  fields: (t) => ({
    nodes: t.expose("Datasets", { type: [DatasetType] }),
    pageInfo: t.field({ type: PageInfoType, resolve: pageInfoOf }),
  }),
});

const CreateDatasetInput = builder.inputType("CreateDatasetInput", {
  fields: (t) => ({
    projectName: t.field({ type: "ProjectName", required: true }),
    datasetName: t.field({ type: "DatasetName", required: true }),
    description: t.field({ type: "Description" }),
    templateId: t.field({ type: "Text" }),
    datasetMaxBindCount: t.field({ type: "DatasetMaxBindCount" }),
    datasetMaxFileCount: t.field({ type: "DatasetMaxFileCount" }),
    datasetMaxEntityCount: t.field({ type: "DatasetMaxEntityCount" }),
    datasetMaxRelationCount: t.field({ type: "DatasetMaxRelationCount" }),
    datasetMaxTotalFileSize: t.field({ type: "DatasetMaxTotalFileSize" }),
  }),
});

const CreateDatasetPayload = builder
  .objectRef<Awaited<ReturnType<typeof createDataset>>>("CreateDatasetPayload")
  .implement({
    fields: (t) => ({
      dataset: t.expose("Dataset", { type: DatasetType }),
      requestId: t.exposeString("RequestId", { nullable: true }),
    }),
  });

builder.queryType({
  fields: (t) => ({
    dataset: t.field({
      type: DatasetType,
      nullable: true,
      args: {
        projectName: t.arg({ type: "ProjectName", required: true }),
        datasetName: t.arg({ type: "DatasetName", required: true }),
      },
      resolve: (_root, { projectName, datasetName }, { datasets }) =>
        datasets.load({ ProjectName: projectName, DatasetName: datasetName }),
    }),
    datasets: t.field({
      type: DatasetConnection,
      nullable: true,
      args: {
        projectName: t.arg({ type: "ProjectName", required: true }),
        first: t.arg.int(),
        after: t.arg.string(),
      },
      resolve: (_root, args) => listDatasets(args),
    }),
  }),
});

builder.mutationType({
  fields: (t) => ({
    createDataset: t.field({
      type: CreateDatasetPayload,
      args: { input: t.arg({ type: CreateDatasetInput, required: true }) },
      resolve: (_root, { input }) => createDataset(input),
    }),
  }),
});

// Loaded only where it is used, for the memory of the other.
const isCompiled = process.env["EXECUTION"] === "graphql-jit";
const plugins = isCompiled ? [(await import("@envelop/graphql-jit")).useGraphQlJit()] : [];

const yoga = createYoga({
  schema: builder.toSchema(),
  plugins,
  context: createContext,
  logging: false,
  graphiql: false,
});
const server = createServer(yoga);
server.listen(0, "127.0.0.1", () => announce(server));
