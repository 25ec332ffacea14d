import { describe, expect, it } from "vitest";
import { startTestImm } from "../start.ts";

/** Tags of so many characters in all. */
function tagsOf(characters: number) {
  const tags = Array.from({ length: characters / 1000 }, (_, index) => ({
    Key: `key${index}`,
    Value: "v".repeat(1000),
  }));
  return { tags, Tag: JSON.stringify(tags) };
}

describe("a write that needs many pages", () => {
  it.each([100_000, 900_000])("is stored: %d characters", async (characters) => {
    await using imm = await startTestImm();
    const { tags, Tag } = tagsOf(characters);

    const created = await imm.call("CreateProject", {}, { query: {}, form: { ProjectName: "atlas", Tag } });
    const found = await imm.call("GetProject", { ProjectName: "atlas" });

    expect(created).toMatchObject({ status: 200 });
    expect((found.body["Project"] as { Tags: unknown }).Tags).toEqual(
      tags.map(({ Key, Value }) => ({ TagKey: Key, TagValue: Value })),
    );
    expect(imm.errors).toEqual([]);
  });
});
