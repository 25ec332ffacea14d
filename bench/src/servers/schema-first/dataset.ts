import { idOf, type Context, type Dataset } from "../datasets.ts";
import { text } from "./text.ts";

/** What identifies a dataset, by the graph's names. */
export interface GraphDatasetKey {
  readonly projectName: string;
  readonly datasetName: string;
}

/** A dataset by the graph's names, so that most fields need no resolver. */
export function toGraphDataset(dataset: Dataset) {
  const { ProjectName, DatasetName, SmartClusterTaskStatus: task } = dataset;
  return {
    // By it `_Entity` is resolved.
    __typename: "Dataset",
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

type GraphDataset = ReturnType<typeof toGraphDataset>;

/** One dataset, or null where there is none of that name. */
export async function readDataset(
  { projectName, datasetName }: GraphDatasetKey,
  { datasets }: Context,
): Promise<GraphDataset | null> {
  const dataset = await datasets.load({ ProjectName: projectName, DatasetName: datasetName });
  return dataset && toGraphDataset(dataset);
}

/** Its statistics, for which a dataset out of a list is read by itself. */
export const datasetFields = {
  fileCount: async (dataset: GraphDataset, _args: object, context: Context) =>
    dataset.countedFiles ?? (await readDataset(dataset, context))?.countedFiles,
  totalFileSize: async (dataset: GraphDataset, _args: object, context: Context) =>
    dataset.countedSize ?? (await readDataset(dataset, context))?.countedSize,
};
