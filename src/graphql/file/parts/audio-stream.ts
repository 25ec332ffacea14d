import type * as wire from "../../../contract/wire.ts";
import { builder } from "../../schema/builder.ts";
import { streamFields } from "./stream-fields.ts";

export const AudioStreamType = builder.objectRef<wire.AudioStream>("AudioStream").implement({
  description: "A stream of sound in a media file.",
  fields: (t) => ({
    ...streamFields(t),
    channels: t.expose("Channels", {
      type: "Long",
      nullable: true,
      description: 'How many channels it has. Example: `"2"`.',
    }),
    channelLayout: t.exposeString("ChannelLayout", {
      nullable: true,
      description: "How its channels are laid out. Example: `stereo`.",
    }),
    sampleRate: t.expose("SampleRate", {
      type: "Long",
      nullable: true,
      description: 'Its sampling rate, in Hz. Example: `"48000"`.',
    }),
    sampleFormat: t.exposeString("SampleFormat", {
      nullable: true,
      description: "The format of its samples. Example: `fltp`.",
    }),
    frameCount: t.expose("FrameCount", {
      type: "Long",
      nullable: true,
      description: 'How many frames it has. Example: `"173"`.',
    }),
    timeBase: t.exposeString("TimeBase", {
      nullable: true,
      description: "The unit of its times, in seconds, as a fraction. Example: `1/48000`.",
    }),
    codecTimeBase: t.exposeString("CodecTimeBase", {
      nullable: true,
      description: "The unit of its codec's times, in seconds, as a fraction. Example: `1/44100`.",
    }),
    lyric: t.exposeString("Lyric", { nullable: true, description: "The lyrics. Example: `test`." }),
  }),
});
