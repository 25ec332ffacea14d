import {
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacket,
  EncodedVideoPacketSource,
  type MetadataTags,
  MkvOutputFormat,
  Mp4OutputFormat,
  Output,
  type OutputFormat,
} from "mediabunny";

export interface Film {
  readonly seconds?: number;
  readonly width?: number;
  readonly height?: number;
  readonly rotation?: 0 | 90 | 180 | 270;
  readonly tags?: MetadataTags;
}

/** An MP4 with an H.264 track of 25 pictures a second and, beside it, an AAC track in English. Its packets hold no picture. */
export const mp4 = (film: Film = {}) => mux(new Mp4OutputFormat(), film);

/** The same in Matroska. */
export const mkv = (film: Film = {}) => mux(new MkvOutputFormat(), film);

async function mux(
  format: OutputFormat,
  { seconds = 1, width = 640, height = 480, rotation = 0, tags }: Film,
): Promise<Buffer> {
  const target = new BufferTarget();
  const output = new Output({ format, target });
  const video = new EncodedVideoPacketSource("avc");
  const audio = new EncodedAudioPacketSource("aac");
  output.addVideoTrack(video, { frameRate: 25, rotation });
  output.addAudioTrack(audio, { languageCode: "eng" });
  if (tags) output.setMetadataTags(tags);
  await output.start();
  for (let index = 0; index < seconds * 25; index++) {
    const packet = new EncodedPacket(picture, index % 25 === 0 ? "key" : "delta", index / 25, 1 / 25);
    await video.add(packet, { decoderConfig: { ...h264, codedWidth: width, codedHeight: height } });
  }
  for (let index = 0; index < (seconds * 44_100) / 1024; index++) {
    const packet = new EncodedPacket(new Uint8Array(20), "key", (index * 1024) / 44_100, 1024 / 44_100);
    await audio.add(packet, { decoderConfig: aac });
  }
  video.close();
  audio.close();
  await output.finalize();
  return Buffer.from(target.buffer!);
}

const picture = Uint8Array.of(0, 0, 0, 2, 0x65, 0x88);

const h264 = {
  codec: "avc1.64001f",
  // A parameter set each, of the profile High at level 3.1.
  description: Uint8Array.from(
    Buffer.from("0164001fffe1000a6764001facd9405005bb01000468ebe3cb".padEnd(50, "0"), "hex"),
  ),
  colorSpace: { primaries: "bt709", transfer: "bt709", matrix: "bt709", fullRange: false },
} as const;

const aac = {
  codec: "mp4a.40.2",
  sampleRate: 44_100,
  numberOfChannels: 2,
  description: Uint8Array.of(0x12, 0x10),
};
