import { describe, expect, it } from "vitest";
import { objectUri, parseBucketUri, parseOssUri } from "../../../src/local-imm/buckets/oss-uri.ts";

describe("the URI of a file", () => {
  it.each([
    ["oss://photos/a.jpg", "photos", "a.jpg"],
    ["oss://photos/2024/05/a b.jpg", "photos", "2024/05/a b.jpg"],
    ["oss://a-1/...", "a-1", "..."],
    ["oss://photos/.hidden/..a", "photos", ".hidden/..a"],
    ["oss://photos/西湖/日落 (1).jpg", "photos", "西湖/日落 (1).jpg"],
    ["oss://photos/!'()* +%#?&=%2F.jpg", "photos", "!'()* +%#?&=%2F.jpg"],
    ["oss://photos/two\nlines", "photos", "two\nlines"],
    [`oss://${"b".repeat(63)}/${"é".repeat(511)}x`, "b".repeat(63), `${"é".repeat(511)}x`],
  ])("%j is read, and written again", (uri, bucket, key) => {
    expect(parseOssUri(uri)).toEqual({ bucket, key });
    expect(objectUri({ bucket, key })).toBe(uri);
  });

  it.each([
    ...["", "a.jpg", "photos/a.jpg", "oss:/photos/a.jpg", "OSS://photos/a.jpg", "https://photos/a.jpg"],
    ...["oss://photos", "oss://photos/", "oss:///a.jpg", " oss://photos/a.jpg"],
    ...["oss://ab/a", `oss://${"b".repeat(64)}/a`, "oss://-abc/a", "oss://abc-/a", "oss://Photos/a"],
    ...["oss://../a", "oss://a_b/a", "oss://a.b/a", "oss://照片照片/a", "oss://user@photos/a"],
    ...["oss://photos//a", "oss://photos/a//b", "oss://photos/folder/", "oss://photos/./a"],
    ...["oss://photos/..", "oss://photos/../../etc/passwd", "oss://photos/a/..", "oss://photos/a/./b"],
    ...["oss://photos/a\0.jpg", "oss://photos/\0", "oss://photos/..\\..\\a", "oss://photos/\\a"],
    ...["oss://photos/\ud800.jpg", `oss://photos/${"a".repeat(1024)}`, `oss://photos/${"é".repeat(512)}`],
  ])("%j is refused", (uri) => {
    expect(parseOssUri(uri)).toBeUndefined();
  });
});

describe("the URI of a bucket", () => {
  it("is read", () => {
    expect(parseBucketUri("oss://photos-2024")).toBe("photos-2024");
  });

  it.each([
    "",
    "photos",
    "oss://",
    "oss://photos/",
    "oss://photos/a",
    "oss://Photos",
    "oss://..",
    "oss://ph\n",
  ])("is refused: %j", (uri) => {
    expect(parseBucketUri(uri)).toBeUndefined();
  });
});
