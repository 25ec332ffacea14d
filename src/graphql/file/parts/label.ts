import type * as wire from "../../../contract/wire.ts";
import { builder } from "../../schema/builder.ts";

export const ClipType = builder.objectRef<wire.Clip>("Clip").implement({
  description: "A part of a video.",
  fields: (t) => ({
    timeRange: t.expose("TimeRange", {
      type: ["Long"],
      nullable: true,
      description: 'When it starts and when it ends, in milliseconds. Example: `["0", "1500"]`.',
    }),
  }),
});

export const LabelType = builder.objectRef<wire.Label>("Label").implement({
  description: "What a file shows, as a model or the caller that indexed it names it.",
  fields: (t) => ({
    labelName: t.exposeString("LabelName", { nullable: true, description: "Its name. Example: `椅子`." }),
    labelAlias: t.exposeString("LabelAlias", {
      nullable: true,
      description: "Another name of it. Example: `座椅`.",
    }),
    labelLevel: t.expose("LabelLevel", {
      type: "Long",
      nullable: true,
      description: 'How deep it is in the hierarchy of labels, 1 to 3. Example: `"2"`.',
    }),
    parentLabelName: t.exposeString("ParentLabelName", {
      nullable: true,
      description: "The label above it. Example: `家具`.",
    }),
    language: t.exposeString("Language", {
      nullable: true,
      description: "The language of its name, by BCP 47. Example: `zh-Hans`.",
    }),
    labelConfidence: t.exposeFloat("LabelConfidence", {
      nullable: true,
      description: "How sure IMM is of it, 0 to 1. Example: `0.95`.",
    }),
    centricScore: t.exposeFloat("CentricScore", {
      nullable: true,
      description: "How sure it is that the picture is mainly of it, 0 to 1. Example: `0.877`.",
    }),
    clips: t.expose("Clips", {
      type: [ClipType],
      nullable: true,
      description: "The parts of a video that show it.",
    }),
  }),
});
