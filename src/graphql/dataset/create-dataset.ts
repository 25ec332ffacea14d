import { toWire } from "../../contract/contract.ts";
import type * as wire from "../../contract/wire.ts";
import type { Reconciliation } from "../../imm/client.ts";
import { callsAction } from "../schema/action-extensions.ts";
import { builder } from "../schema/builder.ts";
import { createdFields } from "../schema/payload.ts";
import { DatasetType } from "./dataset.ts";
import { settingInputs } from "./inputs.ts";

const CreateDatasetInput = builder.inputType("CreateDatasetInput", {
  description: "A dataset to create.",
  fields: (t) => ({
    projectName: t.field({
      type: "ProjectName",
      required: true,
      description: "An existing project. Example: `test-project`.",
    }),
    datasetName: t.field({
      type: "DatasetName",
      required: true,
      description: "Its name, for good; unique in the project. Example: `dataset001`.",
    }),
    description: t.field({
      type: "Description",
      description: "What it is for, 0 to 256 characters. Default: empty. Example: `immtest`.",
    }),
    ...settingInputs(t, {
      template: "Default: empty, which is the project's.",
      limits: "Default: the project's, which is the value of the example unless it was set.",
    }),
  }),
});

const CreateDatasetPayload = builder
  .objectRef<wire.CreateDatasetResponseBody & Reconciliation>("CreateDatasetPayload")
  .implement({
    description: "The dataset that was created.",
    fields: (t) => ({
      dataset: t.expose("Dataset", { type: DatasetType, description: "As IMM answers it." }),
      ...createdFields(t),
    }),
  });

builder.mutationField("createDataset", (t) =>
  t.field({
    description:
      "Creates a dataset in a project. Alibaba Cloud bills the call. `CONFLICT` where the name is taken, `NOT_FOUND` where there is no such project, `LIMIT_EXCEEDED` where the project has no room for more, `UPSTREAM_TIMEOUT` where IMM's answer was lost and a look-up didn't find it.",
    type: CreateDatasetPayload,
    ...callsAction("CreateDataset"),
    args: {
      input: t.arg({ type: CreateDatasetInput, required: true, description: "The dataset to create." }),
    },
    async resolve(_root, { input }, { imm, loaders }) {
      loaders.clear();
      const reply = await imm.call("CreateDataset", toWire("CreateDataset", input));
      loaders.dataset.prime(reply.Dataset, { isDetailed: true });
      return reply;
    },
  }),
);
