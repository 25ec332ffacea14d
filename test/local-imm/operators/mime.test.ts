import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Bucket, startBucket } from "../../support/media/bucket.ts";
import { heic } from "../../support/media/heic.ts";
import { zipBomb } from "../../support/media/hostile.ts";
import { jpegWithExif } from "../../support/media/jpeg-with-exif.ts";
import { mp4 } from "../../support/media/mp4.ts";
import { pdf } from "../../support/media/pdf.ts";
import { wav } from "../../support/media/wav.ts";

describe("MIME", () => {
  let bucket: Bucket;
  beforeAll(async () => {
    bucket = await startBucket();
  });
  afterAll(() => bucket[Symbol.asyncDispose]());

  const typeOf = async (key: string, content: Buffer | string, contentType?: string) => {
    await bucket.put(key, content);
    const { fields } = await bucket.read(key, ["MIME"], contentType);
    return [fields.ContentType, fields.MediaType];
  };

  it("goes by the content, whatever the name says", async () => {
    expect(await typeOf("a.txt", await jpegWithExif())).toEqual(["image/jpeg", "image"]);
    expect(await typeOf("b", await heic())).toEqual(["image/heic", "image"]);
    expect(await typeOf("c", await mp4())).toEqual(["video/mp4", "video"]);
    expect(await typeOf("d", wav())).toEqual(["audio/wav", "audio"]);
    expect(await typeOf("e", pdf("Hello"))).toEqual(["application/pdf", "document"]);
    expect(await typeOf("f.docx", zipBomb())).toEqual(["application/zip", "archive"]);
  });

  it("goes by the name where the content doesn't tell", async () => {
    expect(await typeOf("a.csv", "a,b\n1,2\n")).toEqual(["text/csv", "document"]);
    expect(await typeOf("b.JSON", "{}")).toEqual(["application/json", "document"]);
    expect(await typeOf("c.svg", "<svg></svg>")).toEqual(["image/svg+xml", "image"]);
    expect(await typeOf("d.svg", '<?xml version="1.0"?><svg></svg>')).toEqual(["image/svg+xml", "image"]);
    expect(await typeOf("e.jpg", "\0no picture")).toEqual(["image/jpeg", "image"]);
    expect(await typeOf("g.txt", Buffer.from("\uFEFFab", "utf16le"))).toEqual(["text/plain", "document"]);
    const word = Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(600)]);
    expect(await typeOf("f.doc", word)).toEqual(["application/msword", "document"]);
  });

  it("tells text from bytes where neither does", async () => {
    expect(await typeOf("README", "杭州".repeat(2000))).toEqual(["text/plain", "document"]);
    expect(await typeOf("data", Buffer.from([1, 0, 2]))).toEqual(["application/octet-stream", "other"]);
    expect(await typeOf("odd.txt", Buffer.from([1, 0, 2]))).toEqual(["application/octet-stream", "other"]);
    expect(await typeOf("x.constructor", Buffer.from([0xff]))).toEqual(["application/octet-stream", "other"]);
  });

  it("believes the type that a caller gives", async () => {
    expect(await typeOf("a.bin", "text", " Text/Markdown; charset=utf-8")).toEqual([
      "text/markdown",
      "document",
    ]);
  });
});
