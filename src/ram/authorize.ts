import type { Action } from "../contract/wire.ts";
import { evaluate, type Decision } from "./evaluate.ts";
import type { Policy } from "./policy/policy.ts";
import { conditionValues, type RequestContext } from "./request-context.ts";
import { resourceName } from "./resource.ts";

/** The account whose resources are asked for, and where. */
export interface Account {
  readonly region: string;
  readonly accountId: string;
}

/** A call to IMM, as RAM authorizes it. */
export interface CallToAuthorize {
  readonly action: Action;
  /** Its parameters by wire name; those that name the resource are enough. */
  readonly params: Readonly<Record<string, unknown>>;
  readonly context: RequestContext;
}

/** What RAM decides about a call: on which action and resource, and why. */
export interface Authorization {
  /** With its service: `imm:CreateDataset`. */
  readonly action: string;
  /** By its full name. */
  readonly resource: string;
  readonly decision: Decision;
}

/** Authorizes a call to IMM by the identity policies of whoever makes it. */
export function authorize(
  policies: readonly Policy[],
  { action: name, params, context }: CallToAuthorize,
  account: Account,
): Authorization {
  const action = `imm:${name}`;
  const resource = resourceName(name, params, account);
  const decision = evaluate(policies, { action, resource, conditions: conditionValues(context) });
  return { action, resource, decision };
}
