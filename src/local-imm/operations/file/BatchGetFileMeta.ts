import { batch } from "../../params/schemas/batch.ts";
import { fileUri } from "../../params/schemas/input-file.ts";
import { readWithFields } from "../../params/with-fields.ts";
import { datasetKeyOf, findDataset } from "../find-dataset.ts";
import type { Operation } from "../operation.ts";
import { showFile } from "./show-file.ts";

const uris = batch(fileUri);

/** Files that aren't indexed are left out, and one that is named twice is answered once: the documents say neither. */
export const BatchGetFileMeta: Operation<"BatchGetFileMeta"> = (params, { store, accountId }) => {
  const key = datasetKeyOf(params);
  const URIs = new Set(params.requiredJson("URIs", uris));
  const WithFields = readWithFields(params);
  const { DatasetId } = findDataset(key, store);
  const files = [...URIs].flatMap((URI) => store.files.find({ DatasetId, URI }) ?? []);
  return { Files: files.map((file) => showFile(file, { ...key, OwnerId: accountId, WithFields })) };
};
