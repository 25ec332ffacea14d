import type { CallerAuthorization } from "../../imm/permissions.ts";
import { builder } from "../schema/builder.ts";
import { PolicyStatementType } from "./policy-statement.ts";

const DecisionReasonType = builder.enumType("DecisionReason", {
  description: "Why something is allowed or not.",
  values: {
    ALLOW: {
      value: "Allow",
      description: "A statement allows it and none denies it, or the gateway has no policies.",
    },
    EXPLICIT_DENY: { value: "ExplicitDeny", description: "A statement denies it." },
    IMPLICIT_DENY: { value: "ImplicitDeny", description: "No statement allows it." },
  } as const,
});

/** A decision; without an authorization everything is allowed. */
export const DecisionType = builder
  .objectRef<{ authorization: CallerAuthorization | undefined }>("Decision")
  .implement({
    description: "Whether the caller may do something, judged as the call itself would be.",
    fields: (t) => ({
      allowed: t.boolean({
        description: "Whether they may.",
        resolve: ({ authorization }) => authorization?.decision.allowed ?? true,
      }),
      reason: t.field({
        type: DecisionReasonType,
        description: "Why.",
        resolve: ({ authorization }) => authorization?.decision.reason ?? "Allow",
      }),
      resource: t.string({
        nullable: true,
        description:
          "What was asked for, by RAM's name for it. Null where the gateway has no policies. Example: `acs:imm:cn-shanghai:1000000000000000:project/test-project`.",
        resolve: ({ authorization }) => authorization?.resource,
      }),
      role: t.string({
        nullable: true,
        description: "The role that has the deciding statement. Null where none decided.",
        resolve: ({ authorization }) => authorization?.role,
      }),
      statement: t.field({
        type: PolicyStatementType,
        nullable: true,
        description: "The statement that decided. Null where none did.",
        resolve: ({ authorization }) => authorization?.decision.statement,
      }),
    }),
  });
