import { setImmediate } from "node:timers/promises";
import { rowsAtOnce, type StoreInUse } from "./store-in-use.ts";

/** Forgets what deleted bindings had seen. */
export async function forgetDeleted({ store, isClosed }: StoreInUse): Promise<void> {
  for (;;) {
    await setImmediate();
    if (isClosed()) return;
    const orphan = store.read(() => store.seen.findOrphan());
    if (orphan === undefined) return;
    store.transaction(() => store.seen.forget(orphan, rowsAtOnce));
  }
}
