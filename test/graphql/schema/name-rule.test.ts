import { describe, expect, it } from "vitest";
import { isBucketName, isBucketUri, isFileUri } from "../../../src/graphql/schema/name-rule.ts";

describe("the name of a bucket", () => {
  it.each(["abc", "a-b", "1photos", "examplebucket", "a".repeat(63)])("may be %s", (name) => {
    expect(isBucketName(name)).toBe(true);
  });

  it.each(["", "ab", "a".repeat(64), "-ab", "ab-", "Photos", "a_b", "a.b", "..", "a/b", "ab\n", "相册相册"])(
    "may not be %j",
    (name) => {
      expect(isBucketName(name)).toBe(false);
    },
  );
});

describe("the URI of a file", () => {
  it.each([
    "oss://examplebucket/a.jpg",
    "oss://examplebucket/2024/相册/a b!'()*+%#?.jpg",
    "oss://examplebucket//a",
    "oss://examplebucket/a\nb",
    `oss://examplebucket/${"a".repeat(1023)}`,
    `oss://examplebucket/${"界".repeat(341)}`,
    "pds://domains/D/drives/R/files/F/revisions/V",
  ])("may be %j", (uri) => {
    expect(isFileUri(uri)).toBe(true);
  });

  it.each([
    "",
    "oss://",
    "oss:///a",
    "oss://ab/a",
    "oss://examplebucket",
    "oss://examplebucket/",
    "oss://examplebucket?a",
    "OSS://examplebucket/a",
    " oss://examplebucket/a",
    "http://examplebucket/a",
    "oss://examplebucket/a\0",
    "oss://examplebucket/\ud800",
    `oss://examplebucket/${"a".repeat(1024)}`,
    `oss://examplebucket/${"界".repeat(342)}`,
    "pds://",
    `pds://${"a".repeat(1024)}`,
  ])("may not be %j", (uri) => {
    expect(isFileUri(uri)).toBe(false);
  });
});

describe("the URI of a bucket", () => {
  it("is its scheme and its name alone", () => {
    expect(isBucketUri("oss://examplebucket")).toBe(true);
    const wrong = [
      "",
      "oss://",
      "oss://ab",
      "oss://examplebucket/",
      "oss://examplebucket/a",
      "OSS://examplebucket",
    ];
    expect(wrong.filter(isBucketUri)).toEqual([]);
  });
});
