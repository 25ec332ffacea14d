import sharp, { type Sharp } from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { alikeDistance, hammingDistance } from "../../../src/local-imm/operators/image-hash/distance.ts";
import { type Bucket, startBucket } from "../../support/media/bucket.ts";
import { heic } from "../../support/media/heic.ts";
import { hugePng } from "../../support/media/hostile.ts";
import { photo } from "../../support/media/photo.ts";

describe("ExtractImageEmbeddings", () => {
  let bucket: Bucket;
  beforeAll(async () => {
    bucket = await startBucket();
  });
  afterAll(() => bucket[Symbol.asyncDispose]());

  const read = async (content: Buffer, key = "photo.jpg") => {
    await bucket.put(key, content);
    return bucket.read(key, ["ExtractImageEmbeddings"]);
  };
  const hashOf = async (image: Sharp, key?: string) => (await read(await image.toBuffer(), key)).imageHash!;
  const seeds = [1, 2, 3, 4, 5, 6];
  const jpeg = (image: Sharp) => image.jpeg({ quality: 92 });

  it("tells what a picture looks like beside its fields, as 16 hex digits", async () => {
    const reading = await read(await jpeg(photo(1)).toBuffer());

    expect(reading).toEqual({
      stamp: expect.anything(),
      fields: {},
      imageHash: expect.stringMatching(/^[0-9a-f]{16}$/),
    });
  });

  it.each<[string, (image: Sharp) => Sharp]>([
    ["compressed more", (image) => image.jpeg({ quality: 40 })],
    ["half as large", (image) => jpeg(image.resize(160))],
    ["of twice the width", (image) => jpeg(image.resize(640, 240, { fit: "fill" }))],
    ["as WebP", (image) => image.webp()],
    ["as PNG", (image) => image.png()],
    ["as AVIF", (image) => image.avif({ effort: 0 })],
    ["as TIFF", (image) => image.tiff()],
    ["as GIF", (image) => image.gif()],
    ["20 % lighter", (image) => jpeg(image.modulate({ brightness: 1.2 }))],
    ["darker", (image) => jpeg(image.modulate({ brightness: 0.8 }))],
    ["in greys", (image) => jpeg(image.greyscale())],
  ])("makes it alike with the same picture %s", async (_how, change) => {
    for (const seed of seeds) {
      const copy = change(sharp(await jpeg(photo(seed)).toBuffer()));
      const distance = hammingDistance(await hashOf(jpeg(photo(seed))), await hashOf(copy));

      expect(distance, `photo ${seed}`).toBeLessThanOrEqual(alikeDistance);
    }
  });

  it("makes plain drawings alike with their copies too", async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="300"><circle cx="200" cy="150" r="90" fill="red"/></svg>';
    const drawing = await sharp(Buffer.from(svg)).flatten({ background: "white" }).png().toBuffer();
    const copies = [sharp(drawing).jpeg({ quality: 30 }), sharp(drawing).resize(199).webp()];

    for (const copy of copies)
      expect(hammingDistance(await hashOf(sharp(drawing), "a.png"), await hashOf(copy))).toBeLessThanOrEqual(
        4,
      );
  });

  it.each<[string, (image: Sharp) => Sharp]>([
    ["turned", (image) => jpeg(image.rotate(90))],
    ["upside down", (image) => jpeg(image.rotate(180))],
    ["mirrored", (image) => jpeg(image.flop())],
    ["negative", (image) => jpeg(image.negate())],
  ])("makes it no more alike with the same picture %s", async (_how, change) => {
    for (const seed of seeds) {
      const other = change(sharp(await jpeg(photo(seed)).toBuffer()));
      const distance = hammingDistance(await hashOf(jpeg(photo(seed))), await hashOf(other));

      expect(distance, `photo ${seed}`).toBeGreaterThan(alikeDistance);
    }
  });

  it("makes it alike with no other picture", async () => {
    const hashes = await Promise.all(seeds.map((seed) => hashOf(jpeg(photo(seed)), `${seed}.jpg`)));
    const distances = hashes.flatMap((one, index) =>
      hashes.slice(index + 1).map((other) => hammingDistance(one, other)),
    );

    expect(Math.min(...distances)).toBeGreaterThan(alikeDistance);
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])(
    "looks at it as it is looked at, with orientation %i",
    async (orientation) => {
      const stored = await jpeg(photo(1)).withMetadata({ orientation }).toBuffer();
      const upright = await sharp(stored).autoOrient().png().toBuffer();

      const hashes = [(await read(stored)).imageHash!, (await read(upright, "upright.png")).imageHash!];
      expect(hammingDistance(hashes[0]!, hashes[1]!)).toBeLessThanOrEqual(4);
    },
  );

  it("looks at what is transparent as if it were white", async () => {
    const image = photo(1).joinChannel(Buffer.alloc(320 * 240, 255), {
      raw: { width: 320, height: 240, channels: 1 },
    });
    const holes = photo(2).joinChannel(Buffer.alloc(320 * 240, 0), {
      raw: { width: 320, height: 240, channels: 1 },
    });

    expect(
      hammingDistance(await hashOf(image.png(), "a.png"), await hashOf(jpeg(photo(1)))),
    ).toBeLessThanOrEqual(2);
    expect(await read(await holes.png().toBuffer(), "b.png")).not.toHaveProperty("imageHash");
  });

  it.each<[string, string, () => Promise<Buffer> | Buffer]>([
    ["HEIC", "a.heic", () => heic()],
    ["a picture cut in its middle", "a.jpg", async () => (await jpeg(photo(1)).toBuffer()).subarray(0, 3000)],
    ["an empty file", "a.jpg", () => Buffer.alloc(0)],
    ["bytes without meaning", "a.jpg", () => Buffer.alloc(5000, "\0\x9d\x10\xff")],
    ["900 million pixels", "a.png", () => hugePng(30_000)],
    [
      "a picture of one colour",
      "a.jpg",
      () => jpeg(sharp({ create: { width: 99, height: 99, channels: 3, background: "red" } })).toBuffer(),
    ],
    ["SVG", "a.svg", () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0L9 9"/></svg>')],
    ["text", "a.txt", () => Buffer.from("text")],
  ])("has none of %s, which is no failure", async (_what, key, content) => {
    expect(await read(await content(), key)).toEqual({ stamp: expect.anything(), fields: {} });
  });
});

