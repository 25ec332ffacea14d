import type { TypeCalls } from "../../contract/calls.ts";
import { contract, toWire } from "../../contract/contract.ts";
import { maxFiles } from "../../contract/in-calls.ts";
import { badInput } from "../input/bad-input.ts";
import type { FileMeta } from "../loading/file-loader.ts";
import { readReferenced } from "../loading/read-by-key.ts";
import { statusFields } from "../polling/file-status.ts";
import { pollsAction } from "../schema/action-extensions.ts";
import { builder } from "../schema/builder.ts";
import { fileCalls, fileKey, FileType } from "./file.ts";

// What a poll answers needn't be read again.
const polledCalls: TypeCalls = {
  ...fileCalls,
  keyFields: [...fileCalls.keyFields, "objectStatus", "fileReason"],
};

/** What a poll told of a file, so that its event isn't lost: each other field fails by itself. */
function withFailing(polled: FileMeta, known: readonly string[], error: unknown): FileMeta {
  const file = { ...polled };
  for (const name of Object.keys(contract.models["File"]!)) {
    if (known.includes(name) || name in fileKey.parts) continue;
    Object.defineProperty(file, name, {
      get() {
        throw error;
      },
    });
  }
  return file;
}

builder.subscriptionField("fileIndexed", (t) =>
  t.field({
    description:
      "One event for each of these files, when it has been indexed or has failed, or immediately if it already has; then the stream completes. `objectStatus` says which, `fileReason` why it failed. The gateway polls IMM every 1 to 10 seconds, less often if IMM asks it to, once for all who wait for files of a dataset. A file that IMM refuses has an event too, with an error in place of its status. The stream also waits for files that IMM doesn't know yet. Fields beyond these and the key cost one `BatchGetFileMeta` for each event. A file that is being indexed again counts as indexed.",
    type: FileType,
    ...pollsAction("BatchGetFileMeta", polledCalls.keyFields),
    args: {
      projectName: t.arg({ type: "ProjectName", required: true, description: "The name of its project." }),
      datasetName: t.arg({ type: "DatasetName", required: true, description: "The name of its dataset." }),
      uris: t.arg({
        type: ["FileUri"],
        required: true,
        description:
          'The files to wait for, 1 to 100. A file that is listed twice has one event. Example: `["oss://test-bucket/test-object.jpg"]`.',
      }),
    },
    subscribe(_root, files, { caller, filePolling }) {
      const { uris } = files;
      if (uris.length < 1 || uris.length > maxFiles) {
        const message = `The list must have 1 to ${maxFiles} URIs.`;
        throw badInput({ field: "uris", sent: `${uris.length} URIs`, allowed: `1..${maxFiles}`, message });
      }
      return filePolling.wait({ caller, ...toWire("BatchGetFileMeta", files) });
    },
    async resolve(polled, _args, { loaders }, info) {
      const { ProjectName, DatasetName, URI, refusal } = polled;
      if (refusal !== undefined) return withFailing({ ProjectName, DatasetName, URI }, [], refusal);
      const key = { ProjectName, DatasetName, URI };
      try {
        const file = await readReferenced({ loader: loaders.file, key, info, calls: polledCalls });
        // It may have been deleted since.
        return { ...polled, ...file };
      } catch (error) {
        return withFailing(polled, statusFields, error);
      }
    },
  }),
);
