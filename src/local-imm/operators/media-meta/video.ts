import type { Input, InputAudioTrack, InputTrack, InputVideoTrack, MetadataTags } from "mediabunny";
import type * as wire from "../../../contract/wire.ts";
import type { OpenFile } from "../../media/open-file.ts";
import { channelLayout, codecNames, codecTag, formatNames } from "./codecs.ts";
import { Unreadable } from "../operator.ts";
import { videoPlace } from "./place-and-time.ts";

// What is read of a file: its tables, and as many packets as tell its rates.
const mostBytes = 256 * 1024 * 1024;
const mostReads = 10_000;
const longestTime = 10_000;
const countedPackets = 2000;
const mostTracks = 32;

// Other types are video too, and mediabunny doesn't read them.
const readTypes = /^video\/(mp4|quicktime|x-m4v|3gpp2?|matroska|x-matroska|webm|mp2t)$/;

export async function readVideo(file: OpenFile, contentType: string): Promise<Partial<wire.File>> {
  if (!readTypes.test(contentType)) return {};
  const { ALL_FORMATS, CustomSource, Input } = await import("mediabunny");
  const end = performance.now() + longestTime;
  let bytes = 0;
  let reads = 0;
  const read = async (start: number, stop: number) => {
    bytes += stop - start;
    const isLate = performance.now() > end;
    if (bytes > mostBytes || ++reads > mostReads || isLate)
      throw new Error("Too much of the file would be read.");
    return file.read(start, stop - start);
  };
  const source = new CustomSource({
    getSize: () => file.size,
    read,
    // Of what it keeps, it searches the last bytes of a broken Matroska file for ever.
    maxCacheSize: 0,
    handleUnhandledError: () => {},
  });
  using input = new Input({ formats: ALL_FORMATS, source });
  return await describe(input, file.size);
}

async function describe(input: Input, size: number): Promise<Partial<wire.File>> {
  const format = await input.getFormat();
  const tracks = (await input.getTracks()).slice(0, mostTracks);
  if (tracks.length === 0) throw new Unreadable("The media has no streams.");
  const tags = await input.getMetadataTags();
  const videos = await Promise.all(
    tracks.filter((track) => track.isVideoTrack()).map((track) => videoOf(track, tracks)),
  );
  const audios = await Promise.all(
    tracks.filter((track) => track.isAudioTrack()).map((track) => audioOf(track, tracks)),
  );
  const duration = (await input.getDurationFromMetadata()) ?? (await input.computeDuration());
  const [first] = videos;
  return {
    ...tagsOf(tags),
    ...videoPlace(tags),
    ...formatNames(formatOf(format.name)),
    ...(first && { VideoWidth: first.Width!, VideoHeight: first.Height! }),
    ...(videos.length > 0 && { VideoStreams: videos }),
    ...(audios.length > 0 && { AudioStreams: audios }),
    StreamCount: tracks.length,
    // Only MPEG's transport streams have programs.
    ...(formatOf(format.name) !== "mpegts" && { ProgramCount: 0 }),
    StartTime: inMicroseconds(await input.getFirstTimestamp()),
    ...(duration > 0 && { Duration: inMicroseconds(duration), Bitrate: Math.round((size * 8) / duration) }),
  };
}

/** Seconds to six digits, as ffprobe tells them. */
function inMicroseconds(seconds: number): number {
  return Math.round(seconds * 1_000_000) / 1_000_000;
}

function formatOf(name: string): string {
  if (/mp4|quicktime|mov/i.test(name)) return "mov";
  if (/matroska|webm/i.test(name)) return "matroska";
  return name.toLowerCase().replace(/[^a-z0-9]/g, "");
}

async function streamOf(track: InputTrack, tracks: readonly InputTrack[]) {
  const packets = await track.computePacketStats(countedPackets);
  const isAll = packets.packetCount < countedPackets;
  const language = await track.getLanguageCode();
  const duration =
    (await track.getDurationFromMetadata()) ?? (isAll ? await track.computeDuration() : undefined);
  return {
    packets,
    fields: {
      Index: tracks.indexOf(track),
      ...codecNames((await track.getCodec()) ?? undefined),
      ...codecTag(await track.getInternalCodecId()),
      ...(duration && { Duration: inMicroseconds(duration) }),
      ...(packets.averageBitrate > 0 && { Bitrate: Math.round(packets.averageBitrate) }),
      ...(isAll && { FrameCount: packets.packetCount }),
      StartTime: inMicroseconds(await track.getFirstTimestamp()),
      TimeBase: `1/${await track.getTimeResolution()}`,
      ...(language !== "und" && { Language: language }),
    },
  };
}

