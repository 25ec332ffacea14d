import { notFound } from "../http/fault.ts";
import type { Params } from "../params/params.ts";
import type { DatasetKey, StoredDataset } from "../store/datasets.ts";
import type { Store } from "../store/store.ts";

/** The names of the dataset that a call is about. */
export function datasetKeyOf(params: Params): DatasetKey {
  return { ProjectName: params.name("ProjectName"), DatasetName: params.name("DatasetName") };
}

/** The dataset of these names. IMM looks for its project first. */
export function findDataset(key: DatasetKey, { projects, datasets }: Store): StoredDataset {
  if (!projects.exists(key.ProjectName)) throw notFound("Project");
  const dataset = datasets.find(key);
  if (!dataset) throw notFound("Dataset");
  return dataset;
}
