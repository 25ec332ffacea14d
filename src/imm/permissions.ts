import type { Action } from "../contract/wire.ts";
import { judge, type Account, type Verdict } from "../ram/authorize.ts";
import type { Policy } from "../ram/policy/policy.ts";
import type { Caller } from "./caller.ts";

/** What callers may do: the policies of each role, and the account whose resources they name. */
export interface Permissions extends Account {
  readonly roles: ReadonlyMap<string, readonly Policy[]>;
}

/** A verdict on a caller's call. */
export interface CallerVerdict extends Verdict {
  /** The role that has the policy that decided; undefined where none did. */
  readonly role: string | undefined;
}

/** Judges a call for its caller; undefined where there are no permissions, and so everything is allowed. */
export type Judge = (
  caller: Caller | undefined,
  action: Action,
  params: Readonly<Record<string, unknown>>,
) => CallerVerdict | undefined;

/** Makes the judge of these permissions. A role that has no policies allows nothing, and nobody has no role. */
export function createJudge(permissions: Permissions | undefined, now: () => number): Judge {
  return (caller, action, params) => {
    if (!permissions) return undefined;
    const roles = caller?.roles ?? [];
    const policiesOf = (role: string) => permissions.roles.get(role) ?? [];
    const circumstances = {
      sourceIp: caller?.sourceIp,
      isSecure: caller?.isSecure ?? false,
      time: now(),
      userAgent: caller?.userAgent,
    };
    const verdict = judge(roles.flatMap(policiesOf), { action, params, circumstances }, permissions);
    const { statement } = verdict.decision;
    const holds = ({ statements }: Policy) => statement !== undefined && statements.includes(statement);
    return { ...verdict, role: roles.find((role) => policiesOf(role).some(holds)) };
  };
}
