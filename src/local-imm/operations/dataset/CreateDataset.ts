import { alreadyExists, notFound, tooMany } from "../../http/fault.ts";
import { inheritedLimits, readLimits } from "../../params/limits.ts";
import { maxText } from "../../params/schemas/text.ts";
import { checkWorkflowParameters } from "../../params/workflow-parameters.ts";
import { type Operation, sent } from "../operation.ts";
import { showDataset } from "./show-dataset.ts";

export const CreateDataset: Operation<"CreateDataset"> = (params, { store, now }) => {
  const time = now();
  const asked = {
    ProjectName: params.name("ProjectName"),
    DatasetName: params.name("DatasetName"),
    Description: params.text("Description", 256) ?? "",
    TemplateId: params.text("TemplateId", maxText) ?? "",
    CreateTime: time,
    UpdateTime: time,
  };
  const limits = sent(readLimits(params));
  checkWorkflowParameters(params);

  const project = store.projects.find(asked.ProjectName);
  if (!project) throw notFound("Project");
  if (store.datasets.exists(asked)) throw alreadyExists("Dataset");
  if (project.DatasetCount >= project.ProjectMaxDatasetCount) throw tooMany();
  const dataset = { ...asked, ...inheritedLimits(project), ...limits };
  return { Dataset: showDataset(store.datasets.insert(dataset)) };
};
