import type * as wire from "../../../contract/wire.ts";
import { builder } from "../../schema/builder.ts";

export const ImageInsightType = builder.objectRef<wire.ImageInsight>("ImageInsight").implement({
  description: "What a model says of a picture. IMM does not support it.",
  fields: (t) => ({
    caption: t.exposeString("Caption", {
      nullable: true,
      description: "A caption. IMM does not support it.",
    }),
    description: t.exposeString("Description", {
      nullable: true,
      description: "A description. IMM does not support it.",
    }),
  }),
});

export const VideoInsightType = builder.objectRef<wire.VideoInsight>("VideoInsight").implement({
  description: "What a model says of a video. IMM does not support it.",
  fields: (t) => ({
    caption: t.exposeString("Caption", {
      nullable: true,
      description: "A caption. IMM does not support it.",
    }),
    description: t.exposeString("Description", {
      nullable: true,
      description: "A description. IMM does not support it.",
    }),
  }),
});

export const InsightsType = builder.objectRef<wire.Insights>("Insights").implement({
  description: "What a model says of a file. IMM does not support it.",
  fields: (t) => ({
    image: t.expose("Image", {
      type: ImageInsightType,
      nullable: true,
      description: "Of a picture. IMM does not support it.",
    }),
    video: t.expose("Video", {
      type: VideoInsightType,
      nullable: true,
      description: "Of a video. IMM does not support it.",
    }),
  }),
});
