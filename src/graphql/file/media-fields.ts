import { builder } from "../schema/builder.ts";
import { FileType } from "./file.ts";
import { AudioStreamType } from "./parts/audio-stream.ts";
import { ImageType } from "./parts/image.ts";
import { SceneElementType } from "./parts/scene-element.ts";
import { SubtitleStreamType } from "./parts/subtitle-stream.ts";
import { VideoStreamType } from "./parts/video-stream.ts";

builder.objectFields(FileType, (t) => ({
  formatName: t.exposeString("FormatName", {
    nullable: true,
    description: "The short name of its media format. Example: `mov`.",
  }),
  formatLongName: t.exposeString("FormatLongName", {
    nullable: true,
    description: "The full name of its media format. Example: `QuickTime / MOV`.",
  }),
  duration: t.exposeFloat("Duration", {
    nullable: true,
    description: "How long it is, in seconds. Example: `15.263`.",
  }),
  fileStartTime: t.exposeFloat("StartTime", {
    nullable: true,
    description: "When its first frame starts, in seconds; IMM's `StartTime`. Example: `0`.",
  }),
  bitrate: t.expose("Bitrate", {
    type: "Long",
    nullable: true,
    description: 'Its bit rate, in bit/s. Example: `"13091201"`.',
  }),
  programCount: t.expose("ProgramCount", {
    type: "Long",
    nullable: true,
    description: 'How many programs it contains. Example: `"1"`.',
  }),
  streamCount: t.expose("StreamCount", {
    type: "Long",
    nullable: true,
    description: 'How many streams it contains. Example: `"1"`.',
  }),
  videoWidth: t.expose("VideoWidth", {
    type: "Long",
    nullable: true,
    description: 'The width of the video, in pixels. Example: `"1080"`.',
  }),
  videoHeight: t.expose("VideoHeight", {
    type: "Long",
    nullable: true,
    description: 'The height of the video, in pixels. Example: `"1920"`.',
  }),
  videoStreams: t.expose("VideoStreams", {
    type: [VideoStreamType],
    nullable: true,
    description: "Its video streams.",
  }),
  audioStreams: t.expose("AudioStreams", {
    type: [AudioStreamType],
    nullable: true,
    description: "Its audio streams.",
  }),
  subtitles: t.expose("Subtitles", {
    type: [SubtitleStreamType],
    nullable: true,
    description: "Its subtitle streams.",
  }),
  sceneElements: t.expose("SceneElements", {
    type: [SceneElementType],
    nullable: true,
    description: "The scenes of the video, as a model sees them.",
  }),
  language: t.exposeString("Language", {
    nullable: true,
    description: "Its language, by BCP 47; IMM's example is `eng`.",
  }),
  artist: t.exposeString("Artist", { nullable: true, description: "The artist. Example: `Jane`." }),
  albumArtist: t.exposeString("AlbumArtist", {
    nullable: true,
    description: "The artist of the album. Example: `Jane`.",
  }),
  composer: t.exposeString("Composer", { nullable: true, description: "The composer. Example: `Jane`." }),
  performer: t.exposeString("Performer", { nullable: true, description: "The performer. Example: `Jane`." }),
  album: t.exposeString("Album", { nullable: true, description: "The album. Example: `FirstAlbum`." }),
  audioCovers: t.expose("AudioCovers", {
    type: [ImageType],
    nullable: true,
    description: "The covers of the recording.",
  }),
}));
