import { describe, expect, it } from "vitest";
import { parseKeys } from "../../src/local-imm/keys.ts";
import { root, seconds, startTestImm, type TestImm } from "./start.ts";

const key = { ProjectName: "atlas", DatasetName: "photos" };
const user = { accessKeyId: "user", accessKeySecret: "user-secret" };
const datasets = "acs:imm:*:111:project/atlas/dataset";

type Statement = Record<string, unknown>;

/** A local IMM with the project `atlas`, whose second key has one policy. */
async function startWith(...statements: Statement[]): Promise<TestImm> {
  const policies = [{ Version: "1", Statement: statements }];
  const imm = await startTestImm({ keys: parseKeys([root, { ...user, policies }]) });
  await imm.call("CreateProject", key);
  return imm;
}

function allow(Action: unknown, Resource: unknown, Condition: Record<string, unknown> = {}): Statement {
  return { Effect: "Allow", Action, Resource, Condition };
}

async function codeOf(imm: TestImm, action: string, params: Record<string, unknown> = key): Promise<unknown> {
  const { status, body } = await imm.call(action, params, { key: user });
  return body["Code"] ?? status;
}

describe("permissions", () => {
  it("tells who was denied what, as IMM does", async () => {
    await using imm = await startWith(allow("imm:Get*", "*"));

    const { status, body } = await imm.call("CreateDataset", key, { key: user });

    expect(status).toBe(403);
    expect(body).toMatchObject({
      Code: "NoPermission",
      Message: "You are not authorized to operate on the specified resource.",
      AccessDeniedDetail: {
        AuthAction: "imm:CreateDataset",
        AuthPrincipalType: "SubUser",
        AuthPrincipalDisplayName: "user",
        AuthPrincipalOwnerId: "111",
        NoPermissionType: "ImplicitDeny",
        PolicyType: "AccountLevelIdentityBasedPolicy",
        EncodedDiagnosticMessage: expect.stringMatching(/^[\w+/]{32}$/),
      },
    });
  });

  it("judges each action on its own resource", async () => {
    await using imm = await startWith(allow("imm:*", `${datasets}/*`));

    expect(await codeOf(imm, "CreateDataset")).toBe(200);
    expect(await codeOf(imm, "ListDatasets")).toBe(200);
    expect(await codeOf(imm, "CreateDataset", { ...key, ProjectName: "globe" })).toBe("NoPermission");
    expect(await codeOf(imm, "GetProject")).toBe("NoPermission");
    expect(await codeOf(imm, "ListProjects")).toBe("NoPermission");
  });

  it("judges what names a bucket and no project on all projects", async () => {
    const OSSBucket = { OSSBucket: "examplebucket" };
    const projects = "acs:imm:*:111:project";
    await using ofOne = await startWith(allow("imm:*", `${projects}/atlas`));
    await using ofAll = await startWith(allow("imm:*", `${projects}/*`));

    for (const action of ["GetOSSBucketAttachment", "DetachOSSBucket"]) {
      expect(await codeOf(ofOne, action, OSSBucket)).toBe("NoPermission");
      expect(await codeOf(ofOne, action, { ...OSSBucket, ProjectName: "atlas" })).toBe("NoPermission");
      expect(await codeOf(ofAll, action, OSSBucket)).toBe("ResourceNotFound");
    }
    expect(await codeOf(ofOne, "ListAttachedOSSBuckets")).toBe(200);
  });

  it("judges bindings on their dataset, and those of a whole project on all of its datasets", async () => {
    await using imm = await startWith(allow("imm:*", `${datasets}/photos`));
    const { ProjectName } = key;

    expect(await codeOf(imm, "ListBindings")).toBe("ResourceNotFound");
    expect(await codeOf(imm, "GetBinding", { ...key, URI: "oss://examplebucket" })).toBe("ResourceNotFound");
    expect(await codeOf(imm, "ListBindings", { ProjectName })).toBe("NoPermission");
    expect(await codeOf(imm, "ListBindings", { ProjectName, DatasetName: "" })).toBe("NoPermission");
  });

  it("lets a Deny beat an Allow", async () => {
    await using imm = await startWith(allow("imm:*", "*"), {
      Effect: "Deny",
      Action: "imm:Delete*",
      Resource: `${datasets}/prod-*`,
    });
    await imm.call("CreateDataset", { ...key, DatasetName: "prod-1" });
    await imm.call("CreateDataset", { ...key, DatasetName: "test-1" });

    const { body } = await imm.call("DeleteDataset", { ...key, DatasetName: "prod-1" }, { key: user });

    expect(body).toMatchObject({ AccessDeniedDetail: { NoPermissionType: "ExplicitDeny" } });
    expect(await codeOf(imm, "DeleteDataset", { ...key, DatasetName: "test-1" })).toBe(200);
  });

  it("denies before it tells what is there or what is wrong with the call", async () => {
    await using imm = await startWith(allow("imm:*", `${datasets}/photos`));

    expect(await codeOf(imm, "GetDataset", { ProjectName: "none", DatasetName: "none" })).toBe(
      "NoPermission",
    );
    expect(await codeOf(imm, "GetDataset", {})).toBe("NoPermission");
    expect(await codeOf(imm, "GetDataset", { ...key, DatasetName: "*" })).toBe("NoPermission");
  });

  it("judges where a call comes from, how, by what and when", async () => {
    await using imm = await startWith(
      allow("imm:GetProject", "*", { IpAddress: { "acs:SourceIp": "127.0.0.0/8" } }),
      allow("imm:ListProjects", "*", { Bool: { "acs:SecureTransport": "true" } }),
      allow("imm:ListDatasets", "*", { DateLessThan: { "acs:CurrentTime": "2026-01-02T03:04:06Z" } }),
      allow("imm:CreateDataset", "*", { StringLike: { "acs:UserAgent": "AlibabaCloud*" } }),
    );

    expect(await codeOf(imm, "GetProject")).toBe(200);
    expect(await codeOf(imm, "ListProjects")).toBe("NoPermission");
    expect(await codeOf(imm, "CreateDataset")).toBe("NoPermission");
    expect(await codeOf(imm, "ListDatasets")).toBe(200);
    imm.clock.now += seconds;
    expect(await codeOf(imm, "ListDatasets")).toBe("NoPermission");
  });

  it("lets a key without policies do everything, and one with none of them nothing", async () => {
    await using imm = await startTestImm({ keys: parseKeys([root, { ...user, policies: [] }]) });

    expect(await imm.call("CreateProject", key)).toMatchObject({ status: 200 });
    expect(await codeOf(imm, "GetProject")).toBe("NoPermission");
  });
});
