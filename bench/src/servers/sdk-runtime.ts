import * as core from "@alicloud/openapi-core";
import { RuntimeOptions } from "@darabonba/typescript";

// What the methods of the generated SDK do with its runtime, which is left as it comes. They also copy each answer into
// the SDK's models, which aren't here: with them it would cost more.

const { $OpenApiUtil, OpenApiUtil } = core;
// It is CommonJS: from here its default export is a member of the default export.
const { default: Client } = core.default;

const client = new Client(
  new $OpenApiUtil.Config({
    accessKeyId: "id",
    accessKeySecret: "secret",
    endpoint: new URL(process.env["IMM_ENDPOINT"]!).host,
    protocol: "HTTP",
  }),
);

/**
 * Calls an action of IMM and answers its reply's body.
 *
 * @throws core.AlibabaCloudError where IMM refuses.
 */
export async function call<Body>(action: string, query: Record<string, unknown>): Promise<Body> {
  const request = new $OpenApiUtil.OpenApiRequest({ query: OpenApiUtil.query(query) });
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
  const { body } = await client.callApi(params, request, new RuntimeOptions({}));
  return body as Body;
}
