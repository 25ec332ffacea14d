import type { GraphQLRequest } from "../measure/load.ts";
import type { Workload } from "../workloads.ts";

// A dataset of its own in each of many projects: a project bears 100 calls a second.
const projectOf = (n: number) => `project-${n % 1000}`;

const urisOf = (n: number, count: number) =>
  Array.from(
    { length: count },
    (_, index) => `oss://photos/album-${n % 10_000}/IMG_${String(index).padStart(6, "0")}.jpg`,
  );

/** A page of files, as an album shows it: 20 fields of each. */
export const pageOfFiles: Workload = {
  name: "page of files",
  title: "a page of 100 files, 20 fields",
  kind: "files",
  datasetCount: 0,
  fileCount: 100,
  request: (n, projectName = projectOf(n)): GraphQLRequest => ({
    query: `query Files($projectName: ProjectName!, $datasetName: DatasetName!, $uris: [FileUri!]!) {
  dataset(projectName: $projectName, datasetName: $datasetName) {
    files(uris: $uris) {
      uri filename size mediaType contentType fileHash customId title produceTime latLong
      fileModifiedTime createTime updateTime eTag ossObjectType ossStorageClass objectAcl
      imageWidth imageHeight orientation
    }
  }
}`,
    variables: { projectName, datasetName: "photos", uris: urisOf(n, 100) },
  }),
};

const customLabels = [{ key: "album", value: "Hangzhou" }];

/** One file is indexed. */
export const indexOne: Workload = {
  name: "index one",
  title: "`indexFileMeta`",
  kind: "indexing",
  datasetCount: 0,
  request: (n, projectName = projectOf(n)): GraphQLRequest => ({
    query: `mutation Index($input: IndexFileMetaInput!) { indexFileMeta(input: $input) { eventId requestId } }`,
    variables: {
      input: { projectName, datasetName: "photos", file: { uri: urisOf(n, 1)[0], customLabels } },
    },
  }),
};

/** A hundred are. */
export const indexBatch: Workload = {
  name: "index batch",
  title: "`batchIndexFileMeta` of 100",
  kind: "indexing",
  datasetCount: 0,
  request: (n, projectName = projectOf(n)): GraphQLRequest => ({
    query: `mutation IndexBatch($input: BatchIndexFileMetaInput!) {
  batchIndexFileMeta(input: $input) { eventId requestId }
}`,
    variables: {
      input: {
        projectName,
        datasetName: "photos",
        files: urisOf(n, 100).map((uri) => ({ uri, customLabels })),
      },
    },
  }),
};

export const fileWorkloads: readonly Workload[] = [indexOne, indexBatch, pageOfFiles];
