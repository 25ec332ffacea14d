import { checkNotification } from "../../params/notification.ts";
import { inputFile } from "../../params/schemas/input-file.ts";
import { datasetKeyOf, findDataset } from "../find-dataset.ts";
import type { Operation } from "../operation.ts";
import { queueFiles } from "./queue-files.ts";

export const IndexFileMeta: Operation<"IndexFileMeta"> = (params, context) => {
  const key = datasetKeyOf(params);
  const file = params.requiredJson("File", inputFile);
  checkNotification(params);
  return queueFiles([file], findDataset(key, context.store), context);
};
