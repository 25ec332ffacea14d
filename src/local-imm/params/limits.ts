import type { DatasetLimits } from "../store/datasets.ts";
import type { Params } from "./params.ts";

/** How many projects an account may have in a region. */
export const maxProjects = 100n;

/** The greatest ProjectMaxDatasetCount, and what a project gets where none was sent. */
export const maxDatasets = 1_000_000_000n;

const maxInt64 = 2n ** 63n - 1n;

/** What a project passes on to its datasets where it was made without limits of its own. */
export const defaultLimits: DatasetLimits = {
  DatasetMaxBindCount: 10n,
  DatasetMaxFileCount: 100_000_000n,
  DatasetMaxEntityCount: 10_000_000_000n,
  DatasetMaxRelationCount: 100_000_000_000n,
  DatasetMaxTotalFileSize: 90_000_000_000_000_000n,
};

/** The limits among the parameters; undefined those that were not sent. */
export function readLimits(params: Params) {
  return {
    DatasetMaxBindCount: params.limit("DatasetMaxBindCount", 10n),
    DatasetMaxFileCount: params.limit("DatasetMaxFileCount", 100_000_000n),
    DatasetMaxEntityCount: params.limit("DatasetMaxEntityCount", maxInt64),
    DatasetMaxRelationCount: params.limit("DatasetMaxRelationCount", maxInt64),
    DatasetMaxTotalFileSize: params.limit("DatasetMaxTotalFileSize", maxInt64),
  };
}

/** The limits that a project passes on to a new dataset. */
export function inheritedLimits(project: DatasetLimits): DatasetLimits {
  return {
    DatasetMaxBindCount: project.DatasetMaxBindCount,
    DatasetMaxFileCount: project.DatasetMaxFileCount,
    DatasetMaxEntityCount: project.DatasetMaxEntityCount,
    DatasetMaxRelationCount: project.DatasetMaxRelationCount,
    DatasetMaxTotalFileSize: project.DatasetMaxTotalFileSize,
  };
}
