import { alreadyExists, tooMany } from "../../http/fault.ts";
import { defaultLimits, maxDatasets, maxProjects, readLimits } from "../../params/limits.ts";
import { maxText } from "../../params/schemas/text.ts";
import { readTags } from "../../params/tags.ts";
import { type Operation, sent } from "../operation.ts";
import { showProject } from "./show-project.ts";

export const CreateProject: Operation<"CreateProject"> = (params, { store, now }) => {
  const time = now();
  const project = {
    ProjectName: params.name("ProjectName"),
    Description: params.text("Description", 256) ?? "",
    ServiceRole: params.text("ServiceRole", maxText) ?? "AliyunIMMDefaultRole",
    TemplateId: params.text("TemplateId", maxText) ?? "",
    CreateTime: time,
    UpdateTime: time,
    ProjectMaxDatasetCount: params.limit("ProjectMaxDatasetCount", maxDatasets) ?? maxDatasets,
    ...defaultLimits,
    ...sent(readLimits(params)),
    DatasetCount: 0n,
    Tags: readTags(params) ?? [],
  };
  if (store.projects.exists(project.ProjectName)) throw alreadyExists("Project");
  if (store.projects.count() >= maxProjects) throw tooMany();
  store.projects.insert(project);
  return { Project: showProject(project) };
};
