import type * as wire from "../../contract/wire.ts";
import type { ImmClient } from "../../imm/client.ts";
import { createFileLoader, type FileLoader } from "./file-loader.ts";
import { createObjectLoader } from "./object-loader.ts";

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

const projectLoader = (imm: ImmClient) =>
  createObjectLoader<wire.GetProjectRequest, wire.Project>({
    get: async (params) => (await imm.call("GetProject", params)).Project,
    keyOf: ({ ProjectName }) => ({ ProjectName }),
    detail: "WithStatistics",
  });

const datasetLoader = (imm: ImmClient, files: FileLoader) =>
  createObjectLoader<wire.GetDatasetRequest, wire.Dataset>({
    get: async (params) => (await imm.call("GetDataset", params)).Dataset,
    keyOf: ({ ProjectName, DatasetName }) => ({ ProjectName, DatasetName }),
    detail: "WithStatistics",
    files,
  });

const taskLoader = (imm: ImmClient) =>
  createObjectLoader<wire.GetTaskRequest, Task>({
    get: async (params) => ({ ...(await imm.call("GetTask", params)), ...taskKeyOf(params) }),
    keyOf: taskKeyOf,
    detail: "RequestDefinition",
  });

const bindingLoader = (imm: ImmClient, files: FileLoader) =>
  createObjectLoader<BindingKey, wire.Binding>({
    get: async (params) => (await imm.call("GetBinding", params)).Binding,
    keyOf: ({ ProjectName, DatasetName, URI }) => ({ ProjectName, DatasetName, URI }),
    files,
  });

const ossBucketAttachmentLoader = (imm: ImmClient) =>
  createObjectLoader<wire.GetOSSBucketAttachmentRequest, OssBucketAttachment>({
    get: async ({ OSSBucket }) => ({
      ...(await imm.call("GetOSSBucketAttachment", { OSSBucket })),
      OSSBucket,
    }),
    keyOf: ({ OSSBucket }) => ({ OSSBucket }),
  });

/** Everything that one request reads by key, each object once. Each loader is made when it is first used. */
export class Loaders {
  readonly #imm: ImmClient;
  #file?: FileLoader;
  #project?: ReturnType<typeof projectLoader>;
  #dataset?: ReturnType<typeof datasetLoader>;
  #task?: ReturnType<typeof taskLoader>;
  #binding?: ReturnType<typeof bindingLoader>;
  #ossBucketAttachment?: ReturnType<typeof ossBucketAttachmentLoader>;

  constructor(imm: ImmClient) {
    this.#imm = imm;
  }

  get file() {
    return (this.#file ??= createFileLoader(this.#imm));
  }
  get project() {
    return (this.#project ??= projectLoader(this.#imm));
  }
  get dataset() {
    return (this.#dataset ??= datasetLoader(this.#imm, this.file));
  }
  get task() {
    return (this.#task ??= taskLoader(this.#imm));
  }
  get binding() {
    return (this.#binding ??= bindingLoader(this.#imm, this.file));
  }
  get ossBucketAttachment() {
    return (this.#ossBucketAttachment ??= ossBucketAttachmentLoader(this.#imm));
  }

  /** Forgets everything: something is about to change. */
  clear(): void {
    this.#file?.clear();
    this.#project?.clear();
    this.#dataset?.clear();
    this.#task?.clear();
    this.#binding?.clear();
    this.#ossBucketAttachment?.clear();
  }
}
