import type { Action } from "../../contract/wire.ts";
import { CreateDataset } from "./dataset/CreateDataset.ts";
import { DeleteDataset } from "./dataset/DeleteDataset.ts";
import { GetDataset } from "./dataset/GetDataset.ts";
import { ListDatasets } from "./dataset/ListDatasets.ts";
import { UpdateDataset } from "./dataset/UpdateDataset.ts";
import type { Operation } from "./operation.ts";
import { CreateProject } from "./project/CreateProject.ts";
import { DeleteProject } from "./project/DeleteProject.ts";
import { GetProject } from "./project/GetProject.ts";
import { ListProjects } from "./project/ListProjects.ts";
import { UpdateProject } from "./project/UpdateProject.ts";
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
  GetTask,
  ListTasks,
};

export const imitated = Object.keys(operations) as readonly Action[];

/** Of these, the ones that IMM takes by POST alone. */
export const postOnly: ReadonlySet<Action> = new Set(["DeleteDataset"]);
