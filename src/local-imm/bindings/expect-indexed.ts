import { setImmediate } from "node:timers/promises";
import { bucketUri } from "../buckets/oss-uri.ts";
import type { StoredBinding } from "../store/bindings.ts";
import type { Store } from "../store/store.ts";
import type { StoreInUse } from "./store-in-use.ts";

/**
 * Makes the first scan of a new binding look for the files of its bucket that its dataset has indexed already, by an
 * earlier binding for example: those that are gone are removed.
 */
export async function expectIndexed(binding: StoredBinding, { store, isClosed }: StoreInUse): Promise<void> {
  for (let after: string | undefined = ""; after !== undefined && !isClosed(); await setImmediate()) {
    after = store.transaction(() => expectSome(binding, after!, store));
  }
}

/** Expects the next files after a key, and returns the last of them; undefined if there are no more. */
function expectSome(
  { BindingId, DatasetId, Bucket }: StoredBinding,
  after: string,
  { bindings, seen }: Store,
): string | undefined {
  // It may be gone by now.
  if (!bindings.findById(BindingId)) return undefined;
  const keys = seen.indexedKeys({ DatasetId, BucketURI: bucketUri(Bucket), After: after });
  for (const key of new Set(keys.flatMap(withFolders))) seen.expect({ BindingId, key });
  return keys.at(-1);
}

/** `a/b/c.jpg` is in `a/` and `a/b/`. */
function withFolders(key: string): string[] {
  return [...[...key.matchAll(/\//g)].map(({ index }) => key.slice(0, index + 1)), key];
}
