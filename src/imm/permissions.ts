import type { Action } from "../contract/wire.ts";
import { authorize, type Account, type Authorization } from "../ram/authorize.ts";
import type { Policy } from "../ram/policy/policy.ts";
import type { Caller } from "./caller.ts";
import { ImmError } from "./error.ts";

/** What callers may do: the policies of each role, and the account whose resources they name. */
export interface Permissions extends Account {
  readonly roles: ReadonlyMap<string, readonly Policy[]>;
}

/** Whether a caller may make a call, and by which role. */
export interface CallerAuthorization extends Authorization {
  /** The role whose policy decided; undefined if none did. */
  readonly role: string | undefined;
}

/** Decides whether a caller may make a call; undefined if there are no permissions, and so everything is allowed. */
export type AuthorizeCaller = (
  caller: Caller | undefined,
  action: Action,
  params: Readonly<Record<string, unknown>>,
) => CallerAuthorization | undefined;

/** Authorizes callers by these permissions. A role without policies allows nothing, and an unknown caller has no role. */
export function createAuthorizer(permissions: Permissions | undefined, now: () => number): AuthorizeCaller {
  return (caller, action, params) => {
    if (!permissions) return undefined;
    const roles = caller?.roles ?? [];
    const policiesOf = (role: string) => permissions.roles.get(role) ?? [];
    const context = {
      sourceIp: caller?.sourceIp,
      isSecure: caller?.isSecure ?? false,
      time: now(),
      userAgent: caller?.userAgent,
    };
    const authorization = authorize(roles.flatMap(policiesOf), { action, params, context }, permissions);
    const { statement } = authorization.decision;
    const contains = ({ statements }: Policy) => statement !== undefined && statements.includes(statement);
    return { ...authorization, role: roles.find((role) => policiesOf(role).some(contains)) };
  };
}

/** The error of a call that its caller may not make. */
export function denied(name: Action, { action, resource, decision }: CallerAuthorization): ImmError {
  const why =
    decision.reason === "ExplicitDeny"
      ? "a policy of your roles denies it"
      : "no policy of your roles allows it";
  return new ImmError(name, "denied", {
    message: `You may not do ${action} on ${resource}: ${why}.`,
    permission: { action, resource, reason: decision.reason },
  });
}
