import { toWire } from "../../contract/contract.ts";
import type * as wire from "../../contract/wire.ts";
import type { BindingKey } from "../loading/loaders.ts";
import { callsAction } from "../schema/action-extensions.ts";
import { builder } from "../schema/builder.ts";
import { requestIdField } from "../schema/payload.ts";
import { bindingKey, BindingType } from "./binding.ts";
import { bindingInputs } from "./inputs.ts";

const DeleteBindingInput = builder.inputType("DeleteBindingInput", {
  description: "A binding to delete.",
  fields: (t) => bindingInputs(t),
});

const DeleteBindingPayload = builder
  .objectRef<wire.DeleteBindingResponseBody & BindingKey>("DeleteBindingPayload")
  .implement({
    description: "The binding that was deleted.",
    fields: (t) => ({
      deletedBindingId: t.globalID({
        description: "The `id` that it had.",
        resolve: (key) => ({ type: BindingType, id: bindingKey.innerId(key) }),
      }),
      ...requestIdField(t),
    }),
  });

builder.mutationField("deleteBinding", (t) =>
  t.field({
    description:
      "Ends the binding of a bucket: later changes aren't indexed. What has been indexed stays in the dataset until you delete it there. `NOT_FOUND` if the bucket isn't bound to that dataset.",
    type: DeleteBindingPayload,
    ...callsAction("DeleteBinding"),
    args: { input: t.arg({ type: DeleteBindingInput, required: true, description: "Which binding." }) },
    async resolve(_root, { input }, { imm, loaders }) {
      loaders.clear();
      const key = toWire("DeleteBinding", input) as BindingKey;
      return { ...key, ...(await imm.call("DeleteBinding", key)) };
    },
  }),
);
