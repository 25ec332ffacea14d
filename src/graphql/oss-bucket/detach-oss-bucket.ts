import { toWire } from "../../contract/contract.ts";
import type * as wire from "../../contract/wire.ts";
import { callsAction } from "../schema/action-extensions.ts";
import { builder } from "../schema/builder.ts";
import { requestIdField } from "../schema/payload.ts";
import { ossBucketAttachmentKey, OssBucketAttachmentType } from "./oss-bucket-attachment.ts";

const DetachOssBucketInput = builder.inputType("DetachOssBucketInput", {
  description: "A bucket to detach from its project.",
  fields: (t) => ({
    ossBucket: t.field({
      type: "BucketName",
      required: true,
      description: "Which bucket. Example: `examplebucket`.",
    }),
  }),
});

const DetachOssBucketPayload = builder
  .objectRef<wire.DetachOSSBucketResponseBody & wire.DetachOSSBucketRequest>("DetachOssBucketPayload")
  .implement({
    description: "The bucket that was detached.",
    fields: (t) => ({
      deletedOssBucketAttachmentId: t.globalID({
        description: "The `id` that its attachment had.",
        resolve: (key) => ({ type: OssBucketAttachmentType, id: ossBucketAttachmentKey.innerId(key) }),
      }),
      ...requestIdField(t),
    }),
  });

builder.mutationField("detachOssBucket", (t) =>
  t.field({
    description: "Detaches a bucket from its project. `NOT_FOUND` if it isn't attached to one.",
    type: DetachOssBucketPayload,
    ...callsAction("DetachOSSBucket"),
    args: { input: t.arg({ type: DetachOssBucketInput, required: true, description: "Which bucket." }) },
    async resolve(_root, { input }, { imm, loaders }) {
      loaders.clear();
      const key = toWire("DetachOSSBucket", input);
      return { ...key, ...(await imm.call("DetachOSSBucket", key)) };
    },
  }),
);
