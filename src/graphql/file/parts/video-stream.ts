import type * as wire from "../../../contract/wire.ts";
import { builder } from "../../schema/builder.ts";
import { streamFields } from "./stream-fields.ts";

export const VideoStreamType = builder.objectRef<wire.VideoStream>("VideoStream").implement({
  description: "A video stream in a media file.",
  fields: (t) => ({
    ...streamFields(t),
    width: t.expose("Width", {
      type: "Long",
      nullable: true,
      description: 'The width of its pictures, in pixels. Example: `"1280"`.',
    }),
    height: t.expose("Height", {
      type: "Long",
      nullable: true,
      description: 'The height of its pictures, in pixels. Example: `"720"`.',
    }),
    rotate: t.exposeString("Rotate", {
      nullable: true,
      description: "By how many degrees to turn its pictures for display. Example: `90`.",
    }),
    frameRate: t.exposeString("FrameRate", {
      nullable: true,
      description: "How many frames a second it has, as a fraction. Example: `25/1`.",
    }),
    averageFrameRate: t.exposeString("AverageFrameRate", {
      nullable: true,
      description: "How many frames a second it has on average, as a fraction. Example: `25/1`.",
    }),
    frameCount: t.expose("FrameCount", {
      type: "Long",
      nullable: true,
      description: 'How many frames it has. Example: `"572"`.',
    }),
    hasBFrames: t.expose("HasBFrames", {
      type: "Long",
      nullable: true,
      description: 'How many B-frames may follow each other; 0 if it has none. Example: `"2"`.',
    }),
    sampleAspectRatio: t.exposeString("SampleAspectRatio", {
      nullable: true,
      description: "The shape of a pixel, width to height. Example: `1:1`.",
    }),
    displayAspectRatio: t.exposeString("DisplayAspectRatio", {
      nullable: true,
      description: "The shape of its pictures, width to height. Example: `16:9`.",
    }),
    pixelFormat: t.exposeString("PixelFormat", {
      nullable: true,
      description: "The format of its pixels. Example: `yuv420p`.",
    }),
    bitDepth: t.expose("BitDepth", {
      type: "Long",
      nullable: true,
      description: 'How many bits each value of a pixel has. Example: `"8"`.',
    }),
    colorSpace: t.exposeString("ColorSpace", {
      nullable: true,
      description: "Its color space. Example: `bt709`.",
    }),
    colorRange: t.exposeString("ColorRange", {
      nullable: true,
      description: "The range of its colors: `tv` for limited, `pc` for full. Example: `tv`.",
    }),
    colorPrimaries: t.exposeString("ColorPrimaries", {
      nullable: true,
      description: "Its color primaries. Example: `bt709`.",
    }),
    colorTransfer: t.exposeString("ColorTransfer", {
      nullable: true,
      description: "Its transfer function. Example: `bt709`.",
    }),
    profile: t.exposeString("Profile", {
      nullable: true,
      description: "The profile of its codec. Example: `High`.",
    }),
    level: t.expose("Level", {
      type: "Long",
      nullable: true,
      description: 'The level of its codec. Example: `"40"`.',
    }),
    timeBase: t.exposeString("TimeBase", {
      nullable: true,
      description: "The unit of its times, in seconds, as a fraction. Example: `1/12800`.",
    }),
    codecTimeBase: t.exposeString("CodecTimeBase", {
      nullable: true,
      description: "The unit of its codec's times, in seconds, as a fraction. Example: `1373627/83160000`.",
    }),
  }),
});
