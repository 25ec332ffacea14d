import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Bucket, startBucket } from "../../support/media/bucket.ts";
import {
  absurdMp4,
  absurdWav,
  deepSvg,
  exifLoop,
  exifOfManyTags,
  exifWithArtist,
  hugePng,
  jpegOfExif,
  pdfLoop,
  pdfThatCounts,
  zipBomb,
} from "../../support/media/hostile.ts";
import { hangzhouPhoto, jpegWithExif } from "../../support/media/jpeg-with-exif.ts";
import { mp4 } from "../../support/media/mp4.ts";
import { pdf } from "../../support/media/pdf.ts";
import { wav } from "../../support/media/wav.ts";

const damagedImage = "[InvalidArgument] The image is damaged, or not an image.";

describe("a hostile file", () => {
  let bucket: Bucket;
  const errors: unknown[] = [];
  beforeAll(async () => {
    bucket = await startBucket({ onError: (error) => errors.push(error) });
  });
  afterAll(() => bucket[Symbol.asyncDispose]());

  it.each([
    ["an empty image", "a.jpg", () => Buffer.alloc(0), "[InvalidArgument] The file is empty."],
    ["an empty film", "a.mp4", () => Buffer.alloc(0), "[InvalidArgument] The file is empty."],
    ["a JPEG cut at 200 bytes", "b.jpg", async () => (await hangzhouPhoto()).subarray(0, 200), damagedImage],
    ["bytes without meaning", "c.jpg", () => Buffer.alloc(5000, "\0\x9d\x10\xff"), damagedImage],
    [
      "a film cut in its middle",
      "d.mp4",
      async () => (await mp4()).subarray(0, 1000),
      "[InvalidArgument] The media has no streams.",
    ],
    [
      "a film with a box beyond all bounds",
      "e.mp4",
      absurdMp4,
      "[InvalidArgument] The media has no streams.",
    ],
    [
      "a PDF whose pages contain themselves",
      "f.pdf",
      pdfLoop,
      "[InvalidArgument] The document is damaged, or not a document of its type.",
    ],
    [
      "a PDF cut in its middle",
      "g.pdf",
      () => pdf("Hello").subarray(0, 60),
      "[InvalidArgument] The document is damaged, or not a document of its type.",
    ],
  ])("fails with a reason: %s", async (_what, key, content, reason) => {
    const reading = await bucket.index(key, await content());

    expect(reading.reason).toBe(reason);
    expect(reading.fields).toMatchObject({ Filename: key, ETag: expect.any(String) });
  });

  it.each([
    [
      "a JPEG cut after its head",
      "a.jpg",
      async () => (await jpegWithExif({ width: 640, height: 480 })).subarray(0, 1500),
      { ImageWidth: 640, ImageHeight: 480 },
    ],
    ["900 million pixels", "b.png", () => hugePng(30_000), { ImageWidth: 30_000, ImageHeight: 30_000 }],
    ["10,000 million pixels", "c.png", () => hugePng(100_000), { ImageWidth: 100_000 }],
    [
      "an archive that unpacks to a thousand times its size",
      "d.docx",
      zipBomb,
      { ContentType: "application/zip" },
    ],
    ["a PDF that claims a million pages", "e.pdf", () => pdfThatCounts(1_000_000), { PageCount: 1 }],
    ["a PDF that claims less than none", "g.pdf", () => pdfThatCounts(-5), { PageCount: 0 }],
    ["an SVG of 200,000 elements one in the other", "f.svg", () => deepSvg(200_000), { ImageWidth: 10 }],
    ["a WAV that claims 4 GiB", "g.wav", () => absurdWav(wav()), { Duration: expect.closeTo(1, 2) }],
    ["EXIF that contains itself", "h.jpg", () => jpegOfExif(exifLoop()), { ImageWidth: 64 }],
    ["EXIF of 400 long tags", "i.jpg", () => jpegOfExif(exifOfManyTags()), { ImageWidth: 64 }],
  ])("is read for what it is: %s", async (_what, key, content, fields) => {
    const reading = await bucket.index(key, await content());

    expect(reading.reason).toBeUndefined();
    expect(reading.fields).toMatchObject(fields);
    expect(reading.fields.EXIF?.length ?? 0).toBeLessThan(70_000);
  });

  it("leaves no NUL and no half character in a text", async () => {
    const artist = Buffer.concat([Buffer.from("Jane\0John "), Buffer.from([0xed, 0xa0, 0x80])]);
    const photo = await bucket.index("a.jpg", jpegOfExif(exifWithArtist(artist)));
    const sound = await bucket.index("a.wav", wav({ tags: { INAM: "A\u0000B", IART: `J${"\uD800"}` } }));
    const film = await bucket.index("a.mp4", await mp4({ tags: { title: `${"\uD83D"}A\u0000B` } }));

    for (const { fields } of [photo, sound, film]) {
      const text = JSON.stringify(fields, (_name, value: unknown) =>
        typeof value === "bigint" ? String(value) : value,
      );
      expect(text).not.toContain(String.raw`\u0000`);
      expect(text).not.toMatch(/\\ud[89a-f]/i);
    }
  });

  it("ended no process, of all these", () => {
    expect(errors).toEqual([]);
  });
});
