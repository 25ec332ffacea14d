import { createDataset, listDatasets, pageInfoOf, type DatasetPage } from "../datasets.ts";
import { builder } from "./builder.ts";
import { DatasetType } from "./dataset.ts";

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

/** What a router can ask for by its key. */
const EntityType = builder.unionType("_Entity", { types: [DatasetType], resolveType: () => DatasetType });

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
    _entities: t.field({
      type: [EntityType],
      nullable: { list: false, items: true },
      args: { representations: t.arg({ type: ["_Any"], required: true }) },
      resolve: (_root, { representations }, { datasets }) =>
        representations.map(({ projectName, datasetName }) =>
          datasets.load({ ProjectName: projectName, DatasetName: datasetName }),
        ),
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

/** The part of the gateway's schema that the workloads reach. */
export const schema = builder.toSchema();
