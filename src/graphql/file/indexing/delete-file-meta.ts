import { toWire } from "../../../contract/contract.ts";
import type * as wire from "../../../contract/wire.ts";
import { callsAction } from "../../schema/action-extensions.ts";
import { builder } from "../../schema/builder.ts";
import { requestIdField } from "../../schema/payload.ts";
import { fileKey, FileType } from "../file.ts";
import { datasetInputs } from "./dataset-inputs.ts";

const DeleteFileMetaInput = builder.inputType("DeleteFileMetaInput", {
  description: "A file to take out of a dataset.",
  fields: (t) => ({
    ...datasetInputs(t),
    uri: t.field({
      type: "FileUri",
      required: true,
      description: "Which file. Example: `oss://test-bucket/test-object.jpg`.",
    }),
  }),
});

const DeleteFileMetaPayload = builder
  .objectRef<wire.DeleteFileMetaResponseBody & wire.DeleteFileMetaRequest>("DeleteFileMetaPayload")
  .implement({
    description: "The file that was taken out.",
    fields: (t) => ({
      deletedFileId: t.globalID({
        description: "The `id` that it had.",
        resolve: (key) => ({ type: FileType, id: fileKey.innerId(key) }),
      }),
      ...requestIdField(t),
    }),
  });

builder.mutationField("deleteFileMeta", (t) =>
  t.field({
    description:
      "Deletes what is indexed of a file in a dataset; the object in OSS stays. It succeeds too if the file isn't indexed. `NOT_FOUND` if there is no such dataset.",
    type: DeleteFileMetaPayload,
    ...callsAction("DeleteFileMeta"),
    args: { input: t.arg({ type: DeleteFileMetaInput, required: true, description: "Which file." }) },
    async resolve(_root, { input }, { imm, loaders }) {
      loaders.clear();
      const key = toWire("DeleteFileMeta", input);
      return { ...key, ...(await imm.call("DeleteFileMeta", key)) };
    },
  }),
);
