import { toWire } from "../../../contract/contract.ts";
import type * as wire from "../../../contract/wire.ts";
import { callsAction } from "../../schema/action-extensions.ts";
import { builder } from "../../schema/builder.ts";
import { requestIdField } from "../../schema/payload.ts";
import { fileKey, FileType } from "../file.ts";
import { checkFileCount } from "./check-files.ts";
import { datasetInputs } from "./dataset-inputs.ts";

const BatchDeleteFileMetaInput = builder.inputType("BatchDeleteFileMetaInput", {
  description: "Files to take out of a dataset.",
  fields: (t) => ({
    ...datasetInputs(t),
    uris: t.field({
      type: ["FileUri"],
      required: true,
      description: "Which files, 1 to 100. Example: `oss://test-bucket/test-object.jpg`.",
    }),
  }),
});

const BatchDeleteFileMetaPayload = builder
  .objectRef<wire.BatchDeleteFileMetaResponseBody & wire.BatchDeleteFileMetaRequest>(
    "BatchDeleteFileMetaPayload",
  )
  .implement({
    description: "The files that were taken out.",
    fields: (t) => ({
      deletedFileIds: t.globalIDList({
        description: "The `id` that each had, in the order in which they were sent.",
        resolve: ({ ProjectName, DatasetName, URIs }) =>
          URIs.map((URI) => ({ type: FileType, id: fileKey.innerId({ ProjectName, DatasetName, URI }) })),
      }),
      ...requestIdField(t),
    }),
  });

builder.mutationField("batchDeleteFileMeta", (t) =>
  t.field({
    description:
      "Deletes what is indexed of up to 100 files in a dataset; the objects in OSS stay. It succeeds too if files aren't indexed. `NOT_FOUND` if there is no such dataset.",
    type: BatchDeleteFileMetaPayload,
    ...callsAction("BatchDeleteFileMeta"),
    args: {
      input: t.arg({ type: BatchDeleteFileMetaInput, required: true, description: "Which files." }),
    },
    async resolve(_root, { input }, { imm, loaders }) {
      loaders.clear();
      checkFileCount(input.uris, "input.uris");
      const key = toWire("BatchDeleteFileMeta", input);
      return { ...key, ...(await imm.call("BatchDeleteFileMeta", key)) };
    },
  }),
);
