import type * as wire from "../../../contract/wire.ts";
import { builder } from "../../schema/builder.ts";
import { LabelType } from "./label.ts";

export const SceneElementType = builder.objectRef<wire.SceneElement>("SceneElement").implement({
  description: "A scene of a video, as a model sees it.",
  fields: (t) => ({
    timeRange: t.expose("TimeRange", {
      type: ["Long"],
      nullable: true,
      description: 'When it starts and when it ends, in milliseconds. Example: `["0", "1500"]`.',
    }),
    videoStreamIndex: t.expose("VideoStreamIndex", {
      type: "Long",
      nullable: true,
      description: 'The index of its stream in `videoStreams`. Example: `"0"`.',
    }),
    frameTimes: t.expose("FrameTimes", {
      type: ["Long"],
      nullable: true,
      description:
        'When the frames are that match what was searched for, in milliseconds. Example: `["500"]`.',
    }),
    labels: t.expose("Labels", { type: [LabelType], nullable: true, description: "What it shows." }),
  }),
});
