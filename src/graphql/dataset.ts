import { toWire } from "../contract/contract.ts";
import type * as wire from "../contract/wire.ts";
import { builder } from "./builder.ts";
import { connect, pageArguments, type PageArguments } from "./connection.ts";
import type { Context } from "./context.ts";
import { DatasetTaskStatusType } from "./dataset-task-status.ts";
import { namesIn } from "./global-id.ts";
import { limitFields, limitInputs } from "./limits.ts";
import { requestIdField } from "./payload.ts";
import { projectKeyFields, ProjectType } from "./project.ts";
import { readReference } from "./reference.ts";
import { selectsBeyond, statisticsOf } from "./selection.ts";
import { WorkflowParameterInput, WorkflowParameterType } from "./workflow-parameter.ts";

const DatasetType = builder.objectRef<wire.Dataset>("Dataset");

/** The fields of a dataset that its two names alone answer. */
const datasetKeyFields: ReadonlySet<string> = new Set([
  "__typename",
  "datasetName",
  "id",
  "project",
  "projectName",
]);

const idOf = ({ ProjectName, DatasetName }: wire.GetDatasetRequest) => `${ProjectName}/${DatasetName}`;

builder.node(DatasetType, {
  description:
    "A named collection of indexed file metadata, inside one project. Neither of its names can be changed.",
  id: { description: "Opaque, unique in the whole graph; `node(id:)` takes it.", resolve: idOf },
  loadWithoutCache(id, { loaders }, info) {
    const [ProjectName, DatasetName] = namesIn(id, 2) as [string, string];
    return loaders.dataset.load({ ProjectName, DatasetName, ...statisticsOf(info, "Dataset") });
  },
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
      resolve: ({ ProjectName }, _args, { loaders }, info) =>
        selectsBeyond(info, "Project", projectKeyFields)
          ? loaders.project.load({ ProjectName, ...statisticsOf(info, "Project") })
          : { ProjectName },
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
      resolve: async (dataset, _args, { loaders }) =>
        (await loaders.dataset.withStatistics(dataset))?.FileCount,
    }),
    totalFileSize: t.field({
      type: "Long",
      nullable: true,
      description:
        'How many bytes those files have together. Costs what `fileCount` costs. Example: `"100000"`.',
      resolve: async (dataset, _args, { loaders }) =>
        (await loaders.dataset.withStatistics(dataset))?.TotalFileSize,
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
    }),
  }),
});

builder.asEntity(DatasetType, {
  key: builder.selection<{ projectName: string; datasetName: string }>("projectName datasetName"),
  resolveReference(reference, { loaders }, info) {
    const key = toWire("GetDataset", readReference(reference, ["projectName", "datasetName"]));
    return selectsBeyond(info, "Dataset", datasetKeyFields)
      ? loaders.dataset.load({ ...key, ...statisticsOf(info, "Dataset") })
      : key;
  },
});

const DatasetConnection = builder.connectionObject(
  {
    type: DatasetType,
    name: "DatasetConnection",
    description: "A page of datasets, in the order of their names.",
  },
  { name: "DatasetEdge", description: "A dataset and where it stands in its list." },
);

interface Filter {
  projectName: string;
  prefix?: string | null | undefined;
}

function listDatasets({ first, after, ...filter }: Filter & PageArguments, { imm }: Context) {
  return connect<wire.Dataset>(
    { first, after },
    {
      action: "ListDatasets",
      nameOf: ({ DatasetName }) => DatasetName,
      async list(page) {
        const reply = await imm.call("ListDatasets", { ...toWire("ListDatasets", filter), ...page });
        return { things: reply.Datasets, nextToken: reply.NextToken };
      },
    },
  );
}

const listArguments = builder.args((t) => ({
  prefix: t.field({ type: "Prefix", description: "Only datasets whose names begin with it. Default: all." }),
  ...pageArguments,
}));

builder.queryFields((t) => ({
  dataset: t.field({
    description: "One dataset, or null where there is none of that name, or no such project.",
    type: DatasetType,
    nullable: true,
    args: {
      projectName: t.arg({ type: "ProjectName", required: true, description: "The name of its project." }),
      datasetName: t.arg({ type: "DatasetName", required: true, description: "Its name." }),
    },
    resolve: (_root, key, { loaders }, info) =>
      loaders.dataset.load({ ...toWire("GetDataset", key), ...statisticsOf(info, "Dataset") }),
  }),
  datasets: t.field({
    description:
      "A project's datasets, in the order of their names. `NOT_FOUND` where there is no such project.",
    type: DatasetConnection,
    nullable: true,
    args: {
      projectName: t.arg({ type: "ProjectName", required: true, description: "The name of their project." }),
      ...listArguments,
    },
    resolve: (_root, args, context) => listDatasets(args, context),
  }),
}));

builder.objectField(ProjectType, "datasets", (t) =>
  t.field({
    description: "Its datasets, in the order of their names.",
    type: DatasetConnection,
    nullable: true,
    args: listArguments,
    resolve: ({ ProjectName }, args, context) => listDatasets({ projectName: ProjectName, ...args }, context),
  }),
);

