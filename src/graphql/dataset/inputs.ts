import type { InputFieldBuilder } from "@pothos/core";
import type { builder } from "../schema/builder.ts";
import { limitInputs } from "../schema/limit-fields.ts";
import { WorkflowParameterInput } from "./workflow-parameter.ts";

type Fields = InputFieldBuilder<(typeof builder)["$inferSchemaTypes"], "InputObject">;

/** Which dataset, as inputs of what is done to it. */
export function keyInputs(t: Fields) {
  return {
    projectName: t.field({
      type: "ProjectName",
      required: true,
      description: "The name of its project. Example: `test-project`.",
    }),
    datasetName: t.field({
      type: "DatasetName",
      required: true,
      description: "Which dataset. Example: `dataset001`.",
    }),
  };
}

/** What a dataset is set to, as inputs. `unset` says what holds where a template, or a limit, is left out. */
export function settingInputs(t: Fields, unset: { template: string; limits: string }) {
  return {
    templateId: t.field({
      type: "Text",
      description: `The workflow template that says what is extracted from its files. ${unset.template} Example: \`Official:ImageManagement\`.`,
    }),
    ...limitInputs(t, unset.limits),
    workflowParameters: t.field({
      type: [WorkflowParameterInput],
      description: "The parameters of its workflow template.",
      deprecationReason: "IMM accepts it without effect.",
      inaccessible: true,
    }),
  };
}
