import * as fc from "fast-check";
import { stringify } from "lossless-json";
import { describe, expect, it } from "vitest";
import { writeReply } from "../../../src/local-imm/http/write-reply.ts";
import { startTestImm } from "../start.ts";

const words = fc.constantFrom("},{", "],[", '"', "\\", "\n", "\ud800", "é", "地图集", "😀", "x".repeat(200));
const text = fc.array(words, { maxLength: 5 }).map((parts) => parts.join(""));
const leaf = fc.oneof(
  text,
  fc.bigInt(),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.constant(undefined),
);
const element = fc.dictionary(text, fc.oneof(leaf, fc.array(fc.record({ Name: text, Value: leaf }))));

describe("a written reply", () => {
  it("is what all of it is in one text, however long its lists are", () => {
    const list = fc
      .tuple(fc.array(element, { minLength: 1, maxLength: 4 }), fc.nat(100))
      .map(([elements, times]) => Array.from({ length: times }, () => elements).flat());
    const reply = fc.dictionary(text, fc.oneof(leaf, list, element), { maxKeys: 5 });
    fc.assert(
      fc.property(reply, (members) => {
        expect(String(writeReply(members)) === stringify(members)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it("is sent with its length, a page of 200 datasets too", async () => {
    await using imm = await startTestImm();
    const ProjectName = "atlas";
    const Description = `},{ ${"地图集照片".repeat(50)}`;
    await imm.call("CreateProject", { ProjectName });
    const names = Array.from({ length: 200 }, (_, index) => `dataset-${String(index).padStart(3, "0")}`);
    for (const DatasetName of names) {
      await imm.call("CreateDataset", { ProjectName, DatasetName, Description });
    }

    const { headers, body } = await imm.call("ListDatasets", { ProjectName, MaxResults: "200" });

    expect(Number(headers["content-length"])).toBe(Buffer.byteLength(stringify(body)!));
    expect(Number(headers["content-length"])).toBeGreaterThan(131_072);
    expect(body["Datasets"]).toMatchObject(names.map((DatasetName) => ({ DatasetName, Description })));
  });
});
