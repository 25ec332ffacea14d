import type { InputFieldBuilder } from "@pothos/core";
import type { builder } from "../../schema/builder.ts";

/** Which dataset the files are in, as inputs of what is done to them. */
export function datasetInputs(t: InputFieldBuilder<(typeof builder)["$inferSchemaTypes"], "InputObject">) {
  return {
    projectName: t.field({
      type: "ProjectName",
      required: true,
      description: "The name of the project. Example: `test-project`.",
    }),
    datasetName: t.field({
      type: "DatasetName",
      required: true,
      description: "The name of the dataset. Example: `test-dataset`.",
    }),
  };
}
