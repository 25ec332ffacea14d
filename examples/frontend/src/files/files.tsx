import { Buckets } from "./buckets.tsx";
import type { DatasetKey } from "./dataset-key.ts";
import { IndexedFiles } from "./indexed-files.tsx";

/** A dataset's files, and the buckets that they come from. */
export function Files({ dataset }: { dataset: DatasetKey }) {
  return (
    <div className="columns">
      <IndexedFiles dataset={dataset} />
      <Buckets dataset={dataset} />
    </div>
  );
}
