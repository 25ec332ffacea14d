import type { GraphQLSchema } from "graphql";
import type { Operation } from "../operation.ts";

/** What a sample needs to know beside the operation. */
export interface SampleContext {
  /** Where the graph answers. */
  readonly endpoint: string;
  readonly schema: GraphQLSchema;
}

/** Writes code that does what an operation does. */
export type Sample<Code = string> = (operation: Operation, context: SampleContext) => Code;

export function hasVariables({ variables }: Operation): boolean {
  return Object.keys(variables).length > 0;
}
