import type { IAudioMetadata } from "music-metadata";
import type * as wire from "../../../contract/wire.ts";
import type { OpenFile } from "../../media/open-file.ts";
import { channelLayout, codecNames, formatNames } from "./codecs.ts";
import { Unreadable } from "../operator.ts";

// To find how long some files are, all of their frames are read.
const readWhole = 64 * 1024 * 1024;

export async function readAudio(file: OpenFile): Promise<Partial<wire.File>> {
  const { parseBuffer, parseFile } = await import("music-metadata");
  const whole = file.whole();
  const options = { skipCovers: true, duration: file.size <= readWhole };
  const { common, format } = await (whole
    ? parseBuffer(whole, { size: file.size, path: file.key }, options)
    : parseFile(file.path, options));
  const stream = streamOf(format, file.size);
  if (stream === undefined) throw new Unreadable("The media has no streams.", { fields: tagsOf(common) });
  return {
    ...tagsOf(common),
    ...formatNames(containerOf(format)),
    AudioStreams: [stream],
    StreamCount: 1,
    ProgramCount: 0,
    StartTime: 0,
    ...(stream.Duration && {
      Duration: stream.Duration,
      Bitrate: Math.round((file.size * 8) / stream.Duration),
    }),
  };
}

function tagsOf(common: IAudioMetadata["common"]): Partial<wire.File> {
  const tags = {
    Title: common.title,
    Artist: common.artist,
    Album: common.album,
    AlbumArtist: common.albumartist,
    Composer: common.composer?.join(", "),
    Performer: common["performer:instrument"]?.join(", "),
  };
  return Object.fromEntries(
    Object.entries(tags).flatMap(([name, text]) => (text ? [[name, fromUtf8(text)]] : [])),
  );
}

/** Tags of WAV are read as Latin-1, though programs write them in UTF-8. */
function fromUtf8(text: string): string {
  if (/[^\0-\xff]/.test(text)) return text;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.from(text, "latin1"));
  } catch {
    return text;
  }
}

/** A stream of a known rate or duration; a file without one is no audio. */
function streamOf(format: IAudioMetadata["format"], size: number): wire.AudioStream | undefined {
  const { sampleRate, numberOfChannels, duration, bitrate, bitsPerSample } = format;
  if (!sampleRate && !duration) return undefined;
  // A header can tell of more samples than there are bytes.
  const isLie = duration !== undefined && format.container === "WAVE" && bitrate !== undefined;
  const seconds = isLie ? Math.min(duration, (size * 8) / bitrate) : duration;
  return {
    Index: 0,
    ...codecNames(codecOf(format)),
    ...(sampleRate && { SampleRate: sampleRate }),
    ...(numberOfChannels && { Channels: numberOfChannels }),
    ...channelLayout(numberOfChannels),
    ...(seconds && { Duration: seconds }),
    ...(bitrate && { Bitrate: Math.round(bitrate) }),
    ...(format.codec === "PCM" && bitsPerSample && { SampleFormat: sampleFormat(bitsPerSample) }),
    StartTime: 0,
    ...(sampleRate && { TimeBase: `1/${sampleRate}` }),
  };
}

function sampleFormat(bits: number): string {
  return bits === 8 ? "u8" : `s${bits === 24 ? 32 : bits}`;
}

function codecOf({ codec = "", bitsPerSample }: IAudioMetadata["format"]): string | undefined {
  if (codec === "PCM") return bitsPerSample === 8 ? "pcm-u8" : `pcm-s${bitsPerSample ?? 16}`;
  if (/layer 3/i.test(codec)) return "mp3";
  const [known] = /aac|alac|flac|opus|vorbis|ac-?3/.exec(codec.toLowerCase()) ?? [];
  return known?.replace("-", "") ?? (codec.toLowerCase() || undefined);
}

function containerOf({ container = "", tagTypes }: IAudioMetadata["format"]): string | undefined {
  const name = container.toLowerCase();
  if (name === "wave") return "wav";
  if (name === "mpeg") return "mp3";
  if (name.startsWith("adts")) return "adts";
  if (/ebml|matroska|webm/.test(name)) return "matroska";
  if (/^(asf|aiff|flac|ogg)/.test(name)) return /^(asf|aiff|flac|ogg)/.exec(name)![0];
  return tagTypes.includes("iTunes") || /m4a|mp4|isom/i.test(name) ? "mov" : name || undefined;
}
