import type { FieldRef } from "@pothos/core";
import type * as wire from "../../../contract/wire.ts";
import type { builder } from "../../schema/builder.ts";

type Types = (typeof builder)["$inferSchemaTypes"];

type Field =
  | "bitrate"
  | "codecLongName"
  | "codecName"
  | "codecTag"
  | "codecTagString"
  | "duration"
  | "index"
  | "language"
  | "streamStartTime";

/** What every stream of a media file has. */
export function streamFields(
  t: PothosSchemaTypes.ObjectFieldBuilder<Types, wire.AudioStream | wire.SubtitleStream | wire.VideoStream>,
): Record<Field, FieldRef<Types>> {
  return {
    index: t.expose("Index", {
      type: "Long",
      nullable: true,
      description: 'Its index in the file, from 0. Example: `"1"`.',
    }),
    language: t.exposeString("Language", {
      nullable: true,
      description: "Its language, by BCP 47. Example: `en`.",
    }),
    codecName: t.exposeString("CodecName", {
      nullable: true,
      description: "The short name of its codec. Examples: `aac`, `h264`, `mov_text`.",
    }),
    codecLongName: t.exposeString("CodecLongName", {
      nullable: true,
      description:
        "The full name of its codec. Examples: `AAC (Advanced Audio Coding)`, `H.264 / AVC / MPEG-4 AVC / MPEG-4 part 10`.",
    }),
    codecTag: t.exposeString("CodecTag", {
      nullable: true,
      description: "The tag of its codec, in hexadecimal digits. Example: `0x6134706d`.",
    }),
    codecTagString: t.exposeString("CodecTagString", {
      nullable: true,
      description: "The tag of its codec as text. Examples: `mp4a`, `avc1`, `tx3g`.",
    }),
    streamStartTime: t.exposeFloat("StartTime", {
      nullable: true,
      description:
        "When it starts, in seconds from the start of the file; IMM's `StartTime`. Example: `0.0235`.",
    }),
    duration: t.exposeFloat("Duration", {
      nullable: true,
      description: "How long it is, in seconds. Example: `3.690667`.",
    }),
    bitrate: t.expose("Bitrate", {
      type: "Long",
      nullable: true,
      description: 'Its bit rate, in bit/s. Example: `"320087"`.',
    }),
  };
}
