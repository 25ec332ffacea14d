import type { Action } from "../../contract/wire.ts";
import { CreateBinding } from "./binding/CreateBinding.ts";
import { DeleteBinding } from "./binding/DeleteBinding.ts";
import { GetBinding } from "./binding/GetBinding.ts";
import { ListBindings } from "./binding/ListBindings.ts";
import { CreateDataset } from "./dataset/CreateDataset.ts";
import { DeleteDataset } from "./dataset/DeleteDataset.ts";
import { GetDataset } from "./dataset/GetDataset.ts";
import { ListDatasets } from "./dataset/ListDatasets.ts";
import { UpdateDataset } from "./dataset/UpdateDataset.ts";
import { BatchDeleteFileMeta } from "./file/BatchDeleteFileMeta.ts";
import { BatchGetFileMeta } from "./file/BatchGetFileMeta.ts";
import { BatchIndexFileMeta } from "./file/BatchIndexFileMeta.ts";
import { BatchUpdateFileMeta } from "./file/BatchUpdateFileMeta.ts";
import { DeleteFileMeta } from "./file/DeleteFileMeta.ts";
import { GetFileMeta } from "./file/GetFileMeta.ts";
import { IndexFileMeta } from "./file/IndexFileMeta.ts";
import { UpdateFileMeta } from "./file/UpdateFileMeta.ts";
import type { Operation } from "./operation.ts";
import { AttachOSSBucket } from "./oss-bucket/AttachOSSBucket.ts";
import { DetachOSSBucket } from "./oss-bucket/DetachOSSBucket.ts";
import { GetOSSBucketAttachment } from "./oss-bucket/GetOSSBucketAttachment.ts";
import { ListAttachedOSSBuckets } from "./oss-bucket/ListAttachedOSSBuckets.ts";
import { CreateProject } from "./project/CreateProject.ts";
import { DeleteProject } from "./project/DeleteProject.ts";
import { GetProject } from "./project/GetProject.ts";
import { ListProjects } from "./project/ListProjects.ts";
import { UpdateProject } from "./project/UpdateProject.ts";
import { FuzzyQuery } from "./query/FuzzyQuery.ts";
import { SemanticQuery } from "./query/SemanticQuery.ts";
import { SimpleQuery } from "./query/SimpleQuery.ts";
import { GetTask } from "./task/GetTask.ts";
import { ListTasks } from "./task/ListTasks.ts";

/** The actions that the local IMM imitates. */
export const operations: { readonly [A in Action]?: Operation<A> } = {
  CreateProject,
  GetProject,
  UpdateProject,
  ListProjects,
  DeleteProject,
  CreateDataset,
  GetDataset,
  UpdateDataset,
  ListDatasets,
  DeleteDataset,
  CreateBinding,
  GetBinding,
  ListBindings,
  DeleteBinding,
  AttachOSSBucket,
  GetOSSBucketAttachment,
  ListAttachedOSSBuckets,
  DetachOSSBucket,
  GetTask,
  ListTasks,
  IndexFileMeta,
  BatchIndexFileMeta,
  UpdateFileMeta,
  BatchUpdateFileMeta,
  GetFileMeta,
  BatchGetFileMeta,
  DeleteFileMeta,
  BatchDeleteFileMeta,
  SimpleQuery,
  FuzzyQuery,
  SemanticQuery,
};

export const imitated = Object.keys(operations) as readonly Action[];

/** Of these, the ones that IMM takes by POST alone. */
export const postOnly: ReadonlySet<Action> = new Set([
  "DeleteDataset",
  "BatchIndexFileMeta",
  "BatchDeleteFileMeta",
]);
