import { arnPattern } from "../arn.ts";
import { parseConditions, type Condition } from "./condition.ts";
import { PolicyError } from "./policy-error.ts";
import { readMembers, readTexts } from "./read-members.ts";

export { PolicyError } from "./policy-error.ts";

/** A RAM policy that was read and found well-formed. */
export interface Policy {
  readonly statements: readonly Statement[];
}

/** One statement of a policy: what it says of which actions on which resources, and when. */
export interface Statement {
  readonly effect: Effect;
  readonly actions: {
    readonly patterns: readonly string[];
    /** Whether the patterns say which actions are not meant (NotAction). */
    readonly negated: boolean;
  };
  readonly resources: readonly string[];
  /** All of them must be met. */
  readonly conditions: readonly Condition[];
}

/** Whether a statement permits what it matches, or forbids it. */
export type Effect = "Allow" | "Deny";

// Policies name actions of other services as well: AliyunIMMFullAccess has oss:ListBuckets and ram:PassRole.
const actionPattern = {
  allowed: "* or service:Action, like imm:Get*",
  isLegal: (text: string) => /^(?:\*|[\w*?.-]+:[\w*?.-]+)$/.test(text),
};

/**
 * Reads an identity policy, as the value that its JSON holds. `conditionKeys` are the keys that whoever
 * evaluates the policy can fill; another key is refused here, because a Deny on it would never match.
 *
 * The grammar is RAM's (https://www.alibabacloud.com/help/en/ram/policy-structure-and-syntax), read
 * strictly: whatever isn't understood could have been meant to deny.
 *
 * @throws PolicyError at the first thing that the grammar doesn't have.
 */
export function parsePolicy(
  document: unknown,
  { conditionKeys }: { conditionKeys: readonly string[] },
): Policy {
  const policy = readMembers(document, "Policy", ["Version", "Statement"]);
  if (policy["Version"] !== "1") throw new PolicyError("Version", policy["Version"], '"1"');

  const statements = policy["Statement"];
  if (!Array.isArray(statements) || statements.length === 0) {
    throw new PolicyError("Statement", statements, "a list of at least one statement");
  }
  return {
    statements: Array.from(statements, (statement: unknown, index) =>
      parseStatement(statement, `Statement[${index}]`, conditionKeys),
    ),
  };
}

function parseStatement(value: unknown, where: string, conditionKeys: readonly string[]): Statement {
  // No Principal: only trust policies and policies of resources have one, and IMM's resources have none.
  const names = ["Effect", "Action", "NotAction", "Resource", "Condition"];
  const statement = readMembers(value, where, names);
  const { Effect, Resource, Condition } = statement;

  if (Effect !== "Allow" && Effect !== "Deny") {
    throw new PolicyError(`${where}.Effect`, Effect, '"Allow" or "Deny"');
  }
  return {
    effect: Effect,
    actions: parseActions(statement, where),
    resources: readTexts(Resource, `${where}.Resource`, arnPattern),
    conditions:
      Condition === undefined ? [] : parseConditions(Condition, `${where}.Condition`, conditionKeys),
  };
}

function parseActions(statement: Readonly<Record<string, unknown>>, where: string): Statement["actions"] {
  const { Action, NotAction } = statement;
  if (Action !== undefined && NotAction !== undefined) {
    throw new PolicyError(where, "Action and NotAction", "one of Action and NotAction");
  }
  return NotAction === undefined
    ? { patterns: readTexts(Action, `${where}.Action`, actionPattern), negated: false }
    : { patterns: readTexts(NotAction, `${where}.NotAction`, actionPattern), negated: true };
}
