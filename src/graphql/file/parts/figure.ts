import type * as wire from "../../../contract/wire.ts";
import { builder } from "../../schema/builder.ts";
import { BoundaryType } from "./boundary.ts";

export const HeadPoseType = builder.objectRef<wire.HeadPose>("HeadPose").implement({
  description: "How a head is held, by three angles of -180 to 180 degrees.",
  fields: (t) => ({
    pitch: t.exposeFloat("Pitch", {
      nullable: true,
      description:
        "How far it looks up or down, in degrees; reliable from -30 to 30. Example: `18.385589599609375`.",
    }),
    roll: t.exposeFloat("Roll", {
      nullable: true,
      description:
        "How far it leans to a side, in degrees; reliable from -45 to 45. Example: `4.204030513763428`.",
    }),
    yaw: t.exposeFloat("Yaw", {
      nullable: true,
      description:
        "How far it looks to the left or the right, in degrees; reliable from -80 to 80. Example: `2.4945924282073975`.",
    }),
  }),
});

export const FigureType = builder.objectRef<wire.Figure>("Figure").implement({
  description: "A person, or rather a face, in a picture, as a model sees it.",
  fields: (t) => ({
    figureId: t.exposeString("FigureId", {
      nullable: true,
      description: "Its ID. Example: `868a9e74-cde5-4c7a-9013-28bb984****`.",
    }),
    figureType: t.exposeString("FigureType", { nullable: true, description: "What it is. Example: `face`." }),
    figureConfidence: t.exposeFloat("FigureConfidence", {
      nullable: true,
      description: "How sure IMM is of there being one, 0 to 1. Example: `1`.",
    }),
    figureClusterId: t.exposeString("FigureClusterId", {
      nullable: true,
      description:
        "The face cluster that it is in. `figure-cluster-id-independent`: it fits none so far; `figure-cluster-id-unavailable`: faces have not been clustered since it came. Example: `Cluster-dbe72fec-b84c-4ab6-885b-3678e64****`.",
    }),
    figureClusterConfidence: t.exposeFloat("FigureClusterConfidence", {
      nullable: true,
      description: "How sure IMM is of the cluster, 0 to 1. Example: `1`.",
    }),
    boundary: t.expose("Boundary", {
      type: BoundaryType,
      nullable: true,
      description: "Where it is in the picture.",
    }),
    headPose: t.expose("HeadPose", {
      type: HeadPoseType,
      nullable: true,
      description: "How the head is held.",
    }),
    faceQuality: t.exposeFloat("FaceQuality", {
      nullable: true,
      description: "How fit the face is for recognition, 0 to 1. Example: `0.960875928401947`.",
    }),
    sharpness: t.exposeFloat("Sharpness", {
      nullable: true,
      description: "How sharp the face is, 0 to 1. Example: `0.7`.",
    }),
    attractive: t.exposeFloat("Attractive", {
      nullable: true,
      description: "The model's score of how attractive the face is, 0 to 1. Example: `0.96`.",
    }),
    age: t.expose("Age", {
      type: "Long",
      nullable: true,
      description: 'The age, in years. Example: `"29"`.',
    }),
    ageSd: t.exposeFloat("AgeSD", {
      nullable: true,
      description: "The standard deviation of the age, in years. Example: `5`.",
    }),
    gender: t.exposeString("Gender", { nullable: true, description: "The gender. Example: `female`." }),
    genderConfidence: t.exposeFloat("GenderConfidence", {
      nullable: true,
      description: "How sure IMM is of the gender, 0 to 1. Example: `1`.",
    }),
    emotion: t.exposeString("Emotion", { nullable: true, description: "The emotion. Example: `happiness`." }),
    emotionConfidence: t.exposeFloat("EmotionConfidence", {
      nullable: true,
      description: "How sure IMM is of the emotion, 0 to 1. Example: `0.707845687866210`.",
    }),
    mouth: t.exposeString("Mouth", {
      nullable: true,
      description: "Whether the mouth is open. Example: `close`.",
    }),
    mouthConfidence: t.exposeFloat("MouthConfidence", {
      nullable: true,
      description: "How sure IMM is of `mouth`, 0 to 1. Example: `1`.",
    }),
    beard: t.exposeString("Beard", {
      nullable: true,
      description: "Whether there is a beard. Example: `none`.",
    }),
    beardConfidence: t.exposeFloat("BeardConfidence", {
      nullable: true,
      description: "How sure IMM is of `beard`, 0 to 1. Example: `1`.",
    }),
    glasses: t.exposeString("Glasses", {
      nullable: true,
      description: "Whether glasses are worn. Example: `none`.",
    }),
    glassesConfidence: t.exposeFloat("GlassesConfidence", {
      nullable: true,
      description: "How sure IMM is of `glasses`, 0 to 1. Example: `0.8`.",
    }),
    hat: t.exposeString("Hat", { nullable: true, description: "Whether a hat is worn. Example: `none`." }),
    hatConfidence: t.exposeFloat("HatConfidence", {
      nullable: true,
      description: "How sure IMM is of `hat`, 0 to 1. Example: `1`.",
    }),
    mask: t.exposeString("Mask", { nullable: true, description: "Whether a mask is worn. Example: `none`." }),
    maskConfidence: t.exposeFloat("MaskConfidence", {
      nullable: true,
      description: "How sure IMM is of `mask`, 0 to 1. Example: `1`.",
    }),
  }),
});
