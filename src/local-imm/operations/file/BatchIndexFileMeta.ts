import { checkNotification } from "../../params/notification.ts";
import { batch } from "../../params/schemas/batch.ts";
import { inputFile } from "../../params/schemas/input-file.ts";
import { datasetKeyOf, findDataset } from "../find-dataset.ts";
import type { Operation } from "../operation.ts";
import { queueFiles } from "./queue-files.ts";

const inputFiles = batch(inputFile);

export const BatchIndexFileMeta: Operation<"BatchIndexFileMeta"> = (params, context) => {
  const key = datasetKeyOf(params);
  const files = params.requiredJson("Files", inputFiles);
  checkNotification(params);
  return queueFiles(files, findDataset(key, context.store), context);
};
