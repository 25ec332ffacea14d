import { alreadyExists, notFound } from "../../http/fault.ts";
import { checkBucket } from "../check-bucket.ts";
import type { Operation } from "../operation.ts";
import { readBucket } from "./read-bucket.ts";

export const AttachOSSBucket: Operation<"AttachOSSBucket"> = (params, { store, now, buckets }) => {
  const time = now();
  const attachment = {
    ProjectName: params.name("ProjectName"),
    OSSBucket: readBucket(params),
    Description: params.text("Description", 128) ?? "",
    CreateTime: time,
    UpdateTime: time,
  };
  if (!store.projects.exists(attachment.ProjectName)) throw notFound("Project");
  if (store.ossBucketAttachments.find(attachment.OSSBucket)) throw alreadyExists("OSSBucketAttachment");
  checkBucket(attachment.OSSBucket, buckets);
  store.ossBucketAttachments.insert(attachment);
  return {};
};
