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

/** Whether an operation is answered by a stream of events. */
export function isSubscription({ document }: Operation): boolean {
  return getOperationAST(document)?.operation === "subscription";
}

/** The headers that a sample sends: those of the editor, and what the operation needs. */
export function headersOf(operation: Operation): Record<string, string> {
  const accept = isSubscription(operation) && { accept: "text/event-stream" };
  return { "content-type": "application/json", ...accept, ...operation.headers };
}

/** Whether an operation takes variables, be they given or not. */
export function takesVariables({ document }: Operation): boolean {
  return (getOperationAST(document)?.variableDefinitions ?? []).length > 0;
}
