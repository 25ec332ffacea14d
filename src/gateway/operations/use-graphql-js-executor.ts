import { execute } from "graphql";
import type { Plugin } from "graphql-yoga";

/**
 * Executes operations by graphql-js. Yoga's own executor takes any value with a member `then` for a promise, so an
 * operation with that alias fails, a mutation after it has taken effect.
 */
export function useGraphqlJsExecutor(): Plugin {
  return { onExecute: ({ setExecuteFn }) => setExecuteFn(execute) };
}
