import { describe, expect, it } from "vitest";
import { contract, toWire } from "../../src/contract/contract.ts";
import { enumName, graphName } from "../../src/contract/names.ts";

describe("names in the graph", () => {
  it.each([
    ["DatasetName", "datasetName"],
    ["DatasetMaxFileCount", "datasetMaxFileCount"],
    ["SourceURI", "sourceUri"],
    ["OSSURI", "ossUri"],
    ["URI", "uri"],
    ["URIs", "uris"],
    ["OSSTaggingCount", "ossTaggingCount"],
    ["OSSCRC64", "ossCrc64"],
    ["AttachedOSSBuckets", "attachedOssBuckets"],
    ["ObjectACL", "objectAcl"],
    ["ETag", "eTag"],
    ["ContentMd5", "contentMd5"],
    ["HasBFrames", "hasBFrames"],
    ["EXIF", "exif"],
    ["MNS", "mns"],
  ])("%s is %s", (wireName, name) => {
    expect(graphName(wireName)).toBe(name);
  });

  it.each([
    ["CreateDataset", "CREATE_DATASET"],
    ["GetOSSBucketAttachment", "GET_OSS_BUCKET_ATTACHMENT"],
    ["ListAttachedOSSBuckets", "LIST_ATTACHED_OSS_BUCKETS"],
  ])("%s is %s in an enum", (wireName, name) => {
    expect(enumName(wireName)).toBe(name);
  });

  it("lead back to one wire name in every structure of the contract", () => {
    const clashes = Object.entries(contract.models).filter(([, fields]) => {
      const names = Object.keys(fields);
      return new Set(names.map(graphName)).size !== names.length;
    });

    expect(clashes).toEqual([]);
  });
});

describe("toWire", () => {
  it("renames at every depth and leaves out what is null", () => {
    const input = {
      projectName: "atlas",
      description: null,
      tag: [{ key: "team", value: null }],
      datasetMaxTotalFileSize: "9007199254740993",
    };

    expect(toWire("CreateProject", input)).toEqual({
      ProjectName: "atlas",
      Tag: [{ Key: "team" }],
      DatasetMaxTotalFileSize: "9007199254740993",
    });
  });

  it("refuses a name that the contract doesn't have", () => {
    expect(() => toWire("GetDataset", { datasetNmae: "photos" })).toThrow(
      "The contract has no parameter for datasetNmae.",
    );
  });
});
