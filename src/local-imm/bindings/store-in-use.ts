import type { Store } from "../store/store.ts";

/** A store that may be closed between two steps of a longer work. */
export interface StoreInUse {
  readonly store: Store;
  isClosed(): boolean;
}

/** How many rows a step changes, so that calls are answered between two of them. */
export const rowsAtOnce = 1_000;
