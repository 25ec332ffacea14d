import { subResourcesExist } from "../../http/fault.ts";
import { datasetKeyOf, findDataset } from "../find-dataset.ts";
import type { Operation } from "../operation.ts";

export const DeleteDataset: Operation<"DeleteDataset"> = (params, { store }) => {
  const key = datasetKeyOf(params);
  const { DatasetId, BindCount, FileCount } = findDataset(key, store);
  if (BindCount > 0n || FileCount > 0n || store.queue.holds(DatasetId)) throw subResourcesExist();
  store.datasets.delete(key);
  return {};
};
