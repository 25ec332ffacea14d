import { array, constantFrom, record, sample, subarray, tuple } from "fast-check";
import { describe, expect, it } from "vitest";
import type { Action } from "../../../src/contract/wire.ts";
import { schema } from "../../../src/graphql/schema.ts";
import { callsOf, type FieldCalls } from "../../../src/graphql/schema/action-extensions.ts";
import { createImm, type ImmClient } from "../../../src/imm/client.ts";
import { systemClock } from "../../../src/imm/clock.ts";
import { ImmError } from "../../../src/imm/error.ts";
import { parsePolicies } from "../../../src/imm/policies.ts";
import { fixedCredentials } from "../../../src/imm/transports/credentials.ts";
import { openapiTransport } from "../../../src/imm/transports/openapi.ts";
import { parseKeys } from "../../../src/local-imm/keys.ts";
import { startLocalImm } from "../../../src/local-imm/server.ts";
import { temporaryFolder } from "../../support/folder.ts";

const account = { region: "cn-shanghai", accountId: "1000000000000000" };
const time = Date.parse("2026-01-02T03:04:05Z");
const root = { accessKeyId: "root", accessKeySecret: "secret" };

const inGraph = [schema.getQueryType()!, schema.getMutationType()!]
  .flatMap((type) => Object.values(type.getFields()))
  .flatMap((field) => callsOf<FieldCalls>(field)?.action ?? []);

const oneOrMore = (...texts: string[]) => subarray(texts, { minLength: 1, maxLength: 2 });
const someActions = oneOrMore(
  "imm:*",
  "imm:Get*",
  "IMM:list*",
  "imm:?etDataset",
  "imm:CreateDataset",
  "oss:*",
  "*",
);
const prefix = "acs:imm:cn-shanghai:1000000000000000:project";
const statement = record(
  {
    Effect: constantFrom("Allow", "Allow", "Deny"),
    Resource: oneOrMore(
      ...[
        "*",
        `${prefix}/*`,
        `${prefix}/atlas`,
        `${prefix}/atlas/dataset/*`,
        `${prefix}/atlas/dataset/photos`,
      ],
      ...["acs:imm:*:*:project/at?as/*", "acs:imm:cn-beijing:*:*", `${prefix}/*/dataset/*`],
    ),
    Condition: constantFrom(
      { IpAddress: { "acs:SourceIp": ["127.0.0.0/8"] } },
      { NotIpAddress: { "acs:SourceIp": ["127.0.0.0/8"] } },
      { Bool: { "acs:SecureTransport": "false" } },
      { DateGreaterThan: { "acs:CurrentTime": "2026-01-02T03:04:04Z" } },
      { DateLessThan: { "acs:CurrentTime": "2026-01-02T03:04:05Z" } },
      { StringLike: { "acs:UserAgent": "*imm*" } },
      { StringNotLike: { "acs:UserAgent": "*imm*" } },
    ),
  },
  { requiredKeys: ["Effect", "Resource"] },
);
const policy = array(tuple(statement, constantFrom("Action", "Action", "NotAction"), someActions), {
  minLength: 1,
  maxLength: 3,
}).map((statements) => ({
  Version: "1",
  Statement: statements.map(([rest, name, texts]) => ({ ...rest, [name]: texts })),
}));

/** Why a call was denied; undefined where it was not. */
async function denial(client: ImmClient, action: Action, params: object): Promise<string | undefined> {
  try {
    await client.call(action, params as never);
    return undefined;
  } catch (error) {
    if (!(error instanceof ImmError)) throw error;
    return error.permission?.reason ?? error.denial?.NoPermissionType;
  }
}

describe("the same policy", () => {
  it("says the same of a caller of the gateway as of a key of the local IMM", async () => {
    const policies = sample(policy, { numRuns: 40, seed: 5 });
    const keys = policies.map((document, index) => ({
      accessKeyId: `key${index}`,
      accessKeySecret: "secret",
      policies: [document],
    }));
    await using folder = await temporaryFolder();
    await using local = await startLocalImm({
      ...account,
      dir: folder.path,
      port: 0,
      keys: parseKeys([root, ...keys]),
      now: () => BigInt(time) * 1_000_000n,
    });
    const connect = (key: typeof root) =>
      openapiTransport({ endpoint: local.url, credentials: fixedCredentials(key), now: () => time });
    await using gateway = createImm({
      transport: connect(root),
      permissions: {
        ...account,
        roles: parsePolicies(
          Object.fromEntries(policies.map((document, index) => [`role${index}`, [document]])),
        ),
      },
      clock: { ...systemClock, now: () => time },
    });
    const targets = [
      { ProjectName: "atlas", DatasetName: "photos" },
      { ProjectName: "globe", DatasetName: "videos" },
    ];
    // What the local IMM sees of the transport.
    const context = { sourceIp: "127.0.0.1", isSecure: false, userAgent: "imm-graphql" };

    const seen = new Set<string | undefined>();
    for (const [index, key] of keys.entries()) {
      await using direct = createImm({ transport: connect(key) });
      const caller = { name: "somebody", roles: [`role${index}`], ...context };
      for (const action of inGraph) {
        for (const params of targets) {
          const here = await denial(gateway.for({ caller }), action, params);
          const there = await denial(direct.for({}), action, params);
          expect([policies[index], action, params, here]).toEqual([policies[index], action, params, there]);
          seen.add(there);
        }
      }
    }
    expect(seen).toEqual(new Set([undefined, "ExplicitDeny", "ImplicitDeny"]));
  });
});
