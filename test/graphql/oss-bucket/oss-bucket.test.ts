import { describe, expect, it } from "vitest";
import { graphql } from "../../generated/index.ts";
import { gatewayTo } from "../../support/gateway/gateway.ts";
import { startSeededGateway } from "../../support/gateway/seeded-gateway.ts";
import { json, startUpstream } from "../../support/upstream/upstream.ts";

const id = Buffer.from("OssBucketAttachment:examplebucket").toString("base64");
const OSSBucket = "examplebucket";

/** A gateway over a local IMM with the project `atlas`, and these buckets attached to it. */
async function startAttached(...buckets: readonly string[]) {
  const service = await startSeededGateway();
  for (const bucket of ["examplebucket", "otherbucket"]) service.makeBucket(bucket);
  for (const bucket of buckets)
    await service.imm.call("AttachOSSBucket", {
      ProjectName: "atlas",
      OSSBucket: bucket,
      Description: "old",
    });
  service.calls.length = 0;
  return service;
}

const Attach = graphql(`
  mutation AttachOssBucket($input: AttachOssBucketInput!) {
    attachOssBucket(input: $input) {
      ossBucketAttachment {
        id
        ossBucket
      }
      requestId
      reconciled
    }
  }
`);
const input = { projectName: "atlas", ossBucket: "examplebucket", description: "照片" };

describe("attachOssBucket", () => {
  it("attaches a bucket by one call", async () => {
    await using service = await startAttached();

    const { data } = await service.send(Attach, { input });

    expect(data?.attachOssBucket).toEqual({
      ossBucketAttachment: { id, ossBucket: "examplebucket" },
      requestId: expect.any(String),
      reconciled: false,
    });
    expect(service.calls.map(({ action, params }) => [action, params])).toEqual([
      ["AttachOSSBucket", { ProjectName: "atlas", OSSBucket, Description: "照片" }],
    ]);
  });

  it("reads what IMM doesn't answer by one more, if it is selected", async () => {
    await using service = await startAttached();

    const { data } = await service.send(`mutation {
      attachOssBucket(input: { projectName: "atlas", ossBucket: "examplebucket" }) {
        ossBucketAttachment { projectName description ownerId }
      }
    }`);

    expect(data).toEqual({
      attachOssBucket: { ossBucketAttachment: { projectName: "atlas", description: "", ownerId: null } },
    });
    expect(service.calls.map(({ action }) => action)).toEqual(["AttachOSSBucket", "GetOSSBucketAttachment"]);
  });

  it.each([
    ["a bucket that is attached", {}, "CONFLICT"],
    ["a project that isn't there", { projectName: "other" }, "NOT_FOUND"],
    ["a bucket that isn't there", { ossBucket: "third-bucket" }, "BAD_USER_INPUT"],
  ])("is refused for %s", async (_what, other, code) => {
    await using service = await startAttached("examplebucket");

    const { errors } = await service.send(Attach, { input: { ...input, ...other } });

    expect(errors).toMatchObject([{ extensions: { code, imm: { action: "AttachOSSBucket" } } }]);
  });

  it.each([
    ["ossBucket", "Example", "3..63 of a-z 0-9 -, the first and last a letter or digit"],
    ["description", "界".repeat(129), "0..128 characters"],
  ])("checks its %s before anything is called", async (field, value, allowed) => {
    await using service = await startAttached();

    const { errors } = await service.send(Attach, { input: { ...input, [field]: value } });

    expect(errors).toMatchObject([
      { extensions: { code: "BAD_USER_INPUT", field: `input.${field}`, allowed } },
    ]);
    expect(service.calls).toEqual([]);
  });
});

describe("detachOssBucket", () => {
  it("answers the id that the attachment had", async () => {
    await using service = await startAttached("examplebucket");

    const { data } = await service.send(
      'mutation { detachOssBucket(input: { ossBucket: "examplebucket" }) { deletedOssBucketAttachmentId requestId } }',
    );
    const read = await service.send(
      `{ node(id: "${id}") { id } ossBucketAttachment(ossBucket: "examplebucket") { projectName } }`,
    );

    expect(data).toEqual({
      detachOssBucket: { deletedOssBucketAttachmentId: id, requestId: expect.any(String) },
    });
    expect(read).toEqual({ data: { node: null, ossBucketAttachment: null } });
  });

  it("is NOT_FOUND where it isn't attached", async () => {
    await using service = await startAttached();

    const { errors } = await service.send(
      'mutation { detachOssBucket(input: { ossBucket: "examplebucket" }) { requestId } }',
    );

    expect(errors).toMatchObject([{ extensions: { code: "NOT_FOUND" } }]);
  });
});

describe("an attached bucket", () => {
  it("is read by one call, whatever it is read by, and by none for its key", async () => {
    await using service = await startAttached("examplebucket");

    const { data } = await service.send(`{
      ossBucketAttachment(ossBucket: "examplebucket") { id projectName }
      node(id: "${id}") { ... on OssBucketAttachment { description } }
      _entities(representations: [{ __typename: "OssBucketAttachment", id: "${id}" }]) {
        ... on OssBucketAttachment { projectName createTime updateTime }
      }
    }`);
    const [call, ...others] = service.calls.splice(0);
    const byKey = await service.send(`{
      _entities(representations: [{ __typename: "OssBucketAttachment", ossBucket: "examplebucket" }]) {
        ... on OssBucketAttachment { id ossBucket }
      }
    }`);

    expect(data).toMatchObject({
      ossBucketAttachment: { id, projectName: "atlas" },
      node: { description: "old" },
      _entities: [{ projectName: "atlas" }],
    });
    expect([call?.action, call?.params, others]).toEqual(["GetOSSBucketAttachment", { OSSBucket }, []]);
    expect(byKey).toEqual({ data: { _entities: [{ id, ossBucket: "examplebucket" }] } });
    expect(service.calls).toEqual([]);
  });

  it("is never answered without its project", async () => {
    await using upstream = await startUpstream(json(200, { RequestId: "r", Description: "old" }));
    await using service = gatewayTo(upstream.url);

    const { errors } = await service.send(
      '{ ossBucketAttachment(ossBucket: "examplebucket") { description } }',
    );

    expect(errors).toMatchObject([
      {
        message: "IMM answered GetOSSBucketAttachment without a whole ProjectName.",
        extensions: { code: "UPSTREAM_ERROR" },
      },
    ]);
  });

  it("is listed in its project with its owner, page by page", async () => {
    await using service = await startAttached("examplebucket", "otherbucket");

    const { data } = await service.send(`{
      project(projectName: "atlas") {
        attachedOssBuckets(first: 1) {
          nodes { id ossBucket projectName ownerId description }
          pageInfo { hasNextPage }
        }
      }
    }`);

    expect(data).toEqual({
      project: {
        attachedOssBuckets: {
          nodes: [
            {
              id,
              ossBucket: "examplebucket",
              projectName: "atlas",
              ownerId: "1000000000000000",
              description: "old",
            },
          ],
          pageInfo: { hasNextPage: true },
        },
      },
    });
    expect(service.calls.map(({ action, params }) => [action, params])).toEqual([
      ["GetProject", { ProjectName: "atlas" }],
      ["ListAttachedOSSBuckets", { ProjectName: "atlas", MaxResults: 1 }],
    ]);
  });
});
