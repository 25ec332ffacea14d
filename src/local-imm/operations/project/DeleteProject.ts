import { notFound, subResourcesExist } from "../../http/fault.ts";
import type { Operation } from "../operation.ts";

export const DeleteProject: Operation<"DeleteProject"> = (params, { store }) => {
  const ProjectName = params.name("ProjectName");
  const project = store.projects.find(ProjectName);
  if (!project) throw notFound("Project");
  if (project.DatasetCount > 0n) throw subResourcesExist();
  store.projects.delete(ProjectName);
  return {};
};
