import { notFound } from "../../http/fault.ts";
import type { Operation } from "../operation.ts";
import { showDataset } from "./show-dataset.ts";

export const GetDataset: Operation<"GetDataset"> = (params, { store }) => {
  const key = { ProjectName: params.name("ProjectName"), DatasetName: params.name("DatasetName") };
  params.flag("WithStatistics");
  if (!store.projects.find(key.ProjectName)) throw notFound("Project");
  const dataset = store.datasets.find(key);
  if (!dataset) throw notFound("Dataset");
  return { Dataset: showDataset(dataset) };
};
