import { datasetKeyOf, findDataset } from "../find-dataset.ts";
import type { Operation } from "../operation.ts";
import { showDataset } from "./show-dataset.ts";

export const GetDataset: Operation<"GetDataset"> = (params, { store }) => {
  const key = datasetKeyOf(params);
  params.flag("WithStatistics");
  return { Dataset: showDataset(findDataset(key, store)) };
};
