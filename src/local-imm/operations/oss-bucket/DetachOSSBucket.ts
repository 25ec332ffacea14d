import { notFound } from "../../http/fault.ts";
import type { Operation } from "../operation.ts";
import { readBucket } from "./read-bucket.ts";

export const DetachOSSBucket: Operation<"DetachOSSBucket"> = (params, { store }) => {
  const OSSBucket = readBucket(params);
  if (!store.ossBucketAttachments.find(OSSBucket)) throw notFound("OSSBucketAttachment");
  store.ossBucketAttachments.delete(OSSBucket);
  return {};
};
