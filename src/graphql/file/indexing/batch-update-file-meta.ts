import { toWire } from "../../../contract/contract.ts";
import type * as wire from "../../../contract/wire.ts";
import type { FileKey } from "../../loading/file-loader.ts";
import { callsAction } from "../../schema/action-extensions.ts";
import { builder } from "../../schema/builder.ts";
import { requestIdField } from "../../schema/payload.ts";
import { checkFiles } from "./check-files.ts";
import { datasetInputs } from "./dataset-inputs.ts";
import { FileUpdateInput } from "./file-inputs.ts";
import { FileUpdateOutcomeType, outcomesOf } from "./file-update-outcome.ts";

const BatchUpdateFileMetaInput = builder.inputType("BatchUpdateFileMetaInput", {
  description: "What to change of the files of a dataset.",
  fields: (t) => ({
    ...datasetInputs(t),
    files: t.field({
      type: [FileUpdateInput],
      required: true,
      description: "The files, 1 to 100, each with what to change.",
    }),
  }),
});

const BatchUpdateFileMetaPayload = builder
  .objectRef<wire.BatchUpdateFileMetaResponseBody & { sent: FileKey[] }>("BatchUpdateFileMetaPayload")
  .implement({
    description: "What became of each file.",
    fields: (t) => ({
      files: t.field({
        type: [FileUpdateOutcomeType],
        description: "The outcome of each file, in the order in which they were sent.",
        resolve: ({ sent, Files }) => outcomesOf(sent, Files ?? []),
      }),
      ...requestIdField(t),
    }),
  });

builder.mutationField("batchUpdateFileMeta", (t) =>
  t.field({
    description:
      "Changes the custom ID, the custom labels or the faces of up to 100 files that are indexed. It succeeds even if files fail: `files` says which. `NOT_FOUND` if there is no such dataset.",
    type: BatchUpdateFileMetaPayload,
    ...callsAction("BatchUpdateFileMeta", undefined, { batch: "files" }),
    args: {
      input: t.arg({ type: BatchUpdateFileMetaInput, required: true, description: "What to change." }),
    },
    async resolve(_root, { input }, { imm, loaders }) {
      loaders.clear();
      checkFiles(input.files, "input.files");
      const params = toWire("BatchUpdateFileMeta", input);
      const { ProjectName, DatasetName, Files } = params;
      const reply = await imm.call("BatchUpdateFileMeta", params);
      return { ...reply, sent: Files.map(({ URI }) => ({ ProjectName, DatasetName, URI })) };
    },
  }),
);
