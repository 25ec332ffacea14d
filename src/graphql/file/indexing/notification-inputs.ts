import type { InputFieldBuilder } from "@pothos/core";
import { builder } from "../../schema/builder.ts";

const MnsInput = builder.inputType("MnsInput", {
  description: "A topic of Message Service (MNS) in the project's region.",
  fields: (t) => ({
    topicName: t.field({ type: "Text", required: true, description: "Its name. Example: `topic1`." }),
  }),
});

const RocketMqInput = builder.inputType("RocketMqInput", {
  description: "A topic of RocketMQ in the project's region.",
  fields: (t) => ({
    instanceId: t.field({
      type: "Text",
      required: true,
      description: "The instance that it is in. Example: `MQ_INST_11111111111_BYcNy2Nc`.",
    }),
    topicName: t.field({ type: "Text", required: true, description: "Its name. Example: `topic1`." }),
  }),
});

const NotificationInput = builder.inputType("NotificationInput", {
  description: "How IMM reports that it is done. EventBridge, if it is on, gets an event in any case.",
  fields: (t) => ({
    mns: t.field({ type: MnsInput, description: "A topic of MNS to write to. Default: none." }),
    rocketMq: t.field({
      type: RocketMqInput,
      description: "A topic of RocketMQ to write to. Default: none.",
    }),
    extendedMessageUri: t.field({
      type: "FileUri",
      description:
        "An object in OSS to write all details to, beside a message. Default: none. Example: `oss://test-bucket/test-object.json`.",
    }),
  }),
});

/** What IMM reports, and to whom, as inputs of what it does later. */
export function notificationInputs(
  t: InputFieldBuilder<(typeof builder)["$inferSchemaTypes"], "InputObject">,
  { userData }: { userData: string },
) {
  return {
    notification: t.field({
      type: NotificationInput,
      description: "How IMM reports that it is done. Default: only to EventBridge, if it is on.",
    }),
    userData: t.field({ type: "UserData", description: userData }),
  };
}
