import { setImmediate } from "node:timers/promises";
import { bucketUri, parseOssUri } from "../buckets/oss-uri.ts";
import type { StoredBinding } from "../store/bindings.ts";
import type { Store } from "../store/store.ts";
import type { StoreInUse } from "./store-in-use.ts";

/**
 * Makes the first scan of a new binding look for the files of its bucket that its dataset has already, by an
 * earlier binding for example: those that are gone are removed.
 */
export async function expectIndexed(binding: StoredBinding, { store, isClosed }: StoreInUse): Promise<void> {
  for (let after: string | undefined = ""; after !== undefined && !isClosed(); await setImmediate()) {
    after = store.transaction(() => expectSome(binding, after!, store));
  }
}

/** Expects the next files after one, and returns the last of them; undefined if there are no more. */
function expectSome(
  { BindingId, DatasetId, Bucket }: StoredBinding,
  after: string,
  { bindings, files, seen }: Store,
): string | undefined {
  // It may be gone by now.
  if (!bindings.findById(BindingId)) return undefined;
  const uris = files.ofBucket({ DatasetId, BucketURI: bucketUri(Bucket), After: after });
  for (const uri of uris) {
    const name = parseOssUri(uri);
    if (name) seen.expect({ BindingId, key: name.key });
  }
  return uris.at(-1);
}
