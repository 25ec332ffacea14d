import { toWire } from "../../../contract/contract.ts";
import type * as wire from "../../../contract/wire.ts";
import type { FileKey } from "../../loading/file-loader.ts";
import { readReferenced } from "../../loading/read-by-key.ts";
import { callsAction } from "../../schema/action-extensions.ts";
import { builder } from "../../schema/builder.ts";
import { requestIdField } from "../../schema/payload.ts";
import { fileCalls, FileType } from "../file.ts";
import { checkCustomLabels } from "./custom-labels.ts";
import { datasetInputs } from "./dataset-inputs.ts";
import { FileUpdateInput } from "./file-inputs.ts";

const UpdateFileMetaInput = builder.inputType("UpdateFileMetaInput", {
  description: "What to change of a file.",
  fields: (t) => ({
    ...datasetInputs(t),
    file: t.field({ type: FileUpdateInput, required: true, description: "The file, and what to change." }),
  }),
});

const UpdateFileMetaPayload = builder
  .objectRef<wire.UpdateFileMetaResponseBody & { key: FileKey }>("UpdateFileMetaPayload")
  .implement({
    description: "The file that was changed.",
    fields: (t) => ({
      file: t.field({
        description: "The file after the change. Selected by its key alone, it costs no call.",
        type: FileType,
        nullable: true,
        ...callsAction("BatchGetFileMeta"),
        resolve: ({ key }, _args, { loaders }, info) =>
          readReferenced({ loader: loaders.file, key, info, calls: fileCalls }),
      }),
      ...requestIdField(t),
    }),
  });

builder.mutationField("updateFileMeta", (t) =>
  t.field({
    description:
      "Changes the custom ID, the custom labels or the faces of a file that is indexed. `NOT_FOUND` if it isn't, or there is no such dataset.",
    type: UpdateFileMetaPayload,
    ...callsAction("UpdateFileMeta"),
    args: {
      input: t.arg({ type: UpdateFileMetaInput, required: true, description: "What to change." }),
    },
    async resolve(_root, { input }, { imm, loaders }) {
      loaders.clear();
      checkCustomLabels(input.file, "input.file");
      const params = toWire("UpdateFileMeta", input);
      const { ProjectName, DatasetName, File } = params;
      const reply = await imm.call("UpdateFileMeta", params);
      return { ...reply, key: { ProjectName, DatasetName, URI: File.URI } };
    },
  }),
);
