import { z } from "zod";
import type { Params } from "./params.ts";
import { list } from "./schemas/list.ts";
import { text } from "./schemas/text.ts";

const workflowParameters = list(z.object({ Name: text().optional(), Value: text().optional() }));

/** Refuses malformed WorkflowParameters. Well-formed ones have no effect, in IMM neither. */
export function checkWorkflowParameters(params: Params): void {
  params.json("WorkflowParameters", workflowParameters);
}
