import { notFound } from "../../http/fault.ts";
import { maxDatasets, readLimits } from "../../params/limits.ts";
import { maxText } from "../../params/schemas/text.ts";
import { readTags } from "../../params/tags.ts";
import { later } from "../../time.ts";
import { type Operation, sent } from "../operation.ts";
import { showProject } from "./show-project.ts";

export const UpdateProject: Operation<"UpdateProject"> = (params, { store, now }) => {
  const ProjectName = params.name("ProjectName");
  const changes = sent({
    Description: params.text("Description", 256),
    ServiceRole: params.text("ServiceRole", maxText),
    TemplateId: params.text("TemplateId", maxText),
    ProjectMaxDatasetCount: params.limit("ProjectMaxDatasetCount", maxDatasets),
    ...readLimits(params),
    Tags: readTags(params),
  });
  const before = store.projects.find(ProjectName);
  if (!before) throw notFound("Project");
  const project = { ...before, ...changes, UpdateTime: later(now(), before.UpdateTime) };
  store.projects.update(project);
  return { Project: showProject(project) };
};
