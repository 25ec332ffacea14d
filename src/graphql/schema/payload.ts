import type { FieldRef } from "@pothos/core";
import type { Reconciliation } from "../../imm/client.ts";
import type { builder } from "./builder.ts";

type Types = (typeof builder)["$inferSchemaTypes"];

/** What a create's payload has beside its object: how sure it is whose answer that is. */
export function createdFields(
  t: PothosSchemaTypes.ObjectFieldBuilder<Types, { RequestId?: string } & Reconciliation>,
): {
  reconciled: FieldRef<Types, boolean>;
  requestId: FieldRef<Types>;
} {
  return {
    reconciled: t.boolean({
      description:
        "Whether IMM's answer was lost and this was looked up: made after the call began, with the settings asked for.",
      resolve: ({ reconciled }) => reconciled ?? false,
    }),
    ...requestIdField(t),
  };
}

/** The field that every mutation's payload has beside its object. */
export function requestIdField(t: PothosSchemaTypes.ObjectFieldBuilder<Types, { RequestId?: string }>): {
  requestId: FieldRef<Types>;
} {
  return {
    requestId: t.exposeString("RequestId", {
      nullable: true,
      description:
        "IMM's id of the call, for its support; null where its answer was lost. Example: `6D74B3A9-5AC0-49F9-914D-E01589D3****`.",
    }),
  };
}
