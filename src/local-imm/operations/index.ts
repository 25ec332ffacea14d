import type { Action } from "../../contract/wire.ts";
import type { Operation } from "../operation.ts";
import { CreateDataset } from "./CreateDataset.ts";
import { CreateProject } from "./CreateProject.ts";
import { DeleteDataset } from "./DeleteDataset.ts";
import { DeleteProject } from "./DeleteProject.ts";
import { GetDataset } from "./GetDataset.ts";
import { GetProject } from "./GetProject.ts";
import { ListDatasets } from "./ListDatasets.ts";
import { ListProjects } from "./ListProjects.ts";
import { UpdateDataset } from "./UpdateDataset.ts";
import { UpdateProject } from "./UpdateProject.ts";

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
};

export const imitated = Object.keys(operations) as readonly Action[];

/** Of these, the ones that IMM takes by POST alone. */
export const postOnly: ReadonlySet<Action> = new Set(["DeleteDataset"]);
