import { getFiles, type File } from "../files.ts";
import type { GraphDatasetKey } from "./dataset.ts";
import { text } from "./text.ts";

/** A file by the graph's names, so that no field needs a resolver. */
const toGraphFile = (file: File) => ({
  uri: file.URI,
  filename: file.Filename,
  size: text(file.Size),
  mediaType: file.MediaType,
  contentType: file.ContentType,
  fileHash: file.FileHash,
  customId: file.CustomId,
  title: file.Title,
  produceTime: file.ProduceTime,
  latLong: file.LatLong,
  fileModifiedTime: file.FileModifiedTime,
  createTime: file.CreateTime,
  updateTime: file.UpdateTime,
  eTag: file.ETag,
  ossObjectType: file.OSSObjectType,
  ossStorageClass: file.OSSStorageClass,
  objectAcl: file.ObjectACL,
  imageWidth: text(file.ImageWidth),
  imageHeight: text(file.ImageHeight),
  orientation: text(file.Orientation),
});

/** Files of a dataset, one for each URI; null if it isn't indexed. */
export async function readFiles({ projectName, datasetName }: GraphDatasetKey, uris: readonly string[]) {
  const files = await getFiles({ ProjectName: projectName, DatasetName: datasetName }, uris);
  return files.map((file) => file && toGraphFile(file));
}
