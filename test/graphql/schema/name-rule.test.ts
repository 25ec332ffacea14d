import { describe, expect, it } from "vitest";
import {
  bucketUriProblem,
  fileUriProblem,
  isBucketName,
  isBucketUri,
  isFileUri,
} from "../../../src/graphql/schema/name-rule.ts";

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
    "pds://x",
    "pds://x/drives/R/files/F/revisions/V",
    "pds://domains/",
    `pds://domains/${"a".repeat(1024)}`,
  ])("may not be %j", (uri) => {
    expect(isFileUri(uri)).toBe(false);
  });

  it.each([
    ["oss://Photos/a.jpg", "The name of a bucket is 3 to 63 characters long"],
    [`oss://photos/${"a".repeat(1024)}`, "The object's key is longer than 1023 bytes"],
    [`oss://photos/${"界".repeat(342)}`, "The object's key is longer than 1023 bytes"],
    [`pds://domains/${"a".repeat(1024)}`, "The URI is longer than 1024 characters"],
    ["oss://photos", "a slash and the object's key"],
    ["https://photos/a.jpg", "The URI of a file is oss://"],
    ["oss://photos/a\0", "A NUL is not allowed"],
  ])("is refused by what is wrong with it: %j", (uri, problem) => {
    expect(fileUriProblem(uri)).toContain(problem);
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

  it.each([
    ["oss://My_Pictures", "The name of a bucket is 3 to 63 characters long"],
    ["oss://nc", "The name of a bucket is 3 to 63 characters long"],
    ["oss://photos/", "with nothing behind it"],
    ["photos", "The URI of a bucket is oss://"],
  ])("is refused by what is wrong with it: %j", (uri, problem) => {
    expect(bucketUriProblem(uri)).toContain(problem);
  });
});
