import { notFound } from "../../http/fault.ts";
import { fileUri } from "../../params/schemas/input-file.ts";
import { readWithFields } from "../../params/with-fields.ts";
import { datasetKeyOf, findDataset } from "../find-dataset.ts";
import type { Operation } from "../operation.ts";
import { showFile } from "./show-file.ts";

export const GetFileMeta: Operation<"GetFileMeta"> = (params, { store, accountId }) => {
  const key = datasetKeyOf(params);
  const URI = params.read("URI", fileUri)!;
  const WithFields = readWithFields(params);
  const { DatasetId } = findDataset(key, store);
  const file = store.files.find({ DatasetId, URI });
  // What IMM answers isn't documented.
  if (!file) throw notFound("File");
  return { Files: [showFile(file, { ...key, OwnerId: accountId, WithFields })] };
};
