import type { OssBucketAttachment } from "../loading/loaders.ts";
import { ProjectType } from "../project/project.ts";
import { callsAction } from "../schema/action-extensions.ts";
import { builder } from "../schema/builder.ts";
import { connect, pageArguments } from "../paging/connection.ts";
import { OssBucketAttachmentType } from "./oss-bucket-attachment.ts";

const OssBucketAttachmentConnection = builder.connectionObject(
  {
    type: OssBucketAttachmentType,
    name: "OssBucketAttachmentConnection",
    description: "A page of attached buckets, in the order of their names.",
  },
  {
    name: "OssBucketAttachmentEdge",
    description: "An attached bucket and where it stands in its list.",
  },
);

const size = { max: 200, default: 100 };

builder.objectField(ProjectType, "attachedOssBuckets", (t) =>
  t.field({
    description: "The buckets that are attached to it, in the order of their names.",
    type: OssBucketAttachmentConnection,
    nullable: true,
    ...callsAction("ListAttachedOSSBuckets", size),
    args: pageArguments(size),
    resolve: ({ ProjectName }, page, { imm }, info) =>
      connect<OssBucketAttachment>(page, info, {
        action: "ListAttachedOSSBuckets",
        size,
        keyOf: ({ OSSBucket }) => OSSBucket,
        async list(asked) {
          const reply = await imm.call("ListAttachedOSSBuckets", { ProjectName, ...asked });
          return {
            items: reply.AttachedOSSBuckets?.map((attachment) => ({ ...attachment, ProjectName })),
            nextToken: reply.NextToken,
          };
        },
      }),
  }),
);
