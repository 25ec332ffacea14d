import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { skipDifferences } from "./differences.ts";
import { endpoints } from "./endpoints.ts";
import { notFound, time } from "./expected.ts";
import type { Pairs } from "./raw.ts";
import type { Service } from "./service.ts";

describe.each(endpoints)("attachments on %s", (endpoint, connect) => {
  skipDifferences(endpoint);
  let service: Service;
  beforeAll(async () => {
    service = await connect();
  });
  afterAll(() => service[Symbol.asyncDispose]());

  describe("of a bucket to one project", () => {
    it("are answered by the bucket and in the project's list, until they end", async () => {
      await using project = await service.project();
      const { ProjectName } = project;
      const OSSBucket = service.bucket();
      const Description = "照片 𠀀";

      const attached = await service.imm.call("AttachOSSBucket", { ProjectName, OSSBucket, Description });
      const { RequestId: _id, ...found } = await service.imm.call("GetOSSBucketAttachment", { OSSBucket });
      const { AttachedOSSBuckets } = await service.imm.call("ListAttachedOSSBuckets", { ProjectName });
      const detached = await service.imm.call("DetachOSSBucket", { OSSBucket });

      expect([Object.keys(attached), Object.keys(detached)]).toEqual([["RequestId"], ["RequestId"]]);
      expect(found).toEqual({
        ...{ ProjectName, Description },
        CreateTime: expect.stringMatching(time),
        UpdateTime: found.CreateTime,
      });
      expect(AttachedOSSBuckets).toEqual([{ ...found, OSSBucket, OwnerId: expect.stringMatching(/^\d+$/) }]);
      await expect(service.imm.call("GetOSSBucketAttachment", { OSSBucket })).rejects.toMatchObject({
        code: "ResourceNotFound",
      });
      await expect(service.imm.call("DetachOSSBucket", { OSSBucket })).rejects.toMatchObject({
        code: "ResourceNotFound",
      });
      const { AttachedOSSBuckets: left } = await service.imm.call("ListAttachedOSSBuckets", { ProjectName });
      expect(left ?? []).toEqual([]);
    });

    it("leave no room for a second one", async () => {
      await using project = await service.project();
      await using other = await service.project();
      const OSSBucket = service.bucket();
      await service.imm.call("AttachOSSBucket", { ProjectName: project.ProjectName, OSSBucket });

      for (const { ProjectName } of [project, other]) {
        const again = service.imm.call("AttachOSSBucket", { ProjectName, OSSBucket });
        await expect(again).rejects.toMatchObject({ code: "ResourceAlreadyExists", httpStatus: 400 });
      }
      const found = await service.imm.call("GetOSSBucketAttachment", { OSSBucket });
      await service.imm.call("DetachOSSBucket", { OSSBucket });

      expect(found.ProjectName).toBe(project.ProjectName);
    });

    it.each([
      ["by GET in the query", { method: "GET", in: "query" }],
      ["by POST in the query", { method: "POST", in: "query" }],
      ["by POST in the body", { method: "POST", in: "body" }],
    ] as const)("are reached %s", async (_how, how) => {
      await using project = await service.project();
      const { ProjectName } = project;
      const OSSBucket = service.bucket();
      const [ofProject, ofBucket]: Pairs[] = [[["ProjectName", ProjectName]], [["OSSBucket", OSSBucket]]];

      const done = { status: 200, body: { RequestId: expect.any(String) } };
      expect(await service.raw("AttachOSSBucket", [...ofProject!, ...ofBucket!], how)).toEqual(done);
      expect(await service.raw("GetOSSBucketAttachment", ofBucket!, how)).toMatchObject({
        body: { ProjectName },
      });
      expect(await service.raw("ListAttachedOSSBuckets", ofProject!, how)).toMatchObject({
        body: { AttachedOSSBuckets: [{ OSSBucket }] },
      });
      expect(await service.raw("DetachOSSBucket", ofBucket!, how)).toEqual(done);
    });
  });

  describe("of several to a project", () => {
    it("are listed in the order of the buckets' names, page by page", async () => {
      await using project = await service.project();
      const { ProjectName } = project;
      const names = Array.from({ length: 3 }, () => service.bucket());
      for (const OSSBucket of names.toReversed())
        await service.imm.call("AttachOSSBucket", { ProjectName, OSSBucket });

      const pagesOf = async (MaxResults: number) => {
        const pages: unknown[] = [];
        let NextToken = "";
        do {
          const reply = await service.imm.call("ListAttachedOSSBuckets", {
            ...{ ProjectName, MaxResults },
            ...(NextToken && { NextToken }),
          });
          pages.push(reply.AttachedOSSBuckets?.map(({ OSSBucket }) => OSSBucket));
          NextToken = reply.NextToken ?? "";
        } while (NextToken);
        return pages;
      };

      expect(await pagesOf(200)).toEqual([names]);
      expect(await pagesOf(2)).toEqual([names.slice(0, 2), names.slice(2)]);
      expect(await pagesOf(1)).toEqual(names.map((name) => [name]));
    });
  });

  it("are none in a new project", async () => {
    await using project = await service.project();

    const reply = await service.imm.call("ListAttachedOSSBuckets", { ProjectName: project.ProjectName });

    expect(reply.AttachedOSSBuckets ?? []).toEqual([]);
    expect(reply.NextToken ?? "").toBe("");
  });

  it("aren't made in, or listed of, a project that isn't there", async () => {
    const ProjectName = service.projectName();

    const attaching = service.imm.call("AttachOSSBucket", { ProjectName, OSSBucket: "examplebucket" });
    const listing = service.imm.call("ListAttachedOSSBuckets", { ProjectName });

    await expect(attaching).rejects.toMatchObject(notFound("project"));
    await expect(listing).rejects.toMatchObject(notFound("project"));
  });

  it.each([
    ["AttachOSSBucket", "ProjectName"],
    ["AttachOSSBucket", "OSSBucket"],
    ["ListAttachedOSSBuckets", "ProjectName"],
    ["GetOSSBucketAttachment", "OSSBucket"],
    ["DetachOSSBucket", "OSSBucket"],
  ] as const)("are missed by %s without %s", async (action, parameter) => {
    const pairs: Pairs = [
      ["ProjectName", service.projectName()],
      ["OSSBucket", "examplebucket"],
    ];
    const others = pairs.filter(([name]) => name !== parameter);

    const absent = await service.raw(action, others);
    const empty = await service.raw(action, [...others, [parameter, ""]]);

    const missing = { status: 400, body: { Code: `Missing${parameter}` } };
    expect([absent, empty]).toMatchObject([missing, missing]);
  });

  it.each(["ab", "Example", "a_b", "-abc", "abc-", "../abc", "oss://examplebucket", "a".repeat(64)])(
    "are not of a bucket by the name %s",
    async (OSSBucket) => {
      await using project = await service.project();
      const { ProjectName } = project;

      const { status, body } = await service.raw(
        "AttachOSSBucket",
        Object.entries({ ProjectName, OSSBucket }),
      );

      expect(status).toBe(400);
      // IMM's table has both codes, and doesn't say which is whose.
      expect(["InvalidOSSBucket", "InvalidArgument"]).toContain(body["Code"]);
    },
  );

  it.each<[parameter: string, value: string]>([
    ["MaxResults", "0"],
    ["MaxResults", "201"],
    ["MaxResults", "ten"],
    ["NextToken", "nonsense"],
  ])("aren't listed by a %s of %s", async (parameter, value) => {
    await using project = await service.project();

    const { status, body } = await service.raw("ListAttachedOSSBuckets", [
      ["ProjectName", project.ProjectName],
      [parameter, value],
    ]);

    expect(status).toBe(400);
    expect([`Invalid${parameter}`, "InvalidArgument"]).toContain(body["Code"]);
  });

  it("aren't described by more than 128 characters", async () => {
    await using project = await service.project();
    const { ProjectName } = project;

    const { status, body } = await service.raw(
      "AttachOSSBucket",
      Object.entries({ ProjectName, OSSBucket: "examplebucket", Description: "界".repeat(129) }),
    );

    expect(status).toBe(400);
    expect(["InvalidDescription", "InvalidArgument"]).toContain(body["Code"]);
  });
});
