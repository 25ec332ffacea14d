import { coversResource } from "./arn.ts";
import { matches } from "./pattern.ts";
import type { Condition } from "./policy/condition.ts";
import type { Effect, Policy, Statement } from "./policy/policy.ts";

/** What somebody wants to do, as RAM judges it. */
export interface RamRequest {
  /** With its service: `imm:CreateDataset`. */
  readonly action: string;
  /** By its full name, as `resourceName` makes it. It is taken literally. */
  readonly resource: string;
  /** What is known of the request, by condition key; a key without a value is absent. */
  readonly conditions: Readonly<Record<string, string | undefined>>;
}

/**
 * Whether a request is allowed, and by RAM's name for it why. `statement` is the one that decided, the same
 * object as in its policy; none did where nothing matched (ImplicitDeny).
 */
export type Decision =
  | { readonly allowed: true; readonly reason: "Allow"; readonly statement: Statement }
  | {
      readonly allowed: false;
      readonly reason: "ExplicitDeny" | "ImplicitDeny";
      readonly statement?: Statement;
    };

/**
 * Judges a request by the identity policies of whoever makes it. A Deny in any policy beats every Allow,
 * and what no statement matches is denied.
 */
export function evaluate(policies: readonly Policy[], request: RamRequest): Decision {
  const deny = first("Deny", policies, request);
  if (deny) return { allowed: false, reason: "ExplicitDeny", statement: deny };
  const allow = first("Allow", policies, request);
  if (allow) return { allowed: true, reason: "Allow", statement: allow };
  return { allowed: false, reason: "ImplicitDeny" };
}

function first(effect: Effect, policies: readonly Policy[], request: RamRequest): Statement | undefined {
  // RAM documents the action as not case-sensitive in most cases.
  const action = request.action.toLowerCase();
  for (const { statements } of policies) {
    for (const statement of statements) {
      if (statement.effect === effect && applies(statement, action, request)) return statement;
    }
  }
  return undefined;
}

function applies(
  { effect, actions, resources, conditions }: Statement,
  action: string,
  request: RamRequest,
): boolean {
  const isNamed = actions.patterns.some((pattern) => matches(pattern.toLowerCase(), action));
  return (
    isNamed !== actions.negated &&
    resources.some((pattern) => coversResource(pattern, request.resource)) &&
    conditions.every((condition) => isMet(condition, effect, request.conditions[condition.key]))
  );
}

/**
 * A key that the request hasn't leaves its condition unmet: a statement holds for requests that meet its
 * conditions. RAM's pages don't say whether that goes for negated operators too. "Deny unless the address is
 * ours" must hold for an address that isn't known, so in a Deny they are met, and in an Allow unmet. By the
 * same reason a value that can't be read as its type never meets an Allow and always meets a Deny.
 */
function isMet(condition: Condition, effect: Effect, sent: string | undefined): boolean {
  const isDeny = effect === "Deny";
  if (sent === undefined) return isDeny && condition.negated;
  return condition.test(sent) ?? isDeny;
}
