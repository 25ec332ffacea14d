import type { Asked } from "./load.ts";

/** A piece of work that every server does. */
export interface Work {
  readonly name: string;
  readonly title: string;
  /** The n-th request: no two in flight ask for the same. */
  request(n: number): Asked;
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

/** A dataset is created, and all its fields are answered. */
export const createDataset: Work = {
  name: "create",
  title: "`createDataset`, all fields",
  request: (n) => ({
    query: `mutation CreateDataset($input: CreateDatasetInput!) {
  createDataset(input: $input) {
    requestId
    dataset { ${fields} ${statistics} }
  }
}`,
    variables: {
      input: {
        projectName: projectOf(n),
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
export const pageOf = (first: number): Work => ({
  name: `page of ${first}`,
  title: `a page of ${first} datasets`,
  request: (n) => ({
    query: `query Page($projectName: ProjectName!, $first: Int!) {
  datasets(projectName: $projectName, first: $first) {
    nodes { ${fields} }
    pageInfo { hasNextPage endCursor }
  }
}`,
    variables: { projectName: projectOf(n), first },
  }),
});

const aliased = (arguments_: (index: number) => string) =>
  indexes(50)
    .map((index) => `  d${index}: dataset(projectName: $projectName, datasetName: ${arguments_(index)}) { ...All }`)
    .join("\n");

/** 50 aliases of one dataset. */
export const aliases: Work = {
  name: "aliases",
  title: "50 aliases of one dataset",
  request: (n) => ({
    query: `query Aliases($projectName: ProjectName!, $datasetName: DatasetName!) {
${aliased(() => "$datasetName")}
}
fragment All on Dataset {${fields} }`,
    variables: { projectName: projectOf(n), datasetName: "dataset-1" },
  }),
};

/** 50 different datasets of one project. */
export const datasets: Work = {
  name: "datasets",
  title: "50 different datasets of one project",
  request: (n) => ({
    query: `query Datasets($projectName: ProjectName!) {
${aliased((index) => `"dataset-${index}"`)}
}
fragment All on Dataset {${fields} }`,
    variables: { projectName: projectOf(n) },
  }),
};
