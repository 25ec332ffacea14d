import { toWire } from "../../contract/contract.ts";
import type * as wire from "../../contract/wire.ts";
import type { Reconciliation } from "../../imm/client.ts";
import { callsAction } from "../schema/action-extensions.ts";
import { builder } from "../schema/builder.ts";
import { createdFields } from "../schema/payload.ts";
import { BindingType } from "./binding.ts";
import { bindingInputs } from "./inputs.ts";

const CreateBindingInput = builder.inputType("CreateBindingInput", {
  description: "A bucket to bind to a dataset. It must be in the project's region.",
  fields: (t) => bindingInputs(t),
});

const CreateBindingPayload = builder
  .objectRef<wire.CreateBindingResponseBody & Reconciliation>("CreateBindingPayload")
  .implement({
    description: "The binding that was created.",
    fields: (t) => ({
      binding: t.expose("Binding", { type: BindingType, description: "As IMM returns it." }),
      ...createdFields(t),
    }),
  });

builder.mutationField("createBinding", (t) =>
  t.field({
    description:
      "Binds a bucket to a dataset: its files are indexed, then its changes followed, both in the background. Alibaba Cloud bills the indexing. `CONFLICT` if it is bound already, `NOT_FOUND` if there is no such dataset, `LIMIT_EXCEEDED` if the dataset has as many bindings as its `datasetMaxBindCount`, `UPSTREAM_TIMEOUT` if IMM's response was lost and a look-up didn't find the binding.",
    type: CreateBindingPayload,
    ...callsAction("CreateBinding"),
    args: {
      input: t.arg({ type: CreateBindingInput, required: true, description: "The binding to create." }),
    },
    async resolve(_root, { input }, { imm, loaders }) {
      loaders.clear();
      const reply = await imm.call("CreateBinding", toWire("CreateBinding", input));
      loaders.binding.prime(reply.Binding, { isDetailed: true });
      return reply;
    },
  }),
);
