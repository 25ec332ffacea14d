import { builder } from "../../schema/builder.ts";

export const CustomLabelInput = builder.inputType("CustomLabelInput", {
  description: "What to label a file with: a key and its value.",
  fields: (t) => ({
    key: t.field({
      type: "Text",
      required: true,
      description:
        "The key, not empty. IMM doesn't tell upper from lower case, so keys of one file must differ in more. Example: `MemberName`.",
    }),
    value: t.field({ type: "Text", required: true, description: "The value. Example: `Tim`." }),
  }),
});

export const AddressInput = builder.inputType("AddressInput", {
  description: "A postal address.",
  fields: (t) => ({
    addressLine: t.field({
      type: "Text",
      description: "The whole address. Example: `中国浙江省杭州市余杭区文一西路969号`.",
    }),
    country: t.field({ type: "Text", description: "The country. Example: `中国`." }),
    province: t.field({ type: "Text", description: "The province or state. Example: `浙江省`." }),
    city: t.field({ type: "Text", description: "The city. Example: `杭州市`." }),
    district: t.field({ type: "Text", description: "The district of the city. Example: `余杭区`." }),
    township: t.field({ type: "Text", description: "The street or township. Example: `文一西路`." }),
    language: t.field({
      type: "Text",
      description: "The language that it is written in, by BCP 47. Example: `zh-Hans`.",
    }),
  }),
});

const ClipInput = builder.inputType("ClipInput", {
  description: "A part of a video.",
  fields: (t) => ({
    timeRange: t.field({
      type: ["Long"],
      description: "When it starts and when it ends, in milliseconds. Example: `[0, 1500]`.",
    }),
  }),
});

export const LabelInput = builder.inputType("LabelInput", {
  description: "What a file shows.",
  fields: (t) => ({
    labelName: t.field({ type: "Text", description: "Its name. Example: `椅子`." }),
    labelAlias: t.field({ type: "Text", description: "Another name of it. Example: `座椅`." }),
    labelLevel: t.field({
      type: "Long",
      description: "How deep it is in the hierarchy of labels, 1 to 3. Example: `2`.",
    }),
    parentLabelName: t.field({ type: "Text", description: "The label above it. Example: `家具`." }),
    language: t.field({
      type: "Text",
      description: "The language of its name, by BCP 47. Example: `zh-Hans`.",
    }),
    labelConfidence: t.float({ description: "How sure it is, 0 to 1. Example: `0.95`." }),
    centricScore: t.float({
      description: "How sure it is that the picture is mainly of it, 0 to 1. Example: `0.877`.",
    }),
    clips: t.field({ type: [ClipInput], description: "The parts of a video that show it." }),
  }),
});

export const FigureInput = builder.inputType("FigureInput", {
  description: "A face, and the face cluster to put it into.",
  fields: (t) => ({
    figureId: t.field({
      type: "Text",
      description: "The face's `figureId`. Example: `2cb3c51e-b406-4b0c-af1b-897d88e1****`.",
    }),
    figureClusterId: t.field({
      type: "Text",
      description:
        "The cluster. `figure-cluster-id-independent` takes it out of any until faces are clustered again; `figure-cluster-id-unavailable` says that it hasn't been clustered. Example: `Cluster-dbe72fec-b84c-4ab6-885b-3678e64****`.",
    }),
    figureType: t.field({ type: "Text", description: "What it is: `face`." }),
  }),
});
