import { assert, asyncProperty, string } from "fast-check";
import { describe, expect, it } from "vitest";
import { anyCharacter } from "../../support/any-character.ts";
import { startTestImm, type TestImm } from "../start.ts";

const key = { ProjectName: "atlas", DatasetName: "photos" };

async function startAtlas(): Promise<TestImm> {
  const imm = await startTestImm();
  await imm.call("CreateProject", key);
  return imm;
}

const limits = {
  DatasetMaxBindCount: 10n,
  DatasetMaxFileCount: 100_000_000n,
  DatasetMaxEntityCount: 2n ** 63n - 1n,
  DatasetMaxRelationCount: 2n ** 63n - 1n,
  DatasetMaxTotalFileSize: 2n ** 63n - 1n,
};

describe("parameters", () => {
  it.each([
    ["CreateProject", {}, "ProjectName"],
    ["GetProject", { ProjectName: "" }, "ProjectName"],
    ["CreateDataset", { ProjectName: "no such name!" }, "DatasetName"],
    ["CreateDataset", { DatasetName: "photos" }, "ProjectName"],
    ["ListDatasets", { MaxResults: "x" }, "ProjectName"],
  ])("%s of %j misses %s before anything else", async (action, params, parameter) => {
    await using imm = await startTestImm();

    const { status, body } = await imm.call(action, params);

    expect(status).toBe(400);
    expect(body).toMatchObject({
      Code: `Missing${parameter}`,
      Message: `${parameter} is mandatory for this action.`,
    });
  });

  it.each(["a", "_", "Z9", "_a-B_0", "a".repeat(128)])("takes the name %s", async (DatasetName) => {
    await using imm = await startAtlas();

    expect(await imm.call("CreateDataset", { ...key, DatasetName })).toMatchObject({ status: 200 });
  });

  it.each(["0a", "-a", "a b", "a.b", "a/b", "é", "a\n", "a\0", "*", "a".repeat(129)])(
    "refuses the name %j",
    async (DatasetName) => {
      await using imm = await startAtlas();

      expect(await imm.call("CreateDataset", { ...key, DatasetName })).toMatchObject({
        status: 400,
        body: {
          Code: "InvalidDatasetName",
          Message: expect.stringMatching(/^Specified parameter DatasetName is not valid\./),
        },
      });
    },
  );

  it("keeps descriptions of any script, up to 256 characters", async () => {
    await using imm = await startAtlas();
    const text = string({ unit: anyCharacter, maxLength: 256 }).filter((value) => !value.includes("\0"));

    await assert(
      asyncProperty(text, async (Description) => {
        const { body } = await imm.call("UpdateProject", { ProjectName: "atlas", Description });
        expect(body["Project"]).toMatchObject({ Description });
      }),
      { numRuns: 30, examples: [[""], ["𠀀".repeat(256)], ["a+b %2B&=*'()~!"], ["\ufeffmark"]] },
    );
  });

  it.each([
    ["257 characters", "a".repeat(257)],
    ["257 astral characters", "𠀀".repeat(257)],
    ["a NUL", "a\0b"],
  ])("refuses a description with %s", async (_what, Description) => {
    await using imm = await startAtlas();

    expect(await imm.call("CreateDataset", { ...key, Description })).toMatchObject({
      status: 400,
      body: { Code: "InvalidDescription" },
    });
  });

  it.each(Object.entries(limits))("takes %s from 1 to %d", async (limit, max) => {
    await using imm = await startAtlas();
    await imm.call("CreateDataset", key);
    const update = (value: unknown) => imm.call("UpdateDataset", { ...key, [limit]: value });

    for (const value of [1n, max]) {
      expect(await update(value)).toMatchObject({ status: 200, body: { Dataset: { [limit]: value } } });
    }
    for (const value of [max + 1n, 10n ** 30n]) {
      expect(await update(value)).toMatchObject({
        status: 400,
        body: { Code: "LimitExceededError", Message: "Message: input quota exceed the max value" },
      });
    }
    for (const value of ["0", "-1", "+1", "007", "1e3", "1.5", "", " 1", "1 ", "0x1", "１", "true"]) {
      expect(await update(value)).toMatchObject({ status: 400, body: { Code: `Invalid${limit}` } });
    }
  });

  it("bounds ProjectMaxDatasetCount", async () => {
    await using imm = await startTestImm();
    const create = (ProjectMaxDatasetCount: unknown) =>
      imm.call("CreateProject", { ...key, ProjectMaxDatasetCount });

    expect(await create(1_000_000_001)).toMatchObject({ body: { Code: "LimitExceededError" } });
    expect(await create(0)).toMatchObject({ body: { Code: "InvalidProjectMaxDatasetCount" } });
    expect(await create(1_000_000_000)).toMatchObject({ status: 200 });
  });

  it.each([2n ** 31n, 2n ** 53n + 1n, 90_000_000_000_000_001n, 2n ** 63n - 1n])(
    "keeps %d exactly",
    async (value) => {
      await using imm = await startAtlas();

      const created = await imm.call("CreateDataset", { ...key, DatasetMaxTotalFileSize: value });
      const found = await imm.call("GetDataset", key);

      expect(created.body["Dataset"]).toMatchObject({ DatasetMaxTotalFileSize: value });
      expect(found.body["Dataset"]).toMatchObject({ DatasetMaxTotalFileSize: value });
    },
  );

  it.each(["TRUE", "1", "yes", ""])("refuses WithStatistics=%s", async (WithStatistics) => {
    await using imm = await startAtlas();

    expect(await imm.call("GetProject", { ...key, WithStatistics })).toMatchObject({
      status: 400,
      body: { Code: "InvalidWithStatistics" },
    });
  });

  it.each(["201", "-1", "05", "1.0", "", "ten"])("refuses MaxResults=%s", async (MaxResults) => {
    await using imm = await startAtlas();

    expect(await imm.call("ListDatasets", { ...key, MaxResults })).toMatchObject({
      status: 400,
      body: { Code: "InvalidMaxResults" },
    });
  });

  it("refuses a Prefix of more than 128 characters", async () => {
    await using imm = await startTestImm();

    expect(await imm.call("ListProjects", { Prefix: "a".repeat(129) })).toMatchObject({
      body: { Code: "InvalidPrefix" },
    });
    expect(await imm.call("ListProjects", { Prefix: "𠀀".repeat(128) })).toMatchObject({ status: 200 });
  });

  it.each([
    ["", 'must be JSON; got ""'],
    ["[", 'must be JSON; got "["'],
    ["{}", "must be an array; got an object"],
    ["null", "must be an array; got null"],
    ['"[]"', 'must be an array; got "[]"'],
    ["[{Key:1}]", 'must be JSON; got "[{Key:1}]"'],
  ])("can't read Tag=%s", async (Tag, reason) => {
    await using imm = await startTestImm();

    expect(await imm.call("CreateProject", { ...key, Tag })).toMatchObject({
      status: 400,
      body: {
        Code: "InvalidJSON Array parsing error,Tag",
        Message: `InvalidJSON Array parsing error,Tag. Tag ${reason}.`,
      },
    });
  });

  it.each<[tags: unknown[], reason: string]>([
    [[1], "Tag[0] must be an object; got 1"],
    [[{ Key: "a" }, null], "Tag[1] must be an object; got null"],
    [[{ Value: "b" }], "Tag[0].Key is required"],
    [[{ Key: "", Value: "b" }], 'Tag[0].Key must not be empty; got ""'],
    [[{ Key: "a", Value: 1 }], "Tag[0].Value must be a string; got 1"],
    [[{ Key: "a\0", Value: "b" }], 'Tag[0].Key must not hold a NUL; got "a\\u0000"'],
    [[{ Key: "a", Value: "\ud800" }], 'Tag[0].Value must not hold half a surrogate pair; got "\\ud800"'],
    [
      [{ Key: "a", Value: "b".repeat(1025) }],
      `Tag[0].Value must have at most 1024 characters; got "${"b".repeat(100)}"…`,
    ],
    [
      [
        { Key: "a", Value: "b" },
        { Key: "a", Value: "c" },
      ],
      "Tag must not have the same Key twice",
    ],
    [
      Array.from({ length: 1001 }, () => 1),
      "Tag must have at most 1000 elements; got an array of length 1001",
    ],
  ])("refuses the Tag %j", async (Tag, reason) => {
    await using imm = await startTestImm();

    expect(await imm.call("CreateProject", { ...key, Tag })).toMatchObject({
      status: 400,
      body: { Code: "InvalidTag", Message: `Specified parameter Tag is not valid. ${reason}.` },
    });
  });

  it("takes 20 tags to search by, and no more", async () => {
    await using imm = await startTestImm();
    const Tag = Array.from({ length: 21 }, (_, index) => ({ Key: `k${index}`, Value: "v" }));

    expect(await imm.call("ListProjects", { Tag })).toMatchObject({
      status: 400,
      body: { Code: "InvalidTag" },
    });
    expect(await imm.call("ListProjects", { Tag: Tag.slice(1) })).toMatchObject({ status: 200 });
  });

  it("checks WorkflowParameters and makes nothing of them", async () => {
    await using imm = await startAtlas();
    const create = (WorkflowParameters: unknown) => imm.call("CreateDataset", { ...key, WorkflowParameters });

    expect(await create("[")).toMatchObject({
      body: { Code: "InvalidJSON Array parsing error,WorkflowParameters" },
    });
    expect(await create([{ Name: 1 }])).toMatchObject({ body: { Code: "InvalidWorkflowParameters" } });
    expect(await create([{ Name: "a", Value: "b" }])).toMatchObject({
      status: 200,
      body: { Dataset: { WorkflowParameters: [] } },
    });
  });

  it.each(["TemplateId", "ServiceRole"])("takes a %s of 1024 characters, and no more", async (parameter) => {
    await using imm = await startTestImm();

    expect(await imm.call("CreateProject", { ...key, [parameter]: "界".repeat(1024) })).toMatchObject({
      status: 200,
    });
    expect(await imm.call("UpdateProject", { ...key, [parameter]: "界".repeat(1025) })).toMatchObject({
      status: 400,
      body: { Code: `Invalid${parameter}` },
    });
  });

  it("refuses more than a thousand of them", async () => {
    await using imm = await startTestImm();
    const many = Object.fromEntries(Array.from({ length: 1001 }, (_, index) => [`x${index}`, "1"]));

    expect(await imm.call("ListProjects", many)).toMatchObject({
      status: 400,
      body: { Code: "InvalidParameter" },
    });
  });

  it("ignores what it doesn't know", async () => {
    await using imm = await startTestImm();

    expect(await imm.call("CreateProject", { ...key, Color: "red", __proto__x: "y" })).toMatchObject({
      status: 200,
    });
  });

  it.each<[action: string, params: Record<string, unknown>, reason: string]>([
    [
      "GetProject",
      { ProjectName: "0a" },
      'ProjectName must be 1 to 128 of A-Z, a-z, 0-9, _ and -, first a letter or _; got "0a"',
    ],
    ["GetProject", { ...key, WithStatistics: "yes" }, 'WithStatistics must be true or false; got "yes"'],
    ["ListDatasets", { ...key, MaxResults: 201 }, 'MaxResults must be an integer from 0 to 200; got "201"'],
    ["ListDatasets", { ...key, Prefix: "a\0" }, 'Prefix must not hold a NUL; got "a\\u0000"'],
    [
      "UpdateDataset",
      { ...key, DatasetMaxBindCount: 0 },
      'DatasetMaxBindCount must be an integer from 1 to 10; got "0"',
    ],
    [
      "CreateDataset",
      { ...key, Description: "𠀀".repeat(257) },
      `Description must have at most 256 characters; got "${"𠀀".repeat(50)}"…`,
    ],
  ])("says of %s %j what is wrong, what is allowed and what was sent", async (action, params, reason) => {
    await using imm = await startTestImm();

    const [parameter] = reason.split(" ");
    expect((await imm.call(action, params)).body).toMatchObject({
      Code: `Invalid${parameter}`,
      Message: `Specified parameter ${parameter} is not valid. ${reason}.`,
    });
  });

  it("looks at every parameter before it looks for the project", async () => {
    await using imm = await startTestImm();

    for (const action of ["CreateDataset", "UpdateDataset"]) {
      expect(await imm.call(action, { ...key, DatasetMaxBindCount: 0 })).toMatchObject({
        body: { Code: "InvalidDatasetMaxBindCount" },
      });
    }
    expect(await imm.call("ListDatasets", { ...key, NextToken: "x" })).toMatchObject({
      body: { Code: "InvalidNextToken" },
    });
  });
});
