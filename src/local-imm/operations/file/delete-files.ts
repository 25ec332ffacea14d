import type { Context } from "../operation.ts";

/** Removes files from a dataset, and from the queue: a delete also undoes what was accepted before it. */
export function deleteFiles(
  URIs: Iterable<string>,
  DatasetId: bigint,
  { store: { files, queue }, bindings }: Pick<Context, "bindings" | "store">,
): void {
  for (const URI of URIs) {
    queue.removeFile({ DatasetId, URI });
    files.delete({ DatasetId, URI });
  }
  bindings.retry(DatasetId);
}
