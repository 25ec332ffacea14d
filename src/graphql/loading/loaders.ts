import type * as wire from "../../contract/wire.ts";
import type { ImmClient } from "../../imm/client.ts";
import { createGetLoader, type GetLoader } from "./get-loader.ts";

/** Everything that one request reads by key, each thing once. */
export interface Loaders {
  readonly dataset: GetLoader<wire.GetDatasetRequest, wire.Dataset>;
  readonly project: GetLoader<wire.GetProjectRequest, wire.Project>;
  /** Forgets all: something is about to change. */
  clear(): void;
}

/** Makes the loaders of one request. */
export function createLoaders(imm: ImmClient): Loaders {
  const dataset = createGetLoader<wire.GetDatasetRequest, wire.Dataset>({
    get: async (key) => (await imm.call("GetDataset", key)).Dataset,
    keyOf: ({ ProjectName, DatasetName }) => ({ ProjectName, DatasetName }),
  });
  const project = createGetLoader<wire.GetProjectRequest, wire.Project>({
    get: async (key) => (await imm.call("GetProject", key)).Project,
    keyOf: ({ ProjectName }) => ({ ProjectName }),
  });
  return {
    dataset,
    project,
    clear() {
      dataset.clear();
      project.clear();
    },
  };
}
