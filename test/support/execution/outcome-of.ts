import type { execute as graphqlExecute, ExecutionArgs, ExecutionResult } from "graphql";
import { shown } from "./random-outcomes.ts";

/** Everything that can be seen of an execution's result, as a text, in order. */
export async function outcomeOf(execute: typeof graphqlExecute, args: ExecutionArgs): Promise<string> {
  let answered: ReturnType<typeof graphqlExecute>;
  try {
    answered = execute(args);
  } catch (error) {
    return `threw ${String(error)}`;
  }
  const isLater = answered instanceof Promise;
  const result = await answered;
  return `${isLater ? "later" : "at once"} ${Object.keys(result).join()}\n${shown(result.data)}\n${errorsOf(result)}`;
}

function errorsOf({ errors = [] }: ExecutionResult): string {
  return errors
    .map(
      ({ message, path, locations, extensions, originalError, nodes }) =>
        `${message} at ${path?.join(".")} in ${shown(locations)} of ${nodes?.length} ${shown(extensions)} ${originalError?.constructor.name}`,
    )
    .join("\n");
}
