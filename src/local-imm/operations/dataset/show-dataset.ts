import type { Dataset as WireDataset } from "../../../contract/wire.ts";
import type { Dataset } from "../../store/datasets.ts";
import { formatTime } from "../../time.ts";

/** A dataset as IMM answers it. */
export function showDataset(dataset: Dataset): WireDataset {
  return {
    ...dataset,
    CreateTime: formatTime(dataset.CreateTime),
    UpdateTime: formatTime(dataset.UpdateTime),
    BindCount: 0n,
    // No file is indexed here, so whether statistics are asked for makes no difference.
    FileCount: 0n,
    TotalFileSize: 0n,
    ClusterType: "manual",
    WorkflowParameters: [],
  };
}
