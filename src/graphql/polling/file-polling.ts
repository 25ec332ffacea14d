import type { Caller } from "../../imm/caller.ts";
import {
  createDatasetPolling,
  type DatasetNames,
  type DatasetPolling,
  type PollingTools,
} from "./dataset-polling.ts";
import { createFileListener, type SettledFiles } from "./file-listener.ts";

/** Files that somebody waits for. */
export interface AwaitedFiles extends DatasetNames {
  readonly caller: Caller;
  /** Each counts once. */
  readonly URIs: readonly string[];
}

/** Waits for files to be indexed: IMM tells nobody, so it is asked, once for all who wait. */
export interface FilePolling {
  /**
   * The files of a dataset, each as soon as it is indexed or has failed.
   *
   * @throws ImmError if their caller may not read them.
   */
  wait(files: AwaitedFiles): SettledFiles;
}

/** Makes what polls for files, in one poll for each dataset. It holds nothing while nobody waits. */
export function createFilePolling(tools: PollingTools): FilePolling {
  const datasets = new Map<string, DatasetPolling>();

  return {
    wait({ ProjectName, DatasetName, caller, URIs: uris }) {
      const name = `${ProjectName}/${DatasetName}`;
      const polling = datasets.get(name) ?? createDatasetPolling({ ProjectName, DatasetName }, tools);
      const { listener, files } = createFileListener({ caller, uris }, (ended) => {
        polling.remove(ended);
        if (polling.isIdle && datasets.get(name) === polling) datasets.delete(name);
      });
      polling.add(listener);
      datasets.set(name, polling);
      return files;
    },
  };
}
