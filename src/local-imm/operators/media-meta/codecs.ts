/** What ffprobe calls a codec or container, which IMM's names are, and at more length. */
type Names = readonly [name: string, longName: string];

const codecs: Readonly<Record<string, Names>> = {
  aac: ["aac", "AAC (Advanced Audio Coding)"],
  ac3: ["ac3", "ATSC A/52A (AC-3)"],
  alac: ["alac", "ALAC (Apple Lossless Audio Codec)"],
  alaw: ["pcm_alaw", "PCM A-law / G.711 A-law"],
  av1: ["av1", "Alliance for Open Media AV1"],
  avc: ["h264", "H.264 / AVC / MPEG-4 AVC / MPEG-4 part 10"],
  dts: ["dts", "DCA (DTS Coherent Acoustics)"],
  eac3: ["eac3", "ATSC A/52B (AC-3, E-AC-3)"],
  flac: ["flac", "FLAC (Free Lossless Audio Codec)"],
  hevc: ["hevc", "H.265 / HEVC (High Efficiency Video Coding)"],
  mp3: ["mp3", "MP3 (MPEG audio layer 3)"],
  opus: ["opus", "Opus (Opus Interactive Audio Codec)"],
  "pcm-s16": ["pcm_s16le", "PCM signed 16-bit little-endian"],
  "pcm-s24": ["pcm_s24le", "PCM signed 24-bit little-endian"],
  "pcm-s32": ["pcm_s32le", "PCM signed 32-bit little-endian"],
  "pcm-u8": ["pcm_u8", "PCM unsigned 8-bit"],
  ulaw: ["pcm_mulaw", "PCM mu-law / G.711 mu-law"],
  vorbis: ["vorbis", "Vorbis"],
  vp8: ["vp8", "On2 VP8"],
  vp9: ["vp9", "Google VP9"],
};

const formats: Readonly<Record<string, Names>> = {
  adts: ["aac", "raw ADTS AAC (Advanced Audio Coding)"],
  aiff: ["aiff", "Audio IFF"],
  asf: ["asf", "ASF (Advanced / Active Streaming Format)"],
  flac: ["flac", "raw FLAC"],
  matroska: ["matroska", "Matroska / WebM"],
  mov: ["mov", "QuickTime / MOV"],
  mp3: ["mp3", "MP2/3 (MPEG audio layer 2/3)"],
  mpegts: ["mpegts", "MPEG-TS (MPEG-2 Transport Stream)"],
  ogg: ["ogg", "Ogg"],
  wav: ["wav", "WAV / WAVE (Waveform Audio)"],
};

export function codecNames(codec: string | undefined): { CodecName?: string; CodecLongName?: string } {
  if (codec === undefined) return {};
  const [CodecName, CodecLongName] = (Object.hasOwn(codecs, codec) && codecs[codec]) || [codec];
  return { CodecName, ...(CodecLongName && { CodecLongName }) };
}

export function formatNames(format: string | undefined): { FormatName?: string; FormatLongName?: string } {
  if (format === undefined) return {};
  const [FormatName, FormatLongName] = (Object.hasOwn(formats, format) && formats[format]) || [format];
  return { FormatName, ...(FormatLongName && { FormatLongName }) };
}

/** The four characters that name a codec in a file, as text and as the number that ffprobe makes of them. */
export function codecTag(id: unknown): { CodecTag?: string; CodecTagString?: string } {
  if (typeof id !== "string" || !/^[\x20-\x7e]{4}$/.test(id)) return {};
  return {
    CodecTag: `0x${Buffer.from(id).readUInt32LE().toString(16).padStart(8, "0")}`,
    CodecTagString: id,
  };
}

export function channelLayout(channels: number | undefined): { ChannelLayout?: string } {
  const layout = { 1: "mono", 2: "stereo", 6: "5.1", 8: "7.1" }[channels ?? 0];
  return layout ? { ChannelLayout: layout } : {};
}
