import OpenApi, { $OpenApiUtil } from "@alicloud/openapi-core";
import { describe, expect, it } from "vitest";
import { startLocalImm } from "../../src/local-imm/server.ts";
import { accountId, makeFolder, region, root } from "./start.ts";

// CommonJS: Node hands it over whole, other loaders its default only.
const Client = OpenApi.default ?? (OpenApi as unknown as typeof OpenApi.default);

const sts = { accessKeyId: "STS.testid", accessKeySecret: "testsecret", securityToken: "tok/en+1==" };

/** Calls as the official SDK does: it is made of nothing but such calls. */
async function call(action: string, query: Record<string, string>, options: Record<string, unknown>) {
  const client = new Client(new $OpenApiUtil.Config({ protocol: "HTTP", regionId: region, ...options }));
  const params = new $OpenApiUtil.Params({
    action,
    version: "2020-09-30",
    protocol: "HTTP",
    pathname: "/",
    method: "POST",
    authType: "AK",
    style: "RPC",
    reqBodyType: "formData",
    bodyType: "json",
  });
  const runtime = {} as Parameters<typeof client.callApi>[2];
  const { body } = await client.callApi(params, new $OpenApiUtil.OpenApiRequest({ query }), runtime);
  return body as Record<string, unknown>;
}

describe("the official runtime", () => {
  it.each([
    ["V3", root, {}],
    ["V3 with a security token", sts, {}],
    ["V1", root, { signatureAlgorithm: "v2" }],
    ["V1 with a security token", sts, { signatureAlgorithm: "v2" }],
  ])("is understood when it signs by %s", async (_what, key, options) => {
    using folder = makeFolder();
    await using imm = await startLocalImm({ dir: folder.path, port: 0, region, accountId, keys: [key] });
    const Description = "a b+c*d~e(1)!'測試𠀀/?&=%";

    const body = await call(
      "CreateProject",
      { ProjectName: "atlas", Description, Tag: JSON.stringify([{ Key: "team", Value: "maps" }]) },
      { ...key, ...options, endpoint: new URL(imm.url).host },
    );

    expect(body).toMatchObject({ Project: { Description, Tags: [{ TagKey: "team", TagValue: "maps" }] } });
  });

  it("understands a refusal", async () => {
    using folder = makeFolder();
    await using imm = await startLocalImm({ dir: folder.path, port: 0, region, accountId, keys: [root] });

    const refused = call(
      "GetProject",
      { ProjectName: "atlas" },
      { ...root, endpoint: new URL(imm.url).host },
    );

    await expect(refused).rejects.toMatchObject({
      name: "ClientError",
      code: "ResourceNotFound",
      statusCode: 400,
      message: expect.stringContaining("The specified resource Project is not found."),
    });
  });
});
