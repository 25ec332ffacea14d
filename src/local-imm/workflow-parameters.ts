import { z } from "zod";
import type { Params } from "./params.ts";

const workflowParameter = z.object({ Name: z.string().optional(), Value: z.string().optional() });

/** Refuses malformed WorkflowParameters. Well-formed ones have no effect, in IMM neither. */
export function checkWorkflowParameters(params: Params): void {
  params.list("WorkflowParameters", workflowParameter);
}