const CreateDatasetInput = builder.inputType("CreateDatasetInput", {
  description: "A dataset to create.",
  fields: (t) => ({
    projectName: t.field({
      type: "ProjectName",
      required: true,
      description: "An existing project. Example: `test-project`.",
    }),
    datasetName: t.field({
      type: "DatasetName",
      required: true,
      description: "Its name, for good; unique in the project. Example: `dataset001`.",
    }),
    description: t.field({
      type: "Description",
      description: "What it is for, 0 to 256 characters. Default: empty. Example: `immtest`.",
    }),
    templateId: t.string({
      description:
        "The workflow template that says what is extracted from its files. Default: empty, which is the project's. Example: `Official:ImageManagement`.",
    }),
    ...limitInputs(t, "Default: the project's, which is the value of the example unless it was set."),
    workflowParameters: t.field({
      type: [WorkflowParameterInput],
      description: "The parameters of its workflow template.",
      deprecationReason: "IMM accepts it without effect.",
    }),
  }),
});

const UpdateDatasetInput = builder.inputType("UpdateDatasetInput", {
  description: "What to change in a dataset. What is left out keeps its value.",
  fields: (t) => ({
    projectName: t.field({
      type: "ProjectName",
      required: true,
      description: "The name of its project. Example: `test-project`.",
    }),
    datasetName: t.field({
      type: "DatasetName",
      required: true,
      description: "Which dataset. Example: `dataset001`.",
    }),
    description: t.field({
      type: "Description",
      description: "What it is for, 0 to 256 characters; empty clears it.",
    }),
    templateId: t.string({
      description:
        "The workflow template that says what is extracted from its files. Example: `Official:ImageManagement`.",
    }),
    ...limitInputs(t, "Default: as it is."),
    workflowParameters: t.field({
      type: [WorkflowParameterInput],
      description: "The parameters of its workflow template.",
      deprecationReason: "IMM accepts it without effect.",
    }),
  }),
});

const DeleteDatasetInput = builder.inputType("DeleteDatasetInput", {
  description: "A dataset to delete.",
  fields: (t) => ({
    projectName: t.field({
      type: "ProjectName",
      required: true,
      description: "The name of its project. Example: `test-project`.",
    }),
    datasetName: t.field({
      type: "DatasetName",
      required: true,
      description: "Which dataset. Example: `dataset001`.",
    }),
  }),
});

const CreateDatasetPayload = builder
  .objectRef<wire.CreateDatasetResponseBody>("CreateDatasetPayload")
  .implement({
    description: "The dataset that was created.",
    fields: (t) => ({
      dataset: t.expose("Dataset", { type: DatasetType, description: "As IMM answered it." }),
      ...requestIdField(t),
    }),
  });

const UpdateDatasetPayload = builder
  .objectRef<wire.UpdateDatasetResponseBody>("UpdateDatasetPayload")
  .implement({
    description: "The dataset that was changed.",
    fields: (t) => ({
      dataset: t.expose("Dataset", {
        type: DatasetType,
        description: "As IMM answered it, with the changes.",
      }),
      ...requestIdField(t),
    }),
  });

const DeleteDatasetPayload = builder
  .objectRef<wire.DeleteDatasetResponseBody & wire.DeleteDatasetRequest>("DeleteDatasetPayload")
  .implement({
    description: "The dataset that was deleted.",
    fields: (t) => ({
      deletedDatasetId: t.globalID({
        description: "The `id` that it had.",
        resolve: (key) => ({ type: DatasetType, id: idOf(key) }),
      }),
      ...requestIdField(t),
    }),
  });

builder.mutationFields((t) => ({
  createDataset: t.field({
    description:
      "Creates a dataset in a project. Alibaba Cloud bills the call. `CONFLICT` where the name is taken, `NOT_FOUND` where there is no such project, `LIMIT_EXCEEDED` where the project has no room for more.",
    type: CreateDatasetPayload,
    args: {
      input: t.arg({ type: CreateDatasetInput, required: true, description: "The dataset to create." }),
    },
    async resolve(_root, { input }, { imm, loaders }) {
      loaders.clear();
      const reply = await imm.call("CreateDataset", toWire("CreateDataset", input));
      loaders.dataset.prime(reply.Dataset, { counted: true });
      return reply;
    },
  }),
  updateDataset: t.field({
    description:
      "Changes a dataset; IMM may take 5 minutes until the change works. `NOT_FOUND` where there is none of that name.",
    type: UpdateDatasetPayload,
    args: { input: t.arg({ type: UpdateDatasetInput, required: true, description: "What to change." }) },
    async resolve(_root, { input }, { imm, loaders }) {
      loaders.clear();
      const reply = await imm.call("UpdateDataset", toWire("UpdateDataset", input));
      loaders.dataset.prime(reply.Dataset, { counted: false });
      return reply;
    },
  }),
  deleteDataset: t.field({
    description:
      "Deletes a dataset, for good. `CONFLICT` while it has indexed files or bound buckets, `NOT_FOUND` where there is none of that name.",
    type: DeleteDatasetPayload,
    args: { input: t.arg({ type: DeleteDatasetInput, required: true, description: "Which dataset." }) },
    async resolve(_root, { input }, { imm, loaders }) {
      loaders.clear();
      const key = toWire("DeleteDataset", input);
      return { ...key, ...(await imm.call("DeleteDataset", key)) };
    },
  }),
}));
