import { notFound } from "../../http/fault.ts";
import type { Operation } from "../operation.ts";

export const DeleteDataset: Operation<"DeleteDataset"> = (params, { store }) => {
  const key = { ProjectName: params.name("ProjectName"), DatasetName: params.name("DatasetName") };
  if (!store.projects.find(key.ProjectName)) throw notFound("Project");
  if (!store.datasets.find(key)) throw notFound("Dataset");
  store.datasets.delete(key);
  return {};
};
