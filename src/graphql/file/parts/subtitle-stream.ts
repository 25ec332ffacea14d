import type * as wire from "../../../contract/wire.ts";
import { builder } from "../../schema/builder.ts";
import { streamFields } from "./stream-fields.ts";

export const SubtitleStreamType = builder.objectRef<wire.SubtitleStream>("SubtitleStream").implement({
  description: "A subtitle stream in a media file.",
  fields: (t) => ({
    ...streamFields(t),
    content: t.exposeString("Content", {
      nullable: true,
      description: "The text of the subtitles. Example: `欢迎`.",
    }),
    width: t.expose("Width", {
      type: "Long",
      nullable: true,
      description: 'The width of the subtitles, in pixels. Example: `"600"`.',
    }),
    height: t.expose("Height", {
      type: "Long",
      nullable: true,
      description: 'The height of the subtitles, in pixels. Example: `"30"`.',
    }),
  }),
});
