import { notFound } from "../../http/fault.ts";
import type { Operation } from "../operation.ts";
import { showProject } from "./show-project.ts";

export const GetProject: Operation<"GetProject"> = (params, { store }) => {
  const ProjectName = params.name("ProjectName");
  const withStatistics = params.flag("WithStatistics");
  const project = store.projects.find(ProjectName);
  if (!project) throw notFound("Project");
  return {
    Project: showProject(project, withStatistics ? store.datasets.statistics(ProjectName) : undefined),
  };
};
