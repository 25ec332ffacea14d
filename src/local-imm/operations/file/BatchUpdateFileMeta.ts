import { Fault } from "../../http/fault.ts";
import { batch } from "../../params/schemas/batch.ts";
import { fileUpdate, type FileUpdate } from "../../params/schemas/input-file.ts";
import { datasetKeyOf, findDataset } from "../find-dataset.ts";
import type { Operation } from "../operation.ts";
import { updateFile } from "./update-file.ts";

const fileUpdates = batch(fileUpdate);

export const BatchUpdateFileMeta: Operation<"BatchUpdateFileMeta"> = (params, context) => {
  const key = datasetKeyOf(params);
  const updates = params.requiredJson("Files", fileUpdates);
  const { DatasetId } = findDataset(key, context.store);
  const outcomeOf = (update: FileUpdate) => {
    try {
      updateFile(update, DatasetId, context);
      return { URI: update.URI, Success: true, Message: "" };
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      return { URI: update.URI, Success: false, Message: `[${error.code}] ${error.message}` };
    }
  };
  return { Files: updates.map(outcomeOf) };
};
