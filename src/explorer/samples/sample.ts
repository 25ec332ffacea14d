import { getOperationAST, type GraphQLSchema } from "graphql";
import type { Operation } from "../editor/operation.ts";

/** What a sample needs to know beside the operation. */
export interface SampleContext {
  /** Where the graph answers. */
  readonly endpoint: string;
  readonly schema: GraphQLSchema;
}

/** Writes code that does what an operation does. */
export type Sample<Code = string> = (operation: Operation, context: SampleContext) => Code;

/** Whether an operation takes variables, be they given or not. */
export function takesVariables({ document }: Operation): boolean {
  return (getOperationAST(document)?.variableDefinitions ?? []).length > 0;
}
