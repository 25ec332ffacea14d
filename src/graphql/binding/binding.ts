import type { TypeCalls } from "../../contract/calls.ts";
import { toWire } from "../../contract/contract.ts";
import type * as wire from "../../contract/wire.ts";
import { datasetCalls, DatasetType } from "../dataset/dataset.ts";
import type { BindingKey } from "../loading/loaders.ts";
import { readByKey, readReferenced } from "../loading/read-by-key.ts";
import { callsAction, readByAction } from "../schema/action-extensions.ts";
import { builder } from "../schema/builder.ts";
import { idDescription } from "../schema/global-id.ts";
import { createKey, nameKey, bucketUriKey } from "../schema/key.ts";
import { nodeId } from "../schema/node-ids.ts";
import { readReference } from "../subgraph/reference.ts";

/** A binding in the graph; its list and its mutations have files of their own. */
export const BindingType = builder.objectRef<wire.Binding>("Binding");

/** A binding is identified by its dataset and its bucket's URI. */
export const bindingKey = createKey("Binding", {
  ProjectName: nameKey,
  DatasetName: nameKey,
  URI: bucketUriKey,
});

/** How bindings are read. */
export const bindingCalls: TypeCalls = {
  action: "GetBinding",
  key: bindingKey.names,
  keyFields: ["__typename", "dataset", "id", ...bindingKey.fields],
  details: [],
};

builder.node(BindingType, {
  ...readByAction(bindingCalls),
  description:
    "An OSS bucket that is bound to a dataset: IMM scans all of it once and indexes its files, then follows its changes.",
  id: nodeId({ description: idDescription, resolve: bindingKey.innerId }),
  loadWithoutCache: (id, { loaders }, info) =>
    readByKey({ loader: loaders.binding, key: bindingKey.read(id), info, calls: bindingCalls }),
  fields: (t) => ({
    projectName: t.exposeID("ProjectName", {
      description: "The name of its dataset's project. Example: `test-project`.",
    }),
    datasetName: t.exposeID("DatasetName", {
      description: "The name of its dataset. Example: `dataset001`.",
    }),
    uri: t.exposeID("URI", { description: "The bucket, as `oss://bucket`. Example: `oss://examplebucket`." }),
    dataset: t.field({
      description: "The dataset that the bucket is bound to. Selected by its key alone, it costs no call.",
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
    state: t.exposeString("State", {
      nullable: true,
      description:
        "`Ready`: it is being prepared. `Running`: it follows the bucket. `Retrying`: its preparation is being retried. `Stopped`: it is paused. `Failed`: it couldn't be prepared. `Deleted`: it is being deleted. Example: `Running`.",
    }),
    phase: t.exposeString("Phase", {
      nullable: true,
      description:
        "`FullScanning`: the bucket's files are being indexed for the first time. `IncrementalScanning`: its changes are followed. Example: `IncrementalScanning`.",
    }),
    bindingReason: t.exposeString("Reason", {
      nullable: true,
      description: "Why it is paused or has failed; null otherwise. Example: `pause usage`.",
    }),
    createTime: t.expose("CreateTime", {
      type: "DateTime",
      nullable: true,
      description: "When it was created.",
    }),
    updateTime: t.expose("UpdateTime", {
      type: "DateTime",
      nullable: true,
      description:
        "When it was last paused or restarted; the same as `createTime` until then. A scan doesn't change it.",
    }),
  }),
});

builder.asEntity(BindingType, {
  key: [
    builder.selection<{ projectName: string; datasetName: string; uri: string }>(
      "projectName datasetName uri",
    ),
    builder.selection<{ id: string }>("id"),
  ],
  resolveReference: (reference, { loaders }, info) =>
    readReferenced({
      loader: loaders.binding,
      key: readReference(reference, bindingKey),
      info,
      calls: bindingCalls,
    }),
});

builder.queryField("binding", (t) =>
  t.field({
    description:
      "One binding, or null if the bucket isn't bound to that dataset, or there is no such dataset.",
    type: BindingType,
    nullable: true,
    ...callsAction("GetBinding"),
    args: {
      projectName: t.arg({
        type: "ProjectName",
        required: true,
        description: "The name of its dataset's project.",
      }),
      datasetName: t.arg({ type: "DatasetName", required: true, description: "The name of its dataset." }),
      uri: t.arg({
        type: "BucketUri",
        required: true,
        description: "The bucket, as `oss://bucket`. Example: `oss://examplebucket`.",
      }),
    },
    resolve: (_root, key, { loaders }, info) =>
      readByKey({
        loader: loaders.binding,
        key: toWire("GetBinding", key) as BindingKey,
        info,
        calls: bindingCalls,
      }),
  }),
);
