import { setImmediate } from "node:timers/promises";
import { findAnew } from "../indexing/store-reading.ts";
import { rowsAtOnce, type StoreInUse } from "./store-in-use.ts";

/** Empties the queue of what a binding found, which it finds anew when it starts. */
export async function emptyQueue(BindingId: bigint, { store, isClosed }: StoreInUse): Promise<void> {
  const removeSome = () => {
    const files = store.queue.found(BindingId, rowsAtOnce);
    for (const file of files) {
      store.queue.remove(file);
      findAnew(file, store);
    }
    return files.length;
  };
  for (let removed = 1; removed > 0 && !isClosed(); await setImmediate()) {
    removed = store.transaction(removeSome);
  }
}
