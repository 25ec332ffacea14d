import { batch } from "../../params/schemas/batch.ts";
import { fileUri } from "../../params/schemas/input-file.ts";
import { datasetKeyOf, findDataset } from "../find-dataset.ts";
import type { Operation } from "../operation.ts";
import { deleteFiles } from "./delete-files.ts";

const uris = batch(fileUri);

export const BatchDeleteFileMeta: Operation<"BatchDeleteFileMeta"> = (params, context) => {
  const key = datasetKeyOf(params);
  const URIs = params.requiredJson("URIs", uris);
  deleteFiles(URIs, findDataset(key, context.store).DatasetId, context);
  return {};
};
