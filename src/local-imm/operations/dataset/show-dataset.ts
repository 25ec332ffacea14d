import type { Dataset as WireDataset } from "../../../contract/wire.ts";
import type { StoredDataset } from "../../store/datasets.ts";
import { formatTime } from "../../time.ts";

/** A dataset as IMM answers it. Its statistics are exact whether or not they are asked for. */
export function showDataset({ DatasetId: _internal, ...dataset }: StoredDataset): WireDataset {
  return {
    ...dataset,
    CreateTime: formatTime(dataset.CreateTime),
    UpdateTime: formatTime(dataset.UpdateTime),
    ClusterType: "manual",
    WorkflowParameters: [],
  };
}
