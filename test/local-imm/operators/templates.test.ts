import { describe, expect, it } from "vitest";
import { operatorsOf } from "../../../src/local-imm/operators/templates.ts";

describe("operators of a template", () => {
  it("are those that the local IMM has, of what IMM's table has", () => {
    expect(operatorsOf("Official:DefaultEmptyId")).toEqual([]);
    expect(operatorsOf("Official:OSSBasicMeta")).toEqual(["OSSMeta"]);
    expect(operatorsOf("Official:ImageManagement")).toEqual(["OSSMeta", "MIME", "EXIF"]);
    expect(operatorsOf("Official:CognitionImageManagement")).toEqual([
      ...operatorsOf("Official:ImageManagement")!,
      "ExtractImageEmbeddings",
    ]);
    expect(operatorsOf("Official:AllFunction")).not.toContain("ExtractImageEmbeddings");
    expect(operatorsOf("Official:MediaMeta")).toEqual(["OSSMeta", "MIME", "MediaMeta", "EXIF"]);
    expect(operatorsOf("Official:DocumentManagement")).toEqual(["OSSMeta", "MIME", "ExtractDocumentText"]);
  });

  it("aren't known of a template that the table lacks", () => {
    expect(operatorsOf("Official:DefaultEmpty")).toBeUndefined();
    expect(operatorsOf("toString")).toBeUndefined();
  });
});
