import { notFound } from "../../http/fault.ts";
import { readPage } from "../../params/page.ts";
import type { Operation } from "../operation.ts";
import { showAttachment } from "./show-attachment.ts";

export const ListAttachedOSSBuckets: Operation<"ListAttachedOSSBuckets"> = (params, context) => {
  const { store, accountId: OwnerId } = context;
  const ProjectName = params.name("ProjectName");
  const {
    Limit,
    After: [After = ""] = [],
    cut,
  } = readPage(params, context, {
    action: "ListAttachedOSSBuckets",
    owner: [OwnerId, ProjectName],
    encoding: "base64",
    size: { min: 1n, max: 200n, default: 100n },
  });
  if (!store.projects.exists(ProjectName)) throw notFound("Project");
  const found = store.ossBucketAttachments.list({ ProjectName, After, Limit });
  const { shown, ...next } = cut(found, ({ OSSBucket }) => [OSSBucket]);
  const AttachedOSSBuckets = shown.map((attachment) => ({
    OSSBucket: attachment.OSSBucket,
    OwnerId,
    ...showAttachment(attachment),
  }));
  return { AttachedOSSBuckets, ...next };
};
