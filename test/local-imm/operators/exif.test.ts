import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Bucket, startBucket } from "../../support/media/bucket.ts";
import { heic } from "../../support/media/heic.ts";
import { exifWithArtist, jpegOfExif } from "../../support/media/hostile.ts";
import { gpsAt, hangzhouPhoto, jpegWithExif } from "../../support/media/jpeg-with-exif.ts";

describe("EXIF", () => {
  let bucket: Bucket;
  beforeAll(async () => {
    bucket = await startBucket();
  });
  afterAll(() => bucket[Symbol.asyncDispose]());

  const read = async (content: Buffer, key = "photo.jpg") => {
    await bucket.put(key, content);
    return (await bucket.read(key, ["EXIF"])).fields;
  };
  const tagsOf = (text: string | undefined): Record<string, { value: string }> => JSON.parse(text ?? "{}");

  it("tells where and when a picture was taken, and its size as stored", async () => {
    const { EXIF, ...fields } = await read(await hangzhouPhoto({ width: 640, height: 480 }));

    expect(fields).toEqual({
      ImageWidth: 640,
      ImageHeight: 480,
      Orientation: 6,
      ProduceTime: "2021-06-29T14:50:13.011+08:00",
      LatLong: "30.134390,120.074997",
    });
    expect(tagsOf(EXIF)).toMatchObject({
      Make: { value: "Canon" },
      Model: { value: "EOS 5D" },
      FNumber: { value: "28/10" },
      DateTimeOriginal: { value: "2021:06:29 14:50:13" },
      GPSLatitude: { value: `30deg 8' 3.804"` },
      GPSLatitudeRef: { value: "North" },
      ImageWidth: { value: "640" },
      ImageHeight: { value: "480" },
      Format: { value: "jpg" },
    });
    expect(Object.keys(tagsOf(EXIF))).toEqual(Object.keys(tagsOf(EXIF)).toSorted());
  });

  it("tells of a picture without EXIF its size alone", async () => {
    const photo = await jpegWithExif({ width: 10, height: 20 });

    expect(await read(photo)).toEqual({
      ImageWidth: 10,
      ImageHeight: 20,
      EXIF: JSON.stringify({
        FileSize: { value: String(photo.length) },
        Format: { value: "jpg" },
        ImageHeight: { value: "20" },
        ImageWidth: { value: "10" },
      }),
    });
  });

  it.each([
    ["north and east", 30.134_389, 120.074_997, "30.134389,120.074997"],
    ["north and west", 37.774_9, -122.419_4, "37.774900,-122.419400"],
    ["south and east", -33.856_8, 151.215_3, "-33.856800,151.215300"],
    ["south and west", -22.951_9, -43.210_5, "-22.951900,-43.210500"],
    ["on the equator", 0, 78.5, "0.000000,78.500000"],
  ])("reads a place in the %s", async (_where, latitude, longitude, text) => {
    expect((await read(await jpegWithExif({ gps: gpsAt(latitude, longitude) }))).LatLong).toBe(text);
  });

  it.each([
    ["is 0, 0, as cameras without a fix write", gpsAt(0, 0)],
    ["is beyond the pole", { ...gpsAt(1, 1), GPSLatitude: "91/1 0/1 0/1" }],
    ["is divided by zero", { ...gpsAt(1, 1), GPSLongitude: "1/0 0/0 0/1" }],
  ])("has no place where it %s", async (_why, gps) => {
    expect(await read(await jpegWithExif({ gps }))).not.toHaveProperty("LatLong");
  });

  it.each([
    ["at the offset that the camera told", { OffsetTimeOriginal: "-05:00" }, "2021-06-29T14:50:13-05:00"],
    ["at +08:00 where it told none", {}, "2021-06-29T14:50:13+08:00"],
    ["at +08:00 where it told what is none", { OffsetTimeOriginal: "+25:00" }, "2021-06-29T14:50:13+08:00"],
    ["with its fraction", { SubSecTimeOriginal: "5" }, "2021-06-29T14:50:13.5+08:00"],
    ["not at all if there is no such day", { DateTimeOriginal: "2021:02:30 14:50:13" }, undefined],
    ["not at all if its clock wasn't set", { DateTimeOriginal: "0000:00:00 00:00:00" }, undefined],
  ])("tells the time %s", async (_how, exif, time) => {
    const photo = await jpegWithExif({ exif: { DateTimeOriginal: "2021:06:29 14:50:13", ...exif } });

    expect((await read(photo)).ProduceTime).toBe(time);
  });

  it("reads HEIC", async () => {
    const photo = await heic({ width: 400, height: 300, gps: gpsAt(30, 120), ifd0: { Make: "Apple" } });
    const { EXIF, ...fields } = await read(photo, "photo.heic");

    expect(fields).toEqual({
      ImageWidth: 400,
      ImageHeight: 300,
      Orientation: 1,
      LatLong: "30.000000,120.000000",
    });
    expect(tagsOf(EXIF)).toMatchObject({ Make: { value: "Apple" }, Format: { value: "heic" } });
  });

  it.each(["png", "webp", "gif", "tiff"] as const)("reads the size of %s", async (format) => {
    const image = sharp({ create: { width: 30, height: 20, channels: 3, background: "red" } });

    expect(await read(await image.toFormat(format).toBuffer(), `a.${format}`)).toMatchObject({
      ImageWidth: 30,
      ImageHeight: 20,
    });
  });

  it("reads the size of BMP and SVG", async () => {
    const bmp = Buffer.alloc(60);
    bmp.write("BM");
    bmp.writeUInt32LE(40, 14);
    bmp.writeInt32LE(7, 18);
    bmp.writeInt32LE(5, 22);
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"></svg>');

    expect(await read(bmp, "a.bmp")).toMatchObject({ ImageWidth: 7, ImageHeight: 5 });
    expect(await read(svg, "a.svg")).toMatchObject({ ImageWidth: 30, ImageHeight: 20 });
  });

  it("reads texts in UTF-8", async () => {
    const { EXIF } = await read(jpegOfExif(exifWithArtist(Buffer.from("王伟"))));

    expect(tagsOf(EXIF).Artist).toEqual({ value: "王伟" });
  });

  it("leaves what isn't an image alone", async () => {
    expect(await read(Buffer.from("text"), "a.txt")).toEqual({});
  });
});
