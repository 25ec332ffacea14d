import { createHash } from "node:crypto";
import { truncate, utimes } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OpenFile } from "../../../src/local-imm/media/open-file.ts";
import { ossMeta } from "../../../src/local-imm/operators/oss-meta.ts";
import { type Bucket, startBucket } from "../../support/media/bucket.ts";

describe("OSSMeta", () => {
  let bucket: Bucket;
  beforeAll(async () => {
    bucket = await startBucket();
  });
  afterAll(() => bucket[Symbol.asyncDispose]());

  it("tells what OSS tells of an object", async () => {
    await bucket.put("2024/check.txt", "123456789");
    await utimes(join(bucket.root, "2024/check.txt"), 1, 1_624_949_413.5);

    expect(await bucket.read("2024/check.txt", ["OSSMeta"])).toEqual({
      stamp: { size: 9n, mtimeNs: 1_624_949_413_500_000_000n, inode: expect.any(BigInt) },
      fields: {
        Filename: "2024/check.txt",
        Size: 9n,
        ETag: '"25F9E794323B453885F5181F1B624D0B"',
        FileHash: "25f9e794323b453885f5181f1b624d0b",
        ContentMd5: "JfnnlDI7RTiF9RgfG2JNCw==",
        OSSCRC64: "11051210869376104954",
        FileModifiedTime: "2021-06-29T14:50:13.5+08:00",
        OSSObjectType: "Normal",
        OSSStorageClass: "Standard",
        ObjectACL: "default",
      },
    });
  });

  it("hashes a file larger than what is read at once, chunk by chunk, also two of them at the same time", async () => {
    const content = Buffer.alloc(9 * 1024 * 1024 + 3, "large");
    await Promise.all([bucket.put("one", content), bucket.put("other", content.subarray(1))]);

    const [one, other] = await Promise.all(["one", "other"].map((key) => bucket.read(key, ["OSSMeta"])));

    const md5 = (bytes: Buffer) => createHash("md5").update(bytes).digest("hex");
    expect(one!.fields.FileHash).toBe(md5(content));
    expect(other!.fields.FileHash).toBe(md5(content.subarray(1)));
    expect(one!.fields.OSSCRC64).not.toBe(other!.fields.OSSCRC64);
  });

  it.each([10n ** 28n, -(10n ** 28n), 2n ** 63n])(
    "leaves out a time that can't be written, if a file system knows one: %s",
    async (mtimeNs) => {
      const stamp = { size: 1n, mtimeNs, inode: 1n };
      const file = { key: "a", size: 1, stamp, path: "", whole: () => Buffer.from("a") };

      const { fields } = await ossMeta.run({ file: file as unknown as OpenFile, contentType: "" });

      expect(fields).toMatchObject({ Size: 1n, FileHash: createHash("md5").update("a").digest("hex") });
      expect(Object.hasOwn(fields!, "FileModifiedTime")).toBe(mtimeNs === 2n ** 63n);
    },
  );

  it("has hashes of an empty file too", async () => {
    const { fields } = await bucket.index("empty", "");

    expect(fields).toMatchObject({ Size: 0n, ETag: '"D41D8CD98F00B204E9800998ECF8427E"', OSSCRC64: "0" });
  });

  it("doesn't hash what is larger than 5 GiB, and says so", async () => {
    await bucket.put("sparse.mp4", "");
    await truncate(join(bucket.root, "sparse.mp4"), 10 * 1024 ** 3);

    const { fields, reason } = await bucket.read("sparse.mp4");

    expect(reason).toBe("[InvalidArgument] The file is larger than 5 GiB.");
    expect(fields).toMatchObject({ Size: 10_737_418_240n, Filename: "sparse.mp4" });
    expect(fields).not.toHaveProperty("ETag");
  });
});
