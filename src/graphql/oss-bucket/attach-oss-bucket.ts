import { toWire } from "../../contract/contract.ts";
import type * as wire from "../../contract/wire.ts";
import type { Reconciliation } from "../../imm/client.ts";
import { readReferenced } from "../loading/read-by-key.ts";
import { callsAction } from "../schema/action-extensions.ts";
import { builder } from "../schema/builder.ts";
import { createdFields } from "../schema/payload.ts";
import { ossBucketAttachmentCalls, OssBucketAttachmentType } from "./oss-bucket-attachment.ts";

const AttachOssBucketInput = builder.inputType("AttachOssBucketInput", {
  description: "A bucket to attach to a project.",
  fields: (t) => ({
    projectName: t.field({
      type: "ProjectName",
      required: true,
      description: "Which project. Example: `test-project`.",
    }),
    ossBucket: t.field({
      type: "BucketName",
      required: true,
      description: "Which bucket; it must not be attached to a project. Example: `examplebucket`.",
    }),
    description: t.field({
      type: "AttachmentDescription",
      description:
        "What the attachment is for, 0 to 128 characters. Default: empty. Example: `test-attachment`.",
    }),
  }),
});

const AttachOssBucketPayload = builder
  .objectRef<wire.AttachOSSBucketResponseBody & Reconciliation & wire.GetOSSBucketAttachmentRequest>(
    "AttachOssBucketPayload",
  )
  .implement({
    description: "The bucket that was attached.",
    fields: (t) => ({
      ossBucketAttachment: t.field({
        description:
          "The attachment. IMM's response doesn't include it, so it costs one `GetOSSBucketAttachment` unless only its key is selected.",
        type: OssBucketAttachmentType,
        nullable: true,
        ...callsAction("GetOSSBucketAttachment"),
        resolve: ({ OSSBucket }, _args, { loaders }, info) =>
          readReferenced({
            loader: loaders.ossBucketAttachment,
            key: { OSSBucket },
            info,
            calls: ossBucketAttachmentCalls,
          }),
      }),
      ...createdFields(t),
    }),
  });

builder.mutationField("attachOssBucket", (t) =>
  t.field({
    description:
      "Attaches a bucket to a project. `CONFLICT` if it is attached to one already, `NOT_FOUND` if there is no such project, `UPSTREAM_TIMEOUT` if IMM's response was lost and a look-up didn't find the attachment.",
    type: AttachOssBucketPayload,
    ...callsAction("AttachOSSBucket"),
    args: {
      input: t.arg({ type: AttachOssBucketInput, required: true, description: "The bucket to attach." }),
    },
    async resolve(_root, { input }, { imm, loaders }) {
      loaders.clear();
      const params = toWire("AttachOSSBucket", input);
      const reply = await imm.call("AttachOSSBucket", params);
      return { OSSBucket: params.OSSBucket, ...reply };
    },
  }),
);
