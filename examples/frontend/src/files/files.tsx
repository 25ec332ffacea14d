import { Buckets } from "./buckets.tsx";
import { IndexedFiles } from "./indexed-files.tsx";

export interface DatasetKey {
  readonly projectName: string;
  readonly datasetName: string;
}

/** What a dataset knows of files, and the buckets that they come from. */
export function Files({ dataset }: { dataset: DatasetKey }) {
  return (
    <div className="columns">
      <IndexedFiles dataset={dataset} />
      <Buckets dataset={dataset} />
    </div>
  );
}
