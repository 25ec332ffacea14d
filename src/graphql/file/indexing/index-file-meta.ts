import { toWire } from "../../../contract/contract.ts";
import type * as wire from "../../../contract/wire.ts";
import { callsAction } from "../../schema/action-extensions.ts";
import { builder } from "../../schema/builder.ts";
import { requestIdField } from "../../schema/payload.ts";
import { checkCustomLabels } from "./custom-labels.ts";
import { datasetInputs } from "./dataset-inputs.ts";
import { FileInput } from "./file-inputs.ts";
import { notificationInputs } from "./notification-inputs.ts";

const IndexFileMetaInput = builder.inputType("IndexFileMetaInput", {
  description: "A file to index in a dataset.",
  fields: (t) => ({
    ...datasetInputs(t),
    file: t.field({ type: FileInput, required: true, description: "The file." }),
    ...notificationInputs(t, {
      userData: "Sent with the messages; at most 2048 bytes in UTF-8. Default: nothing.",
    }),
  }),
});

const IndexFileMetaPayload = builder
  .objectRef<wire.IndexFileMetaResponseBody>("IndexFileMetaPayload")
  .implement({
    description: "IMM has accepted the file, and indexes it later.",
    fields: (t) => ({
      eventId: t.exposeString("EventId", {
        nullable: true,
        description:
          "The ID of the event by which IMM reports that it is done. Example: `30F-1D8FxFzDXKJH9YQdve4CjR****`.",
      }),
      ...requestIdField(t),
    }),
  });

builder.mutationField("indexFileMeta", (t) =>
  t.field({
    description:
      "Indexes a file in a dataset, or indexes it again that is in it. IMM accepts the call before it looks at the file, and is done in seconds to minutes: wait with `fileIndexed`, or read `File.objectStatus`. Alibaba Cloud bills it. `NOT_FOUND` if there is no such dataset, `UPSTREAM_TIMEOUT` if IMM's response was lost: read the file before you repeat the call, which would be billed again.",
    type: IndexFileMetaPayload,
    ...callsAction("IndexFileMeta"),
    args: {
      input: t.arg({ type: IndexFileMetaInput, required: true, description: "The file to index." }),
    },
    resolve(_root, { input }, { imm, loaders }) {
      loaders.clear();
      checkCustomLabels(input.file, "input.file");
      return imm.call("IndexFileMeta", toWire("IndexFileMeta", input));
    },
  }),
);
