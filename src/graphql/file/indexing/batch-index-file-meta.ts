import { toWire } from "../../../contract/contract.ts";
import type * as wire from "../../../contract/wire.ts";
import { callsAction } from "../../schema/action-extensions.ts";
import { builder } from "../../schema/builder.ts";
import { requestIdField } from "../../schema/payload.ts";
import { checkFiles } from "./check-files.ts";
import { datasetInputs } from "./dataset-inputs.ts";
import { FileInput } from "./file-inputs.ts";
import { notificationInputs } from "./notification-inputs.ts";

const BatchIndexFileMetaInput = builder.inputType("BatchIndexFileMetaInput", {
  description: "Files to index in a dataset.",
  fields: (t) => ({
    ...datasetInputs(t),
    files: t.field({ type: [FileInput], required: true, description: "The files, 1 to 100." }),
    ...notificationInputs(t, {
      userData: "Sent with messages to MNS only; at most 2048 bytes in UTF-8. Default: nothing.",
    }),
  }),
});

const BatchIndexFileMetaPayload = builder
  .objectRef<wire.BatchIndexFileMetaResponseBody>("BatchIndexFileMetaPayload")
  .implement({
    description: "IMM has accepted the files, and indexes them later.",
    fields: (t) => ({
      eventId: t.exposeString("EventId", {
        nullable: true,
        description:
          "The ID of the event by which IMM reports that it is done. Example: `30F-1D8FxFzDXKJH9YQdve4CjR****`.",
      }),
      ...requestIdField(t),
    }),
  });

builder.mutationField("batchIndexFileMeta", (t) =>
  t.field({
    description:
      "Indexes up to 100 files in a dataset, or indexes those again that are in it. IMM accepts the call before it looks at the files, and is done in seconds to minutes: wait with `fileIndexed`, or read `File.objectStatus`. Alibaba Cloud bills it. `NOT_FOUND` if there is no such dataset, `UPSTREAM_TIMEOUT` if IMM's response was lost: read the files before you repeat the call, which would be billed again.",
    type: BatchIndexFileMetaPayload,
    ...callsAction("BatchIndexFileMeta"),
    args: {
      input: t.arg({ type: BatchIndexFileMetaInput, required: true, description: "The files to index." }),
    },
    resolve(_root, { input }, { imm, loaders }) {
      loaders.clear();
      checkFiles(input.files, "input.files");
      return imm.call("BatchIndexFileMeta", toWire("BatchIndexFileMeta", input));
    },
  }),
);