async function videoOf(track: InputVideoTrack, tracks: readonly InputTrack[]): Promise<wire.VideoStream> {
  const { packets, fields } = await streamOf(track, tracks);
  const [width, height] = [await track.getCodedWidth(), await track.getCodedHeight()];
  const pixel = await track.getPixelAspectRatio();
  const rotation = await track.getRotation();
  const rate = fraction(packets.averagePacketRate);
  const colour = await track.getColorSpace();
  return {
    ...fields,
    Width: width,
    Height: height,
    ...(rotation !== 0 && { Rotate: String(rotation) }),
    SampleAspectRatio: `${pixel.num}:${pixel.den}`,
    DisplayAspectRatio: ratio(width * pixel.num, height * pixel.den),
    ...(rate && { FrameRate: rate, AverageFrameRate: rate }),
    ...profileOf((await track.getCodecParameterString()) ?? ""),
    ...(colour.primaries && { ColorPrimaries: colour.primaries }),
    ...(colour.transfer && { ColorTransfer: colour.transfer }),
    ...(colour.matrix && { ColorSpace: colour.matrix }),
    ...(typeof colour.fullRange === "boolean" && { ColorRange: colour.fullRange ? "pc" : "tv" }),
  };
}

async function audioOf(track: InputAudioTrack, tracks: readonly InputTrack[]): Promise<wire.AudioStream> {
  const { fields } = await streamOf(track, tracks);
  const channels = await track.getNumberOfChannels();
  return {
    ...fields,
    SampleRate: await track.getSampleRate(),
    Channels: channels,
    ...channelLayout(channels),
  };
}

const profiles: Readonly<Record<string, string>> = {
  "42": "Baseline",
  "4d": "Main",
  "58": "Extended",
  "64": "High",
};

/** H.264 tells its profile and level in its parameters: `avc1.64001f`. */
function profileOf(parameters: string): { Profile?: string; Level?: number } {
  const [, profile, level] = /^avc[13]\.([0-9a-f]{2})[0-9a-f]{2}([0-9a-f]{2})$/i.exec(parameters) ?? [];
  if (profile === undefined || level === undefined) return {};
  const name = profiles[profile.toLowerCase()];
  return { ...(name && { Profile: name }), Level: Number.parseInt(level, 16) };
}

/** Frames a second as a fraction: 25/1, and 30000/1001 for the rates of NTSC. */
function fraction(rate: number): string | undefined {
  if (!(rate > 0)) return undefined;
  const whole = Math.round(rate);
  if (Math.abs(rate - whole) < 0.005) return `${whole}/1`;
  const ntsc = Math.round(rate * 1.001);
  return Math.abs(rate - ntsc / 1.001) < 0.005 ? `${ntsc * 1000}/1001` : `${Math.round(rate * 1000)}/1000`;
}

function ratio(width: number, height: number): string {
  const divisor = greatestCommonDivisor(width, height) || 1;
  return `${width / divisor}:${height / divisor}`;
}

function greatestCommonDivisor(one: number, other: number): number {
  return other === 0 ? one : greatestCommonDivisor(other, one % other);
}

function tagsOf({ title, artist, album, albumArtist, raw = {} }: MetadataTags): Partial<wire.File> {
  const composer = raw["©wrt"] ?? raw.COMPOSER;
  const performer = raw["©prf"] ?? raw.PERFORMER;
  return {
    ...(title && { Title: title }),
    ...(artist && { Artist: artist }),
    ...(album && { Album: album }),
    ...(albumArtist && { AlbumArtist: albumArtist }),
    ...(typeof composer === "string" && { Composer: composer }),
    ...(typeof performer === "string" && { Performer: performer }),
  };
}
