import type { InputFieldBuilder } from "@pothos/core";
import type { builder } from "../schema/builder.ts";

/** Which bucket, and which dataset it is bound to. */
export function bindingInputs(t: InputFieldBuilder<(typeof builder)["$inferSchemaTypes"], "InputObject">) {
  return {
    projectName: t.field({
      type: "ProjectName",
      required: true,
      description: "The name of the dataset's project. Example: `test-project`.",
    }),
    datasetName: t.field({
      type: "DatasetName",
      required: true,
      description: "Which dataset. Example: `dataset001`.",
    }),
    uri: t.field({
      type: "BucketUri",
      required: true,
      description:
        "Which bucket, as `oss://bucket`, with nothing behind the name. Example: `oss://examplebucket`.",
    }),
  };
}
