import type { Condition } from "../../ram/policy/condition.ts";
import type { Statement } from "../../ram/policy/policy.ts";
import { builder } from "../schema/builder.ts";

const PolicyConditionType = builder.objectRef<Condition>("PolicyCondition").implement({
  description: "One condition of a statement.",
  fields: (t) => ({
    operator: t.exposeString("operator", { description: "How it compares. Example: `IpAddress`." }),
    key: t.exposeString("key", { description: "What of the request it looks at. Example: `acs:SourceIp`." }),
    values: t.exposeStringList("values", {
      description: "What it compares that with, one of them being enough. Example: `10.0.0.0/8`.",
    }),
  }),
});

const PolicyEffectType = builder.enumType("PolicyEffect", {
  description: "Whether a statement allows what it matches, or denies it.",
  values: {
    ALLOW: { value: "Allow", description: "Allows it, unless another statement denies it." },
    DENY: { value: "Deny", description: "Denies it, whatever allows it." },
  } as const,
});

export const PolicyStatementType = builder.objectRef<Statement>("PolicyStatement").implement({
  description: "One statement of a RAM policy.",
  fields: (t) => ({
    effect: t.field({
      type: PolicyEffectType,
      description: "What it does to what it matches.",
      resolve: ({ effect }) => effect,
    }),
    actions: t.stringList({
      nullable: true,
      description: "The actions that it matches. Null where it has `notActions`. Example: `imm:Get*`.",
      resolve: ({ actions: { negated, patterns } }) => (negated ? null : patterns),
    }),
    notActions: t.stringList({
      nullable: true,
      description: "It matches every action but these. Null where it has `actions`.",
      resolve: ({ actions: { negated, patterns } }) => (negated ? patterns : null),
    }),
    resources: t.exposeStringList("resources", {
      description: "The resources that it matches. Example: `acs:imm:*:*:project/test-project/*`.",
    }),
    conditions: t.expose("conditions", {
      type: [PolicyConditionType],
      description: "What a request must meet, all of them, for the statement to match.",
    }),
  }),
});
