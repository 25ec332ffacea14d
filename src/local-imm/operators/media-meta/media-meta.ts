import { readAudio } from "./audio.ts";
import { type Operator, Unreadable } from "../operator.ts";
import { readVideo } from "./video.ts";

/** The streams, duration and tags of audio and video. */
export const mediaMeta: Operator = {
  name: "MediaMeta",
  failure: "The media is damaged, or not of its type.",
  appliesTo: (contentType) => /^(audio|video)\//.test(contentType),
  run: async ({ file, contentType }) => {
    if (file.size === 0) throw new Unreadable("The file is empty.");
    return {
      fields: await (contentType.startsWith("video/") ? readVideo(file, contentType) : readAudio(file)),
    };
  },
};
