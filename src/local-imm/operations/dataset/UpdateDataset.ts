import { readLimits } from "../../params/limits.ts";
import { maxText } from "../../params/schemas/text.ts";
import { checkWorkflowParameters } from "../../params/workflow-parameters.ts";
import { later } from "../../time.ts";
import { datasetKeyOf, findDataset } from "../find-dataset.ts";
import { type Operation, sent } from "../operation.ts";
import { showDataset } from "./show-dataset.ts";

export const UpdateDataset: Operation<"UpdateDataset"> = (params, { store, now, bindings }) => {
  const key = datasetKeyOf(params);
  const changes = sent({
    Description: params.text("Description", 256),
    TemplateId: params.text("TemplateId", maxText),
    ...readLimits(params),
  });
  checkWorkflowParameters(params);

  const before = findDataset(key, store);
  const dataset = { ...before, ...changes, UpdateTime: later(now(), before.UpdateTime) };
  store.datasets.update(dataset);
  bindings.retry(dataset.DatasetId);
  return { Dataset: showDataset(dataset) };
};
