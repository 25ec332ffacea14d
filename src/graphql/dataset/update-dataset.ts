import { toWire } from "../../contract/contract.ts";
import type * as wire from "../../contract/wire.ts";
import { callsAction } from "../schema/action-extensions.ts";
import { builder } from "../schema/builder.ts";
import { requestIdField } from "../schema/payload.ts";
import { DatasetType } from "./dataset.ts";
import { keyInputs, settingInputs } from "./inputs.ts";

const UpdateDatasetInput = builder.inputType("UpdateDatasetInput", {
  description: "What to change in a dataset. What is left out keeps its value.",
  fields: (t) => ({
    ...keyInputs(t),
    description: t.field({
      type: "Description",
      description: "What it is for, 0 to 256 characters; empty clears it.",
    }),
    ...settingInputs(t, { template: "Default: as it is.", limits: "Default: as it is." }),
  }),
});

const UpdateDatasetPayload = builder
  .objectRef<wire.UpdateDatasetResponseBody>("UpdateDatasetPayload")
  .implement({
    description: "The dataset that was changed.",
    fields: (t) => ({
      dataset: t.expose("Dataset", {
        type: DatasetType,
        description: "As IMM answered it, with the changes.",
      }),
      ...requestIdField(t),
    }),
  });

builder.mutationField("updateDataset", (t) =>
  t.field({
    description:
      "Changes a dataset; IMM may take 5 minutes until the change works. `NOT_FOUND` where there is none of that name.",
    type: UpdateDatasetPayload,
    ...callsAction("UpdateDataset"),
    args: { input: t.arg({ type: UpdateDatasetInput, required: true, description: "What to change." }) },
    async resolve(_root, { input }, { imm, loaders }) {
      loaders.clear();
      const reply = await imm.call("UpdateDataset", toWire("UpdateDataset", input));
      loaders.dataset.prime(reply.Dataset, { isDetailed: false });
      return reply;
    },
  }),
);
