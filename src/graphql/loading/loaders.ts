import type * as wire from "../../contract/wire.ts";
import type { ImmClient } from "../../imm/client.ts";
import { createFileLoader } from "./file-loader.ts";
import { createObjectLoader } from "./object-loader.ts";

/** Everything that one request reads by key, each object once. */
export type Loaders = ReturnType<typeof createLoaders>;

/** A task with its project, which lists leave out, and its event, which they don't know. */
export interface Task
  extends
    wire.TaskInfo,
    Pick<wire.GetTaskRequest, "ProjectName">,
    Pick<wire.GetTaskResponseBody, "EventId"> {}

const taskKeyOf = ({ ProjectName, TaskType, TaskId }: Task | wire.GetTaskRequest) => ({
  ProjectName,
  TaskType,
  TaskId,
});

/** What names a binding: the contract leaves the last two optional. */
export type BindingKey = Required<Pick<wire.GetBindingRequest, "ProjectName" | "DatasetName" | "URI">>;

/** An attached bucket: by its name alone, as it is read, or as lists have it, with its owner. */
export interface OssBucketAttachment
  extends
    Partial<Omit<wire.GetOSSBucketAttachmentResponseBody, "RequestId">>,
    wire.GetOSSBucketAttachmentRequest,
    Pick<wire.ListAttachedOSSBucketsResponseBodyAttachedOSSBuckets, "OwnerId"> {}

/** Makes the loaders of one request. */
export function createLoaders(imm: ImmClient) {
  const file = createFileLoader(imm);
  const loaders = {
    file,
    project: createObjectLoader<wire.GetProjectRequest, wire.Project>({
      get: async (params) => (await imm.call("GetProject", params)).Project,
      keyOf: ({ ProjectName }) => ({ ProjectName }),
      detail: "WithStatistics",
    }),
    dataset: createObjectLoader<wire.GetDatasetRequest, wire.Dataset>({
      get: async (params) => (await imm.call("GetDataset", params)).Dataset,
      keyOf: ({ ProjectName, DatasetName }) => ({ ProjectName, DatasetName }),
      detail: "WithStatistics",
      files: file,
    }),
    task: createObjectLoader<wire.GetTaskRequest, Task>({
      get: async (params) => ({ ...(await imm.call("GetTask", params)), ...taskKeyOf(params) }),
      keyOf: taskKeyOf,
      detail: "RequestDefinition",
    }),
    binding: createObjectLoader<BindingKey, wire.Binding>({
      get: async (params) => (await imm.call("GetBinding", params)).Binding,
      keyOf: ({ ProjectName, DatasetName, URI }) => ({ ProjectName, DatasetName, URI }),
      files: file,
    }),
    ossBucketAttachment: createObjectLoader<wire.GetOSSBucketAttachmentRequest, OssBucketAttachment>({
      get: async ({ OSSBucket }) => ({
        ...(await imm.call("GetOSSBucketAttachment", { OSSBucket })),
        OSSBucket,
      }),
      keyOf: ({ OSSBucket }) => ({ OSSBucket }),
    }),
  };
  return {
    ...loaders,
    /** Forgets everything: something is about to change. */
    clear() {
      for (const loader of Object.values(loaders)) loader.clear();
    },
  };
}
