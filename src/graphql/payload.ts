import type { FieldRef } from "@pothos/core";
import type { builder } from "./builder.ts";

type Types = (typeof builder)["$inferSchemaTypes"];

/** The field that every mutation's payload has beside its object. */
export function requestIdField(t: PothosSchemaTypes.ObjectFieldBuilder<Types, { RequestId?: string }>): {
  requestId: FieldRef<Types>;
} {
  return {
    requestId: t.exposeString("RequestId", {
      nullable: true,
      description: "IMM's id of the call, for its support. Example: `6D74B3A9-5AC0-49F9-914D-E01589D3****`.",
    }),
  };
}
