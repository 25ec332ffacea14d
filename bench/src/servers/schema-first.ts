import {
  createDataset,
  idOf,
  listDatasets,
  pageInfoOf,
  type Context,
  type Dataset,
  type PageArguments,
} from "./datasets.ts";

// What the schema-first peers share.

/** The part of the gateway's schema that the workloads reach. */
export const typeDefs = `
  scalar Count
  scalar DatasetMaxBindCount
  scalar DatasetMaxEntityCount
  scalar DatasetMaxFileCount
  scalar DatasetMaxRelationCount
  scalar DatasetMaxTotalFileSize
  scalar DatasetName
  scalar DateTime
  scalar Description
  scalar Long
  scalar ProjectName
  scalar Text

  type Query {
    dataset(projectName: ProjectName!, datasetName: DatasetName!): Dataset
    datasets(projectName: ProjectName!, first: Int, after: String): DatasetConnection
  }

  type Mutation {
    createDataset(input: CreateDatasetInput!): CreateDatasetPayload!
  }

  input CreateDatasetInput {
    projectName: ProjectName!
    datasetName: DatasetName!
    description: Description
    templateId: Text
    datasetMaxBindCount: DatasetMaxBindCount
    datasetMaxFileCount: DatasetMaxFileCount
    datasetMaxEntityCount: DatasetMaxEntityCount
    datasetMaxRelationCount: DatasetMaxRelationCount
    datasetMaxTotalFileSize: DatasetMaxTotalFileSize
  }

  type CreateDatasetPayload {
    dataset: Dataset!
    requestId: String
  }

  type DatasetConnection {
    nodes: [Dataset!]!
    pageInfo: PageInfo!
  }

  type PageInfo {
    hasNextPage: Boolean!
    endCursor: String
  }

  type Dataset {
    id: ID!
    projectName: ID!
    datasetName: ID!
    project: Project
    description: String
    templateId: String
    createTime: DateTime
    updateTime: DateTime
    datasetMaxBindCount: DatasetMaxBindCount
    datasetMaxFileCount: DatasetMaxFileCount
    datasetMaxEntityCount: DatasetMaxEntityCount
    datasetMaxRelationCount: DatasetMaxRelationCount
    datasetMaxTotalFileSize: DatasetMaxTotalFileSize
    bindCount: Count
    fileCount: Long
    totalFileSize: Long
    clusterType: String
    smartClusterTaskStatus: DatasetTaskStatus
    workflowParameters: [WorkflowParameter!]
  }

  type Project {
    projectName: ID!
  }

  type DatasetTaskStatus {
    status: String
    startTime: DateTime
    lastSucceededTime: DateTime
  }

  type WorkflowParameter {
    name: String
    value: String
  }
`;

const text = (number: number | undefined) => number?.toString();

/** A dataset by the graph's names, so that most fields need no resolver. */
function toGraph(dataset: Dataset) {
  const { ProjectName, DatasetName, SmartClusterTaskStatus: task } = dataset;
  return {
    id: idOf(dataset),
    projectName: ProjectName,
    datasetName: DatasetName,
    project: { projectName: ProjectName },
    description: dataset.Description,
    templateId: dataset.TemplateId,
    createTime: dataset.CreateTime,
    updateTime: dataset.UpdateTime,
    datasetMaxBindCount: dataset.DatasetMaxBindCount,
    datasetMaxFileCount: dataset.DatasetMaxFileCount,
    datasetMaxEntityCount: text(dataset.DatasetMaxEntityCount),
    datasetMaxRelationCount: text(dataset.DatasetMaxRelationCount),
    datasetMaxTotalFileSize: text(dataset.DatasetMaxTotalFileSize),
    bindCount: dataset.BindCount,
    countedFiles: text(dataset.FileCount),
    countedSize: text(dataset.TotalFileSize),
    clusterType: dataset.ClusterType,
    smartClusterTaskStatus: task && {
      status: task.Status,
      startTime: task.StartTime,
      lastSucceededTime: task.LastSucceededTime,
    },
    workflowParameters: dataset.WorkflowParameters?.map(({ Name, Value }) => ({ name: Name, value: Value })),
  };
}

type GraphDataset = ReturnType<typeof toGraph>;

async function readDataset(key: { projectName: string; datasetName: string }, { datasets }: Context) {
  const dataset = await datasets.load({ ProjectName: key.projectName, DatasetName: key.datasetName });
  return dataset && toGraph(dataset);
}

export const resolvers = {
  Query: {
    dataset: (_root: unknown, key: { projectName: string; datasetName: string }, context: Context) =>
      readDataset(key, context),
    async datasets(_root: unknown, args: PageArguments) {
      const page = await listDatasets(args);
      return { nodes: page.Datasets.map(toGraph), pageInfo: pageInfoOf(page) };
    },
  },
  Mutation: {
    async createDataset(_root: unknown, { input }: { input: Record<string, unknown> }) {
      const { RequestId, Dataset } = await createDataset(input);
      return { requestId: RequestId, dataset: toGraph(Dataset) };
    },
  },
  Dataset: {
    fileCount: async (dataset: GraphDataset, _args: object, context: Context) =>
      dataset.countedFiles ?? (await readDataset(dataset, context))?.countedFiles,
    totalFileSize: async (dataset: GraphDataset, _args: object, context: Context) =>
      dataset.countedSize ?? (await readDataset(dataset, context))?.countedSize,
  },
};
