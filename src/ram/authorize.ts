import type { Action } from "../contract/wire.ts";
import { evaluate, type Decision } from "./evaluate.ts";
import type { Policy } from "./policy/policy.ts";
import { conditionsOf, type Circumstances } from "./request-context.ts";
import { resourceName } from "./resource.ts";

/** The account whose resources are asked for, and where. */
export interface Account {
  readonly region: string;
  readonly accountId: string;
}

/** A call to IMM, as permissions judge it. */
export interface JudgedCall {
  readonly action: Action;
  /** Its parameters by wire name; those that name the resource are enough. */
  readonly params: Readonly<Record<string, unknown>>;
  readonly circumstances: Circumstances;
}

/** What RAM says of a call: of which action, on which resource, and why. */
export interface Verdict {
  /** With its service: `imm:CreateDataset`. */
  readonly action: string;
  /** By its full name. */
  readonly resource: string;
  readonly decision: Decision;
}

/** Judges a call to IMM by the identity policies of whoever makes it. */
export function judge(
  policies: readonly Policy[],
  { action: name, params, circumstances }: JudgedCall,
  account: Account,
): Verdict {
  const action = `imm:${name}`;
  const resource = resourceName(name, params, account);
  const decision = evaluate(policies, { action, resource, conditions: conditionsOf(circumstances) });
  return { action, resource, decision };
}
