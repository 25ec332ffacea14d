import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { accountId, makeFolder, startTestImm, type TestImm } from "../start.ts";

const key = { ProjectName: "atlas", OSSBucket: "examplebucket" };
const bucket = { OSSBucket: "examplebucket" };

/** A local IMM with the projects `atlas` and `globe`, and the buckets `another` and `examplebucket`. */
async function startWithBuckets(): Promise<TestImm> {
  const folder = makeFolder();
  const imm = await startTestImm({ dir: folder.path });
  for (const name of ["another", "examplebucket"]) mkdirSync(join(folder.path, "buckets", name));
  for (const ProjectName of ["atlas", "globe"]) await imm.call("CreateProject", { ProjectName });
  return {
    ...imm,
    async [Symbol.asyncDispose]() {
      await imm[Symbol.asyncDispose]();
      folder[Symbol.dispose]();
    },
  };
}

describe("an attached bucket", () => {
  it("is answered with its project, and in lists with its owner", async () => {
    await using imm = await startWithBuckets();

    const attached = await imm.call("AttachOSSBucket", { ...key, Description: "test-attachment" });

    const attachment = {
      ProjectName: "atlas",
      Description: "test-attachment",
      CreateTime: "2026-01-02T11:04:05.123456789+08:00",
      UpdateTime: "2026-01-02T11:04:05.123456789+08:00",
    };
    const { RequestId: _id, ...found } = (await imm.call("GetOSSBucketAttachment", bucket)).body;
    const { body: listed } = await imm.call("ListAttachedOSSBuckets", { ProjectName: "atlas" });
    expect(attached.body).toEqual({ RequestId: expect.any(String) });
    expect(found).toEqual(attachment);
    expect(listed["AttachedOSSBuckets"]).toEqual([{ ...attachment, ...bucket, OwnerId: accountId }]);
  });

  it("must be there", async () => {
    await using imm = await startWithBuckets();

    const attaching = await imm.call("AttachOSSBucket", { ...key, OSSBucket: "missing" });

    expect(attaching).toMatchObject({
      status: 400,
      body: { Code: "InvalidArgument", Message: expect.stringMatching(/^Bucket missing does not exist: /) },
    });
  });

  it("is of one project at most, until that is deleted", async () => {
    await using imm = await startWithBuckets();
    await imm.call("AttachOSSBucket", key);

    const again = await imm.call("AttachOSSBucket", { ...key, ProjectName: "globe" });
    await imm.call("DeleteProject", { ProjectName: "atlas" });
    const after = await imm.call("GetOSSBucketAttachment", bucket);
    const later = await imm.call("AttachOSSBucket", { ...key, ProjectName: "globe" });

    expect(again.body).toMatchObject({
      Code: "ResourceAlreadyExists",
      Message: "The specified resource OSSBucketAttachment already exists.",
    });
    expect(after.body).toMatchObject({
      Code: "ResourceNotFound",
      Message: "The specified resource OSSBucketAttachment is not found.",
    });
    expect(later.status).toBe(200);
  });

  it("is listed in its own project alone, in tokens of base64 that only its list takes", async () => {
    await using imm = await startWithBuckets();
    for (const OSSBucket of ["examplebucket", "another"])
      await imm.call("AttachOSSBucket", { ...key, OSSBucket });

    const { body } = await imm.call("ListAttachedOSSBuckets", { ProjectName: "atlas", MaxResults: 1 });
    const NextToken = body["NextToken"] as string;
    const other = await imm.call("ListAttachedOSSBuckets", { ProjectName: "globe" });
    const wrong = await imm.call("ListAttachedOSSBuckets", { ProjectName: "globe", NextToken });
    const next = await imm.call("ListAttachedOSSBuckets", { ProjectName: "atlas", NextToken });

    expect(body["AttachedOSSBuckets"]).toMatchObject([{ OSSBucket: "another" }]);
    expect(Buffer.from(NextToken, "base64").toString()).toMatch(/^111:atlas:another:[\w-]{16}$/);
    expect(other.body["AttachedOSSBuckets"]).toEqual([]);
    expect(wrong).toMatchObject({ status: 400, body: { Code: "InvalidNextToken" } });
    expect(next.body["AttachedOSSBuckets"]).toMatchObject([{ OSSBucket: "examplebucket" }]);
    expect(next.body).not.toHaveProperty("NextToken");
  });

  it.each([
    [
      { OSSBucket: "Example" },
      'OSSBucket must be 3 to 63 of a-z, 0-9 and -, the first and last a letter or a digit; got "Example"',
    ],
    [{ MaxResults: 0 }, 'MaxResults must be an integer from 1 to 200; got "0"'],
    [
      { Description: "界".repeat(129) },
      `Description must have at most 128 characters; got "${"界".repeat(100)}"…`,
    ],
  ])("isn't asked for by %j", async (params, reason) => {
    await using imm = await startTestImm();
    const [parameter] = reason.split(" ");
    const action = parameter === "MaxResults" ? "ListAttachedOSSBuckets" : "AttachOSSBucket";

    expect((await imm.call(action, { ...key, ...params })).body).toMatchObject({
      Code: `Invalid${parameter}`,
      Message: `Specified parameter ${parameter} is not valid. ${reason}.`,
    });
  });

  it("is bound without being attached, and attached without being bound", async () => {
    await using imm = await startWithBuckets();
    const dataset = { ProjectName: "atlas", DatasetName: "photos" };
    await imm.call("CreateDataset", dataset);

    const bound = await imm.call("CreateBinding", { ...dataset, URI: "oss://examplebucket" });
    const attached = await imm.call("AttachOSSBucket", { ProjectName: "globe", OSSBucket: "examplebucket" });

    expect([bound.status, attached.status]).toEqual([200, 200]);
  });
});
