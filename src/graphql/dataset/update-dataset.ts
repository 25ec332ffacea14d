import { toWire } from "../../contract/contract.ts";
import type * as wire from "../../contract/wire.ts";
import { builder } from "../builder.ts";
import { limitInputs } from "../limits.ts";
import { requestIdField } from "../payload.ts";
import { WorkflowParameterInput } from "./workflow-parameter.ts";
import { DatasetType } from "./dataset.ts";

const UpdateDatasetInput = builder.inputType("UpdateDatasetInput", {
  description: "What to change in a dataset. What is left out keeps its value.",
  fields: (t) => ({
    projectName: t.field({
      type: "ProjectName",
      required: true,
      description: "The name of its project. Example: `test-project`.",
    }),
    datasetName: t.field({
      type: "DatasetName",
      required: true,
      description: "Which dataset. Example: `dataset001`.",
    }),
    description: t.field({
      type: "Description",
      description: "What it is for, 0 to 256 characters; empty clears it.",
    }),
    templateId: t.field({
      type: "Text",
      description:
        "The workflow template that says what is extracted from its files. Example: `Official:ImageManagement`.",
    }),
    ...limitInputs(t, "Default: as it is."),
    workflowParameters: t.field({
      type: [WorkflowParameterInput],
      description: "The parameters of its workflow template.",
      deprecationReason: "IMM accepts it without effect.",
    }),
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
    args: { input: t.arg({ type: UpdateDatasetInput, required: true, description: "What to change." }) },
    async resolve(_root, { input }, { imm, loaders }) {
      loaders.clear();
      const reply = await imm.call("UpdateDataset", toWire("UpdateDataset", input));
      loaders.dataset.prime(reply.Dataset, { counted: false });
      return reply;
    },
  }),
);
