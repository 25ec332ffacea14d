import type { QueuedFile } from "../store/index-queue.ts";
import type { Store } from "../store/store.ts";
import { readDocument, writeDocument } from "../store/document.ts";
import { newGiven } from "./new-document.ts";

interface Queueing {
  readonly store: Store;
  /** Whether a queued file is being read: what is there by now may not be what is read. */
  isBeingRead(file: QueuedFile): boolean;
}

/** Queues a file, unless it waits already: then what calls gave of it is put together, as if it were indexed twice. */
export function queueOnce(file: Omit<QueuedFile, "QueueId">, { store, isBeingRead }: Queueing): void {
  const isFound = file.BindingId !== null;
  const waiting = store.queue
    .ofFile(file)
    .find((other) => (other.BindingId !== null) === isFound && !isBeingRead(other));
  if (!waiting) return store.queue.add(file);
  if (isFound) return;
  const given = newGiven({ before: readDocument(waiting.Input), now: readDocument(file.Input) });
  store.queue.change({ ...waiting, Input: writeDocument(given) });
}
