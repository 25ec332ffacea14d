import { fileUpdate } from "../../params/schemas/input-file.ts";
import { datasetKeyOf, findDataset } from "../find-dataset.ts";
import type { Operation } from "../operation.ts";
import { updateFile } from "./update-file.ts";

export const UpdateFileMeta: Operation<"UpdateFileMeta"> = (params, context) => {
  const key = datasetKeyOf(params);
  const update = params.requiredJson("File", fileUpdate);
  updateFile(update, findDataset(key, context.store).DatasetId, context);
  return {};
};
