import type { GraphQLRequest } from "./measure/load.ts";

/**
 * What a server must support for a workload: a call that the baseline makes too, a graph, entities of a larger graph,
 * reading files, or indexing them, which only the gateway does.
 */
export type Kind = "call" | "graph" | "entities" | "files" | "indexing";

/** A piece of workload that several servers do. */
export interface Workload {
  readonly name: string;
  readonly title: string;
  readonly kind: Kind;
  /** How many datasets an answer holds. */
  readonly datasetCount: number;
  /** How many files. Default: 0. */
  readonly fileCount?: number;
  /** The n-th request, of a project of its own: no two in flight ask for the same. */
  request(n: number, project?: string): GraphQLRequest;
}

const statistics = "fileCount totalFileSize";
const fields = `
    id
    projectName
    datasetName
    project { projectName }
    description
    templateId
    createTime
    updateTime
    datasetMaxBindCount
    datasetMaxFileCount
    datasetMaxEntityCount
    datasetMaxRelationCount
    datasetMaxTotalFileSize
    bindCount
    clusterType
    smartClusterTaskStatus { status startTime lastSucceededTime }
    workflowParameters { name value }`;

// A project bears 100 calls a second, so that a load needs many of them.
const projects = 1000;
const projectOf = (n: number) => `project-${n % projects}`;
const indexes = (length: number) => Array.from({ length }, (_, index) => index);

/** What GraphQL over HTTP costs by itself. */
export const nothing: Workload = {
  name: "nothing",
  title: "`{ __typename }`, for which IMM isn't asked",
  kind: "graph",
  datasetCount: 0,
  request: () => ({ query: "{ __typename }", variables: {} }),
};

/** A dataset is created, and all its fields are answered. */
export const createDataset: Workload = {
  name: "create",
  title: "`createDataset`, all fields",
  kind: "call",
  datasetCount: 1,
  request: (n, projectName = projectOf(n)) => ({
    query: `mutation CreateDataset($input: CreateDatasetInput!) {
  createDataset(input: $input) {
    requestId
    dataset { ${fields} ${statistics} }
  }
}`,
    variables: {
      input: {
        projectName,
        datasetName: `dataset-${n}`,
        description: "Photos of the atlas, as they were taken",
        templateId: "Official:ImageManagement",
        datasetMaxBindCount: 10,
        datasetMaxFileCount: 100_000_000,
        datasetMaxEntityCount: "10000000000",
        datasetMaxRelationCount: "100000000000",
        datasetMaxTotalFileSize: "90000000000000000",
      },
    },
  }),
};

/** A page of so many datasets, with all fields but those that would cost a call each. */
export const pageOf = (first: number): Workload => ({
  name: `page of ${first}`,
  title: `a page of ${first} datasets`,
  kind: "call",
  datasetCount: first,
  request: (n, projectName = projectOf(n)) => ({
    query: `query Page($projectName: ProjectName!, $first: Int!) {
  datasets(projectName: $projectName, first: $first) {
    nodes { ${fields} }
    pageInfo { hasNextPage endCursor }
  }
}`,
    variables: { projectName, first },
  }),
});

const aliased = (arguments_: (index: number) => string) =>
  indexes(50)
    .map(
      (index) =>
        `  d${index}: dataset(projectName: $projectName, datasetName: ${arguments_(index)}) { ...All }`,
    )
    .join("\n");

/** 50 aliases of one dataset. */
export const aliases: Workload = {
  name: "aliases",
  title: "50 aliases of one dataset",
  kind: "graph",
  datasetCount: 50,
  request: (n, projectName = projectOf(n)) => ({
    query: `query Aliases($projectName: ProjectName!, $datasetName: DatasetName!) {
${aliased(() => "$datasetName")}
}
fragment All on Dataset {${fields} }`,
    variables: { projectName, datasetName: "dataset-1" },
  }),
};

/** 50 different datasets of one project. */
export const datasets: Workload = {
  name: "datasets",
  title: "50 different datasets of one project",
  kind: "graph",
  datasetCount: 50,
  request: (n, projectName = projectOf(n)) => ({
    query: `query Datasets($projectName: ProjectName!) {
${aliased((index) => `"dataset-${index}"`)}
}
fragment All on Dataset {${fields} }`,
    variables: { projectName },
  }),
};

/** One dataset, with its statistics. */
export const dataset: Workload = {
  name: "dataset",
  title: "one dataset",
  kind: "call",
  datasetCount: 1,
  request: (n, projectName = projectOf(n)) => ({
    query: `query Dataset($projectName: ProjectName!, $datasetName: DatasetName!) {
  dataset(projectName: $projectName, datasetName: $datasetName) { ${fields} ${statistics} }
}`,
    variables: { projectName, datasetName: `dataset-${n}` },
  }),
};

/** What a router asks a subgraph for: 100 different datasets of one project, by their keys. */
export const entities: Workload = {
  name: "entities",
  title: "100 entity representations",
  kind: "entities",
  datasetCount: 100,
  request: (n, projectName = projectOf(n)) => ({
    query: `query Entities($representations: [_Any!]!) {
  _entities(representations: $representations) {
    ... on Dataset {${fields} }
  }
}`,
    variables: {
      representations: indexes(100).map((index) => ({
        __typename: "Dataset",
        projectName,
        datasetName: `dataset-${index}`,
      })),
    },
  }),
};

/** Sizes of a page by which growth is told. */
export const pageSizes = [10, 25, 50, 100, 150, 200] as const;
export const pages = pageSizes.map(pageOf);
export const page10 = pages[0]!;
export const page200 = pages.at(-1)!;

/** The workloads of the tables. */
export const workloads: readonly Workload[] = [
  nothing,
  createDataset,
  dataset,
  page200,
  aliases,
  datasets,
  entities,
];
