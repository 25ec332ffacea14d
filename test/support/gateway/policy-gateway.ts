import { startServer } from "../../../src/gateway/server.ts";
import { systemClock } from "../../../src/imm/clock.ts";
import { parsePolicies } from "../../../src/imm/policies.ts";
import { startTestGateway, type GraphQLResponse, type TestGateway } from "./gateway.ts";

/** Where a request says that it comes from. */
export interface Origin {
  readonly address?: string;
  readonly isSecure?: boolean;
  readonly userAgent?: string;
}

/** A listening gateway whose callers say their roles, with policies for those. */
export interface PolicyGateway extends TestGateway {
  ask(query: string, roles: readonly string[], origin?: Origin): Promise<GraphQLResponse<unknown>>;
}

/**
 * Over a local IMM with the project `atlas` (the bucket `attached` attached to it), its dataset `photos` (the bucket
 * `bound` bound to it), the projects `bare` and `spare` (the dataset `empty` in it), and the bucket `other`. Roles are
 * said by their policies' statements.
 */
export async function startPolicyGateway(
  roles: Readonly<Record<string, readonly object[]>>,
  now?: number,
): Promise<PolicyGateway> {
  const policies = Object.entries(roles).map(([role, Statement]) => [role, [{ Version: "1", Statement }]]);
  const service = await startTestGateway({
    permissions: {
      region: "cn-shanghai",
      accountId: "1000000000000000",
      roles: parsePolicies(Object.fromEntries(policies)),
    },
    ...(now !== undefined && { clock: { ...systemClock, now: () => now } }),
    authenticate: ({ headers }) => ({
      name: "somebody",
      roles: JSON.parse(headers.get("x-roles")!) as string[],
    }),
    trustedProxies: ["loopback"],
  });
  const server = await startServer(service.gateway, { host: "127.0.0.1", port: 0 });
  for (const bucket of ["bound", "attached", "other"]) service.makeBucket(bucket);
  await service.imm.call("CreateProject", { ProjectName: "bare" });
  await service.imm.call("CreateProject", { ProjectName: "atlas" });
  await service.imm.call("CreateDataset", { ProjectName: "atlas", DatasetName: "photos" });
  await service.imm.call("CreateBinding", {
    ...{ ProjectName: "atlas", DatasetName: "photos" },
    URI: "oss://bound",
  });
  await service.imm.call("AttachOSSBucket", { ProjectName: "atlas", OSSBucket: "attached" });
  // `DeleteDataset` refuses one that has bindings.
  await service.imm.call("CreateProject", { ProjectName: "spare" });
  await service.imm.call("CreateDataset", { ProjectName: "spare", DatasetName: "empty" });
  service.calls.length = 0;
  return {
    ...service,
    async ask(query, names, { address, isSecure, userAgent } = {}) {
      const response = await fetch(server.url, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          "x-roles": JSON.stringify(names),
          ...(address !== undefined && { "x-forwarded-for": address }),
          ...(isSecure && { "x-forwarded-proto": "https" }),
          ...(userAgent !== undefined && { "user-agent": userAgent }),
        },
        body: JSON.stringify({ query }),
      });
      return (await response.json()) as GraphQLResponse<unknown>;
    },
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]();
      await service[Symbol.asyncDispose]();
    },
  };
}
