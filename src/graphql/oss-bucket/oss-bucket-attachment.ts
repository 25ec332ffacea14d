import type { TypeCalls } from "../../contract/calls.ts";
import { toWire } from "../../contract/contract.ts";
import type { OssBucketAttachment } from "../loading/loaders.ts";
import { readByKey, readReferenced } from "../loading/read-by-key.ts";
import { callsAction, readByAction } from "../schema/action-extensions.ts";
import { builder } from "../schema/builder.ts";
import { idDescription } from "../schema/global-id.ts";
import { bucketKey, createKey } from "../schema/key.ts";
import { nodeId } from "../schema/node-ids.ts";
import { readReference } from "../subgraph/reference.ts";

/** An attached bucket in the graph; the list and the mutations have files of their own. */
export const OssBucketAttachmentType = builder.objectRef<OssBucketAttachment>("OssBucketAttachment");

/** It is identified by the bucket, which has one project at most. */
export const ossBucketAttachmentKey = createKey("OssBucketAttachment", { OSSBucket: bucketKey });

/** How attachments are read. */
export const ossBucketAttachmentCalls: TypeCalls = {
  action: "GetOSSBucketAttachment",
  key: ossBucketAttachmentKey.names,
  keyFields: ["__typename", "id", ...ossBucketAttachmentKey.fields],
  details: [],
};

builder.node(OssBucketAttachmentType, {
  ...readByAction(ossBucketAttachmentCalls),
  description: "An OSS bucket that is attached to a project. A bucket has one project at most.",
  id: nodeId({ description: idDescription, resolve: ossBucketAttachmentKey.innerId }),
  loadWithoutCache: (id, { loaders }, info) =>
    readByKey({
      loader: loaders.ossBucketAttachment,
      key: ossBucketAttachmentKey.read(id),
      info,
      calls: ossBucketAttachmentCalls,
    }),
  fields: (t) => ({
    ossBucket: t.exposeID("OSSBucket", { description: "The bucket's name. Example: `examplebucket`." }),
    projectName: t.id({
      description: "The name of the project that it is attached to. Example: `test-project`.",
      // An attachment that is nothing but its key is asked for nothing else.
      resolve: ({ ProjectName }) => ProjectName!,
    }),
    ownerId: t.exposeString("OwnerId", {
      nullable: true,
      description:
        "The number of the account that owns the bucket. IMM returns it in lists only: null if the bucket was read by its name. Example: `1234****`.",
    }),
    description: t.exposeString("Description", {
      nullable: true,
      description: "What the attachment is for, in its owner's words. Example: `test-attachment`.",
    }),
    createTime: t.expose("CreateTime", {
      type: "DateTime",
      nullable: true,
      description: "When it was attached.",
    }),
    updateTime: t.expose("UpdateTime", {
      type: "DateTime",
      nullable: true,
      description: "When the attachment was last changed.",
    }),
  }),
});

builder.asEntity(OssBucketAttachmentType, {
  key: [builder.selection<{ ossBucket: string }>("ossBucket"), builder.selection<{ id: string }>("id")],
  resolveReference: (reference, { loaders }, info) =>
    readReferenced({
      loader: loaders.ossBucketAttachment,
      key: readReference(reference, ossBucketAttachmentKey),
      info,
      calls: ossBucketAttachmentCalls,
    }),
});

builder.queryField("ossBucketAttachment", (t) =>
  t.field({
    description: "The attachment of a bucket to its project, or null if it isn't attached.",
    type: OssBucketAttachmentType,
    nullable: true,
    ...callsAction("GetOSSBucketAttachment"),
    args: {
      ossBucket: t.arg({
        type: "BucketName",
        required: true,
        description: "The bucket's name. Example: `examplebucket`.",
      }),
    },
    resolve: (_root, key, { loaders }, info) =>
      readByKey({
        loader: loaders.ossBucketAttachment,
        key: toWire("GetOSSBucketAttachment", key),
        info,
        calls: ossBucketAttachmentCalls,
      }),
  }),
);
