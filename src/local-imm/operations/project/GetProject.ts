import { notFound } from "../../http/fault.ts";
import { showProject } from "../../show.ts";
import type { Operation } from "../operation.ts";

export const GetProject: Operation<"GetProject"> = (params, { store }) => {
  const ProjectName = params.name("ProjectName");
  params.flag("WithStatistics");
  const project = store.projects.find(ProjectName);
  if (!project) throw notFound("Project");
  return { Project: showProject(project) };
};
