import type { Buckets } from "../buckets/buckets.ts";
import { noSuchBucket } from "../http/fault.ts";

/** Refuses a bucket that has no folder. */
export function checkBucket(bucket: string, buckets: Buckets): void {
  if (buckets.folderOf(bucket) === undefined) throw noSuchBucket(bucket, buckets.adviceFor(bucket));
}
