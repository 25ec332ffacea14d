import { notFound } from "../../http/fault.ts";
import type { Operation } from "../operation.ts";
import { readBucket } from "./read-bucket.ts";
import { showAttachment } from "./show-attachment.ts";

export const GetOSSBucketAttachment: Operation<"GetOSSBucketAttachment"> = (params, { store }) => {
  const attachment = store.ossBucketAttachments.find(readBucket(params));
  if (!attachment) throw notFound("OSSBucketAttachment");
  return showAttachment(attachment);
};
