import type { Plugin } from "graphql-yoga";
import { execute } from "../../execution/execute.ts";

/**
 * Executes operations by plans. Yoga's own executor takes any value with a member `then` for a promise, so an operation
 * with that alias fails, a mutation after it has taken effect.
 */
export function useExecutor(): Plugin {
  return { onExecute: ({ setExecuteFn }) => setExecuteFn(execute) };
}
