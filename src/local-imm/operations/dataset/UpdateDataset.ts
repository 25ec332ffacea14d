import { notFound } from "../../http/fault.ts";
import { readLimits } from "../../params/limits.ts";
import { maxText } from "../../params/schemas/text.ts";
import { checkWorkflowParameters } from "../../params/workflow-parameters.ts";
import { later } from "../../time.ts";
import { type Operation, sent } from "../operation.ts";
import { showDataset } from "./show-dataset.ts";

export const UpdateDataset: Operation<"UpdateDataset"> = (params, { store, now }) => {
  const key = { ProjectName: params.name("ProjectName"), DatasetName: params.name("DatasetName") };
  const changes = sent({
    Description: params.text("Description", 256),
    TemplateId: params.text("TemplateId", maxText),
    ...readLimits(params),
  });
  checkWorkflowParameters(params);

  if (!store.projects.find(key.ProjectName)) throw notFound("Project");
  const before = store.datasets.find(key);
  if (!before) throw notFound("Dataset");
  const dataset = { ...before, ...changes, UpdateTime: later(now(), before.UpdateTime) };
  store.datasets.update(dataset);
  return { Dataset: showDataset(dataset) };
};
