import { createDataset, listDatasets, pageInfoOf, type Context, type PageArguments } from "../datasets.ts";
import { datasetFields, readDataset, toGraphDataset, type GraphDatasetKey } from "./dataset.ts";
import { readFiles } from "./file.ts";

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
  scalar FileUri
  scalar Long
  scalar ProjectName
  scalar Text
  scalar _Any

  union _Entity = Dataset

  type Query {
    dataset(projectName: ProjectName!, datasetName: DatasetName!): Dataset
    datasets(projectName: ProjectName!, first: Int, after: String): DatasetConnection
    _entities(representations: [_Any!]!): [_Entity]!
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
    files(uris: [FileUri!]!): [File]!
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

  type File {
    uri: ID!
    filename: String
    size: Long
    mediaType: String
    contentType: String
    fileHash: String
    customId: String
    title: String
    produceTime: DateTime
    latLong: String
    fileModifiedTime: DateTime
    createTime: DateTime
    updateTime: DateTime
    eTag: String
    ossObjectType: String
    ossStorageClass: String
    objectAcl: String
    imageWidth: Long
    imageHeight: Long
    orientation: Long
  }
`;

export const resolvers = {
  Query: {
    dataset: (_root: unknown, key: GraphDatasetKey, context: Context) => readDataset(key, context),
    async datasets(_root: unknown, args: PageArguments) {
      const page = await listDatasets(args);
      return { nodes: page.Datasets.map(toGraphDataset), pageInfo: pageInfoOf(page) };
    },
    _entities: (
      _root: unknown,
      { representations }: { representations: readonly GraphDatasetKey[] },
      context: Context,
    ) => representations.map((key) => readDataset(key, context)),
  },
  Mutation: {
    async createDataset(_root: unknown, { input }: { input: Record<string, unknown> }) {
      const { RequestId, Dataset } = await createDataset(input);
      return { requestId: RequestId, dataset: toGraphDataset(Dataset) };
    },
  },
  Dataset: {
    ...datasetFields,
    files: (dataset: GraphDatasetKey, { uris }: { uris: readonly string[] }) => readFiles(dataset, uris),
  },
};
