import { fileUri } from "../../params/schemas/input-file.ts";
import { datasetKeyOf, findDataset } from "../find-dataset.ts";
import type { Operation } from "../operation.ts";
import { deleteFiles } from "./delete-files.ts";

export const DeleteFileMeta: Operation<"DeleteFileMeta"> = (params, context) => {
  const key = datasetKeyOf(params);
  const URI = params.read("URI", fileUri)!;
  deleteFiles([URI], findDataset(key, context.store).DatasetId, context);
  return {};
};