describe("a picture that takes more memory than allowed for its hash", () => {
  it("has none, and its other fields all the same", async () => {
    const errors: unknown[] = [];
    await using bucket = await startBucket({ maxMemoryMb: 300, onError: (error) => errors.push(error) });
    const size = { width: 4400, height: 4400 };
    const image = sharp({ create: { ...size, channels: 3, background: "red" } }).avif({ effort: 0 });
    await bucket.put("large.avif", await image.toBuffer());

    const reading = await bucket.read("large.avif", ["OSSMeta", "MIME", "EXIF", "ExtractImageEmbeddings"]);

    expect(errors.length).toBeGreaterThan(0);
    expect(reading.reason).toBeUndefined();
    expect(reading).not.toHaveProperty("imageHash");
    expect(reading.fields).toMatchObject({ ContentType: "image/avif", ImageWidth: 4400 });
  });
});

describe("the distance of two hashes", () => {
  it.each([
    ["0000000000000000", "0000000000000000", 0],
    ["0000000000000000", "ffffffffffffffff", 64],
    ["8000000000000001", "0000000000000000", 2],
    ["f0f0f0f0f0f0f0f0", "0f0f0f0f0f0f0f0f", 64],
    ["123456789abcdef0", "123456789abcdeff", 4],
  ])("is the number of bits that differ: %s, %s", (one, other, distance) => {
    expect(hammingDistance(one, other)).toBe(distance);
    expect(hammingDistance(other, one)).toBe(distance);
  });
});
