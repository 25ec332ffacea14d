import { toWire } from "../../contract/contract.ts";
import type * as wire from "../../contract/wire.ts";
import { callsAction } from "../schema/action-extensions.ts";
import { builder } from "../schema/builder.ts";
import { requestIdField } from "../schema/payload.ts";
import { datasetKey, DatasetType } from "./dataset.ts";
import { keyInputs } from "./inputs.ts";

const DeleteDatasetInput = builder.inputType("DeleteDatasetInput", {
  description: "A dataset to delete.",
  fields: (t) => ({
    ...keyInputs(t),
  }),
});

const DeleteDatasetPayload = builder
  .objectRef<wire.DeleteDatasetResponseBody & wire.DeleteDatasetRequest>("DeleteDatasetPayload")
  .implement({
    description: "The dataset that was deleted.",
    fields: (t) => ({
      deletedDatasetId: t.globalID({
        description: "The `id` that it had.",
        resolve: (key) => ({ type: DatasetType, id: datasetKey.innerId(key) }),
      }),
      ...requestIdField(t),
    }),
  });

builder.mutationField("deleteDataset", (t) =>
  t.field({
    description:
      "Deletes a dataset, for good. `CONFLICT` while it has indexed files or bound buckets, `NOT_FOUND` where there is none of that name.",
    type: DeleteDatasetPayload,
    ...callsAction("DeleteDataset"),
    args: { input: t.arg({ type: DeleteDatasetInput, required: true, description: "Which dataset." }) },
    async resolve(_root, { input }, { imm, loaders }) {
      loaders.clear();
      const key = toWire("DeleteDataset", input);
      return { ...key, ...(await imm.call("DeleteDataset", key)) };
    },
  }),
);
