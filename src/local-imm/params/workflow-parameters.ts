import { z } from "zod";
import type { Params } from "./params.ts";
import { text } from "./text.ts";

const workflowParameter = z.object({ Name: text.optional(), Value: text.optional() });

/** Refuses malformed WorkflowParameters. Well-formed ones have no effect, in IMM neither. */
export function checkWorkflowParameters(params: Params): void {
  params.list("WorkflowParameters", workflowParameter);
}
