import {
  buildSchema,
  execute as executeByGraphqlJs,
  parse,
  type ExecutionArgs,
  type GraphQLSchema,
} from "graphql";
import { execute } from "../../../src/execution/execute.ts";

/** What is true of ours is true of graphql-js' own: each table runs over both. */
export const executors = [
  ["graphql-js", executeByGraphqlJs],
  ["plans", execute],
] as const;

export type Executor = typeof executeByGraphqlJs;

/** A request: a schema or its text, and the text of a document. */
export interface Given extends Partial<Omit<ExecutionArgs, "document" | "schema">> {
  readonly schema: GraphQLSchema | string;
  readonly text: string;
}

export function argsOf({ schema, text, ...args }: Given): ExecutionArgs {
  return {
    schema: typeof schema === "string" ? buildSchema(schema) : schema,
    document: parse(text),
    ...args,
  };
}

/** An answer as its JSON text, which has the order of members, and its errors: `message (path) line:column`. */
export async function answerOf(executor: Executor, given: Given): Promise<string> {
  const { data, errors = [] } = await executor(argsOf(given));
  const told = errors.map(({ message, path, locations }) => {
    const places = locations?.map(({ line, column }) => `${line}:${column}`) ?? [];
    return `${message} (${path?.join(".") ?? ""}) ${places.join(" ")}`.trim();
  });
  return [...(data === undefined ? [] : [JSON.stringify(data)]), ...told].join("\n");
}
