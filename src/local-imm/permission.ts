import { randomBytes } from "node:crypto";
import type { Action } from "../contract/wire.ts";
import { authorize, type Account } from "../ram/authorize.ts";
import type { Call } from "./http/call.ts";
import { Fault } from "./http/fault.ts";
import type { LocalKey } from "./keys.ts";

export interface PermissionOptions extends Account {
  readonly now: () => bigint;
}

/** Makes the check that a key's policies allow what it asks for; a key without policies may do everything. */
export function createPermission({ region, accountId, now }: PermissionOptions) {
  return ({ policies, accessKeyId }: LocalKey, action: Action, { params, headers, sourceIp }: Call): void => {
    if (!policies) return;
    const context = {
      sourceIp,
      isSecure: false,
      time: Number(now() / 1_000_000n),
      userAgent: headers["user-agent"],
    };
    const { action: authAction, decision } = authorize(
      policies,
      { action, params: Object.fromEntries(params), context },
      { region, accountId },
    );
    if (decision.allowed) return;
    const detail = {
      AuthAction: authAction,
      AuthPrincipalType: "SubUser",
      AuthPrincipalDisplayName: accessKeyId,
      AuthPrincipalOwnerId: accountId,
      NoPermissionType: decision.reason,
      PolicyType: "AccountLevelIdentityBasedPolicy",
      // IMM's says more to those who may decode it; nobody may decode this one.
      EncodedDiagnosticMessage: randomBytes(24).toString("base64"),
    };
    throw new Fault(403, "NoPermission", "You are not authorized to operate on the specified resource.", {
      detail,
    });
  };
}
