import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Bucket, startBucket } from "../../support/media/bucket.ts";
import { mkv, mp4 } from "../../support/media/mp4.ts";
import { wav } from "../../support/media/wav.ts";

describe("MediaMeta", () => {
  let bucket: Bucket;
  beforeAll(async () => {
    bucket = await startBucket();
  });
  afterAll(() => bucket[Symbol.asyncDispose]());

  const read = async (key: string, content: Buffer) => {
    await bucket.put(key, content);
    return bucket.read(key, ["MediaMeta"]);
  };

  it("tells of a video its streams, duration and tags", async () => {
    const film = await mp4({
      seconds: 2,
      width: 640,
      height: 360,
      rotation: 90,
      tags: { title: "西湖", artist: "Jane", album: "Lakes", albumArtist: "John", raw: { "©wrt": "Ann" } },
    });

    expect((await read("film.mp4", film)).fields).toEqual({
      Title: "西湖",
      Artist: "Jane",
      Album: "Lakes",
      AlbumArtist: "John",
      Composer: "Ann",
      FormatName: "mov",
      FormatLongName: "QuickTime / MOV",
      Duration: 2.020136,
      Bitrate: Math.round((film.length * 8) / 2.020136),
      StartTime: 0,
      StreamCount: 2,
      ProgramCount: 0,
      VideoWidth: 640,
      VideoHeight: 360,
      VideoStreams: [
        {
          Index: 0,
          CodecName: "h264",
          CodecLongName: "H.264 / AVC / MPEG-4 AVC / MPEG-4 part 10",
          CodecTag: "0x31637661",
          CodecTagString: "avc1",
          Profile: "High",
          Level: 31,
          Width: 640,
          Height: 360,
          Rotate: "90",
          SampleAspectRatio: "1:1",
          DisplayAspectRatio: "16:9",
          FrameRate: "25/1",
          AverageFrameRate: "25/1",
          FrameCount: 50,
          Duration: 2,
          StartTime: 0,
          TimeBase: "1/25",
          Bitrate: 1200,
          ColorPrimaries: "bt709",
          ColorTransfer: "bt709",
          ColorSpace: "bt709",
          ColorRange: "tv",
        },
      ],
      AudioStreams: [
        {
          Index: 1,
          CodecName: "aac",
          CodecLongName: "AAC (Advanced Audio Coding)",
          CodecTag: "0x6134706d",
          CodecTagString: "mp4a",
          SampleRate: 44_100,
          Channels: 2,
          ChannelLayout: "stereo",
          FrameCount: 87,
          Duration: 2.020136,
          StartTime: 0,
          TimeBase: "1/44100",
          Bitrate: 6891,
          Language: "eng",
        },
      ],
    });
  });

  it("reads Matroska", async () => {
    expect((await read("film.mkv", await mkv({ tags: { title: "West Lake" } }))).fields).toMatchObject({
      Title: "West Lake",
      FormatName: "matroska",
      VideoWidth: 640,
      VideoHeight: 480,
      StreamCount: 2,
    });
  });

  it("tells where a phone took a video", async () => {
    const film = await mp4({ tags: { raw: { "©xyz": "+30.1344+120.0750/" } } });

    expect((await read("phone.mp4", film)).fields).toMatchObject({ LatLong: "30.134400,120.075000" });
  });

  it("tells of a sound its stream, duration and tags", async () => {
    const sound = wav({
      seconds: 3,
      sampleRate: 44_100,
      channels: 2,
      tags: { INAM: "标题", IART: "Jane", IPRD: "Album" },
    });

    expect((await read("sound.wav", sound)).fields).toEqual({
      Title: "标题",
      Artist: "Jane",
      Album: "Album",
      FormatName: "wav",
      FormatLongName: "WAV / WAVE (Waveform Audio)",
      Duration: 3,
      Bitrate: Math.round((sound.length * 8) / 3),
      StartTime: 0,
      StreamCount: 1,
      ProgramCount: 0,
      AudioStreams: [
        {
          Index: 0,
          CodecName: "pcm_s16le",
          CodecLongName: "PCM signed 16-bit little-endian",
          SampleFormat: "s16",
          SampleRate: 44_100,
          Channels: 2,
          ChannelLayout: "stereo",
          Duration: 3,
          Bitrate: 1_411_200,
          StartTime: 0,
          TimeBase: "1/44100",
        },
      ],
    });
  });

  it("says of what ends in its middle that it is damaged", async () => {
    const { fields, reason } = await read("cut.mp4", (await mp4()).subarray(0, 100));

    expect(fields).toEqual({});
    expect(reason).toBe("[InvalidArgument] The media has no streams.");
  });

  it("leaves out what it can't read, such as AVI", async () => {
    const avi = Buffer.from(`RIFF\x10\0\0\0AVI LIST${"\0".repeat(20)}`);

    expect(await read("film.avi", avi)).toEqual({ stamp: expect.anything(), fields: {} });
  });
});
