import type { TypeCalls } from "../../contract/calls.ts";
import { contract, toWire } from "../../contract/contract.ts";
import { maxFiles } from "../../contract/in-calls.ts";
import { graphName } from "../../contract/names.ts";
import { datasetCalls, DatasetType } from "../dataset/dataset.ts";
import type { FileMeta } from "../loading/file-loader.ts";
import { readByKey, readReferenced } from "../loading/read-by-key.ts";
import { callsAction, readByAction } from "../schema/action-extensions.ts";
import { builder } from "../schema/builder.ts";
import { idDescription } from "../schema/global-id.ts";
import { createKey, nameKey, fileUriKey } from "../schema/key.ts";
import { nodeId } from "../schema/node-ids.ts";
import { readReference } from "../subgraph/reference.ts";

/** A file in the graph; what its fields are about has files of their own. */
export const FileType = builder.objectRef<FileMeta>("File");

/** A file is identified by its URI, inside one dataset. */
export const fileKey = createKey("File", { ProjectName: nameKey, DatasetName: nameKey, URI: fileUriKey });

/** How files are read. */
export const fileCalls: TypeCalls = {
  action: "BatchGetFileMeta",
  key: fileKey.names,
  keyFields: ["__typename", "id", "dataset", ...fileKey.fields],
  details: [],
  batch: { part: "URI", parameter: "URIs", max: maxFiles },
  fieldList: {
    parameter: "WithFields",
    always: "URI",
    wireNames: {
      ...Object.fromEntries(Object.keys(contract.models["File"]!).map((name) => [graphName(name), name])),
      fileReason: "Reason",
      fileStartTime: "StartTime",
      exifTags: "EXIF",
      exifTag: "EXIF",
      coordinates: "LatLong",
      customLabel: "CustomLabels",
    },
  },
};

builder.node(FileType, {
  ...readByAction(fileCalls),
  description:
    "What is indexed of a file, in one dataset. A file that is in two datasets is indexed in each.",
  id: nodeId({ description: idDescription, resolve: fileKey.innerId }),
  loadWithoutCache: (id, { loaders }, info) =>
    readByKey({ loader: loaders.file, key: fileKey.read(id), info, calls: fileCalls }),
  fields: (t) => ({
    projectName: t.exposeID("ProjectName", {
      description: "The name of its project. Example: `test-project`.",
    }),
    datasetName: t.exposeID("DatasetName", {
      description: "The name of its dataset. Example: `test-dataset`.",
    }),
    uri: t.exposeID("URI", {
      description:
        "Where the file is; unique within its dataset. Example: `oss://test-bucket/test-object.jpg`.",
    }),
    dataset: t.field({
      description: "The dataset that it is indexed in. Selected by its key alone, it costs no call.",
      type: DatasetType,
      nullable: true,
      ...callsAction("GetDataset"),
      resolve: ({ ProjectName, DatasetName }, _args, { loaders }, info) =>
        readReferenced({
          loader: loaders.dataset,
          key: { ProjectName, DatasetName },
          info,
          calls: datasetCalls,
        }),
    }),
    objectStatus: t.exposeString("ObjectStatus", {
      nullable: true,
      description:
        "How its indexing went. IMM's documents show no other value than the example. Example: `Indexed`.",
    }),
    fileReason: t.exposeString("Reason", {
      nullable: true,
      description:
        "Why it could not be indexed, IMM's `Reason`; null if it was. Example: `[InvalidArgument] File does not exist.`",
    }),
  }),
});

builder.asEntity(FileType, {
  key: [
    builder.selection<{ projectName: string; datasetName: string; uri: string }>(
      "projectName datasetName uri",
    ),
    builder.selection<{ id: string }>("id"),
  ],
  resolveReference: (reference, { loaders }, info) =>
    readReferenced({ loader: loaders.file, key: readReference(reference, fileKey), info, calls: fileCalls }),
});

const uriArgument = builder.args((t) => ({
  uri: t.field({
    type: "FileUri",
    required: true,
    description: "Where the file is. Example: `oss://test-bucket/test-object.jpg`.",
  }),
}));

builder.queryField("file", (t) =>
  t.field({
    description: "One file, or null if it isn't indexed, or there is no such dataset.",
    type: FileType,
    nullable: true,
    ...callsAction("BatchGetFileMeta"),
    args: {
      projectName: t.arg({ type: "ProjectName", required: true, description: "The name of its project." }),
      datasetName: t.arg({ type: "DatasetName", required: true, description: "The name of its dataset." }),
      ...uriArgument,
    },
    resolve: (_root, key, { loaders }, info) =>
      readByKey({ loader: loaders.file, key: toWire("GetFileMeta", key), info, calls: fileCalls }),
  }),
);

builder.objectField(DatasetType, "file", (t) =>
  t.field({
    description: "One file of it, or null if that isn't indexed.",
    type: FileType,
    nullable: true,
    ...callsAction("BatchGetFileMeta"),
    args: uriArgument,
    resolve: ({ ProjectName, DatasetName }, { uri }, { loaders }, info) =>
      readByKey({
        loader: loaders.file,
        key: { ProjectName, DatasetName, URI: uri },
        info,
        calls: fileCalls,
      }),
  }),
);
