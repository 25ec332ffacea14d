import { createHash } from "node:crypto";
import { OpenApiUtil } from "@alicloud/openapi-core";
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { actions, contract } from "../../../src/contract/contract.ts";
import type { ImmCall } from "../../../src/imm/transport.ts";
import type { Credentials } from "../../../src/imm/transports/credentials.ts";
import { openapiTransport } from "../../../src/imm/transports/openapi.ts";
import { authorizationOf, canonicalQuery } from "../../../src/imm/transports/signature.ts";
import { encode } from "../../../src/imm/wire/request.ts";
import { json, RequestId, startUpstream, type UpstreamRequest } from "../../support/upstream/upstream.ts";

/** The signature as Alibaba's runtime writes it. */
function official(
  query: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>>,
  { accessKeyId, accessKeySecret }: Credentials,
): string {
  return OpenApiUtil.getAuthorization(
    { method: "POST", pathname: "/", query, headers } as unknown as Parameters<
      typeof OpenApiUtil.getAuthorization
    >[0],
    "ACS3-HMAC-SHA256",
    headers["x-acs-content-sha256"]!,
    accessKeyId,
    accessKeySecret,
  );
}

/** Each header as it arrived, which node:http lists as the runtime takes them. */
const headersOf = ({ headers: { authorization: _authorization, ...others } }: UpstreamRequest) =>
  others as Record<string, string>;

const odd = `a !'()*~+&=?#%/\\"<>\t\n{}[] é 北京 😀`;
const keys: readonly [string, Credentials][] = [
  ["an AccessKey", { accessKeyId: "id", accessKeySecret: "secret", providerName: "static_ak" }],
  [
    "a security token",
    {
      ...{ accessKeyId: "STS.id", accessKeySecret: "s3cret/+=", securityToken: "CAIS/a+b==" },
      providerName: "default/ecs_ram_role",
    },
  ],
  ["an unnamed source", { accessKeyId: "id", accessKeySecret: "secret" }],
];

it.each(keys)("is the official runtime's for every action, odd values and %s", async (_what, key) => {
  await using upstream = await startUpstream(json(200, { RequestId }));
  await using transport = openapiTransport({ endpoint: upstream.url, credentials: async () => key });

  for (const action of actions) {
    const { query, body = [], json: structures = [] } = contract.operations[action];
    const params = [...query, ...body].map((name) => [name, structures.includes(name) ? [odd] : odd]);
    const call = { action, params: Object.fromEntries(params) as object };
    await transport.send(call as ImmCall);
  }

  expect(upstream.requests.map(({ action }) => action)).toEqual(actions);
  for (const request of upstream.requests) {
    const { query, form, headers, action } = request;
    const { query: inQuery, body } = contract.operations[action as ImmCall["action"]];
    expect(Object.keys(query).toSorted()).toEqual(inQuery.toSorted());
    expect(Object.keys(form ?? {}).toSorted()).toEqual((body ?? []).toSorted());
    const sent = form ? encode(form) : "";
    expect(headers["x-acs-content-sha256"]).toBe(createHash("sha256").update(sent).digest("hex"));
    expect(headers["authorization"]).toBe(official(query, headersOf(request), key));
  }
});

it("is the official runtime's for any text", () => {
  const texts = fc.dictionary(
    fc.stringMatching(/^[A-Z][A-Za-z]{0,20}$/),
    fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: fc.constantFrom(...odd) })),
    { maxKeys: 12 },
  );
  const key = fc.record({ accessKeyId: fc.string({ minLength: 1 }), accessKeySecret: fc.string() });
  fc.assert(
    fc.property(texts, key, fc.string(), (query, credentials, nonce) => {
      const headers = {
        host: "imm.cn-shanghai.aliyuncs.com",
        "x-acs-signature-nonce": nonce,
        "content-type": "application/x-www-form-urlencoded",
        "x-acs-content-sha256": createHash("sha256").update(nonce).digest("hex"),
      };
      const bodyHash = headers["x-acs-content-sha256"];
      const own = authorizationOf({ query: canonicalQuery(query), headers, bodyHash }, credentials);
      expect(own).toBe(official(query, headers, credentials));
    }),
    { numRuns: 2_000 },
  );
});
