import { randomBytes } from "node:crypto";
import type { Action } from "../contract/wire.ts";
import { evaluate } from "../ram/evaluate.ts";
import { resourceName } from "../ram/resource.ts";
import type { Call } from "./call.ts";
import { Fault } from "./fault.ts";
import type { LocalKey } from "./keys.ts";

/** The condition keys that a request here has a value for. */
export const conditionKeys = ["acs:SourceIp", "acs:SecureTransport", "acs:CurrentTime", "acs:UserAgent"];

export interface PermissionOptions {
  readonly region: string;
  readonly accountId: string;
  readonly now: () => bigint;
}

/** Makes the check that a key's policies allow what it asks for; a key without policies may do everything. */
export function createPermission({ region, accountId, now }: PermissionOptions) {
  return ({ policies, accessKeyId }: LocalKey, action: Action, { params, headers, sourceIp }: Call): void => {
    if (!policies) return;
    const decision = evaluate(policies, {
      action: `imm:${action}`,
      resource: resourceName(action, Object.fromEntries(params), { region, accountId }),
      conditions: {
        "acs:SourceIp": sourceIp,
        "acs:SecureTransport": "false",
        "acs:CurrentTime": new Date(Number(now() / 1_000_000n)).toISOString(),
        "acs:UserAgent": headers["user-agent"],
      },
    });
    if (decision.allowed) return;
    throw new Fault(403, "NoPermission", "You are not authorized to operate on the specified resource.", {
      AuthAction: `imm:${action}`,
      AuthPrincipalType: "SubUser",
      AuthPrincipalDisplayName: accessKeyId,
      AuthPrincipalOwnerId: accountId,
      NoPermissionType: decision.reason,
      PolicyType: "AccountLevelIdentityBasedPolicy",
      // IMM's says more to those who may decode it; nobody may decode this one.
      EncodedDiagnosticMessage: randomBytes(24).toString("base64"),
    });
  };
}
