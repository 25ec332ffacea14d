import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { File } from "../../src/contract/wire.ts";
import { heic } from "../support/media/heic.ts";
import { hangzhouPhoto } from "../support/media/jpeg-with-exif.ts";
import { mp4 } from "../support/media/mp4.ts";
import { pdf } from "../support/media/pdf.ts";
import { wav } from "../support/media/wav.ts";
import { skipDifferences } from "./differences.ts";
import { endpoints } from "./endpoints.ts";
import type { Service } from "./service.ts";

const DatasetName = "media";

/** A key of as many bytes as OSS allows. */
const longKey = `${"d/".repeat(300)}${"汉".repeat(80)}/${"x".repeat(1023 - 600 - 241 - 4)}.jpg`;

describe.each(endpoints)("files on %s", (endpoint, connect) => {
  skipDifferences(endpoint);
  let service: Service;
  let key: { ProjectName: string; DatasetName: string };
  beforeAll(async () => {
    service = await connect();
    const { ProjectName } = await service.project();
    key = { ProjectName, DatasetName };
    await service.imm.call("CreateDataset", { ...key, TemplateId: "Official:AllFunction" });
  });
  afterAll(() => service[Symbol.asyncDispose]());

  /** The entry of a new file after it was indexed. */
  async function index(name: string, content: Buffer | string): Promise<File> {
    const bucket = service.bucket();
    const URI = `oss://${bucket}/${name}`;
    service.put(bucket, name, content);
    await service.imm.call("IndexFileMeta", { ...key, File: { URI } });
    await service.settled();
    const { Files } = await service.imm.call("GetFileMeta", { ...key, URI });
    await service.imm.call("DeleteFileMeta", { ...key, URI });
    return Files![0]!;
  }

  describe("read from a bucket", () => {
    it("are known by what OSS knows of them", async () => {
      const content = "content";

      const file = await index("folder/a.txt", content);

      expect(file).toMatchObject({
        ...key,
        ...{ ObjectType: "file", ObjectStatus: "Indexed", Filename: "folder/a.txt", Size: 7 },
        ETag: `"${createHash("md5").update(content).digest("hex").toUpperCase()}"`,
        ContentMd5: createHash("md5").update(content).digest("base64"),
        OSSCRC64: expect.stringMatching(/^\d{1,20}$/),
        FileModifiedTime: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?\+08:00$/),
        ...{ OSSObjectType: "Normal", OSSStorageClass: "Standard" },
        ...{ ContentType: "text/plain", MediaType: "document" },
      });
      expect(file.OSSTaggingCount).toBeUndefined();
    });

    it("that are pictures have a size, a place, a time and EXIF data", async () => {
      const file = await index("photo.jpg", await hangzhouPhoto());

      expect(file).toMatchObject({
        ...{ ContentType: "image/jpeg", MediaType: "image", ImageWidth: 64, ImageHeight: 48, Orientation: 6 },
        ...{ LatLong: "30.134390,120.074997", ProduceTime: "2021-06-29T14:50:13.011+08:00" },
      });
      expect(JSON.parse(file.EXIF!)).toMatchObject({ Make: { value: "Canon" }, Model: { value: "EOS 5D" } });
    });

    it("that are HEIC have them too", async () => {
      const file = await index("photo.heic", await heic({ ifd0: { Model: "Phone" } }));

      expect(file).toMatchObject({ ContentType: "image/heic", MediaType: "image", ImageWidth: 64 });
      expect(JSON.parse(file.EXIF!)).toMatchObject({ Model: { value: "Phone" } });
    });

    it("that are films have streams", async () => {
      const file = await index("film.mp4", await mp4({ seconds: 2, width: 64, height: 48 }));

      expect(file).toMatchObject({
        ...{ ContentType: "video/mp4", MediaType: "video", VideoWidth: 64, VideoHeight: 48 },
        Duration: expect.closeTo(2, 0) as number,
        VideoStreams: [{ Width: 64, Height: 48 }],
      });
    });

    it("that are sounds have streams and tags", async () => {
      const file = await index("sound.wav", wav({ seconds: 1, sampleRate: 8000, channels: 2 }));

      expect(file).toMatchObject({
        ...{ MediaType: "audio", Duration: expect.closeTo(1, 1) as number },
        AudioStreams: [{ Channels: 2, SampleRate: 8000 }],
      });
    });

    it("that are documents have a type", async () => {
      const file = await index("paper.pdf", pdf("one page", "and another"));

      expect(file).toMatchObject({ ContentType: "application/pdf", MediaType: "document" });
    });

    it.each([
      "照片/杭州西湖 2024.jpg",
      "it's (a) *test* + 100% #1?!.jpg",
      "ünïcödé 😀.jpg",
      "%2F%25.jpg",
      " leading and trailing .jpg ",
      longKey,
    ])("are named as they are: %s", async (name) => {
      const file = await index(name, await hangzhouPhoto());

      expect(file).toMatchObject({ Filename: name, ObjectStatus: "Indexed", ImageWidth: 64 });
    });

    it("fail alone if they are broken, and say why", async () => {
      const photo = await hangzhouPhoto({ width: 640, height: 480 });

      const file = await index("broken.jpg", photo.subarray(0, 200));

      expect(file).toMatchObject({
        ObjectStatus: "Failed",
        Reason: expect.stringMatching(/^\[InvalidArgument\] ./),
      });
    });
  });
});
