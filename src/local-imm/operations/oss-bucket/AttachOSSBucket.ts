import { alreadyExists, noSuchBucket, notFound } from "../../http/fault.ts";
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
  if (!store.projects.find(attachment.ProjectName)) throw notFound("Project");
  if (store.ossBucketAttachments.find(attachment.OSSBucket)) throw alreadyExists("OSSBucketAttachment");
  const { OSSBucket } = attachment;
  if (buckets.folderOf(OSSBucket) === undefined) throw noSuchBucket(OSSBucket, buckets.adviceFor(OSSBucket));
  store.ossBucketAttachments.insert(attachment);
  return {};
};
