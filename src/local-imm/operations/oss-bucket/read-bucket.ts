import type { Params } from "../../params/params.ts";
import { bucketName } from "../../params/schemas/bucket.ts";

/** The parameter OSSBucket, which the contract requires. */
export function readBucket(params: Params): string {
  return params.read("OSSBucket", bucketName)!;
}
