import type * as wire from "../../contract/wire.ts";
import { builder } from "../schema/builder.ts";

export const WorkflowParameterType = builder
  .objectRef<wire.WorkflowParameter>("WorkflowParameter")
  .implement({
    description: "A parameter of a workflow template. IMM accepts it without effect.",
    inaccessible: true,
    fields: (t) => ({
      name: t.exposeString("Name", {
        nullable: true,
        description: "The parameter's name. Example: `VideoInsightEnable`.",
      }),
      value: t.exposeString("Value", {
        nullable: true,
        description: "The parameter's value. Example: `True`.",
      }),
    }),
  });

export const WorkflowParameterInput = builder.inputType("WorkflowParameterInput", {
  description: "A parameter of a workflow template. IMM accepts it without effect.",
  inaccessible: true,
  fields: (t) => ({
    name: t.field({ type: "Text", description: "The parameter's name. Example: `VideoInsightEnable`." }),
    value: t.field({ type: "Text", description: "The parameter's value. Example: `True`." }),
  }),
});
