import { GraphQLError } from "graphql";
import { completePosition } from "./complete-position.ts";
import { isPromise } from "./is-promise.ts";
import type { Complete, Position } from "./plan.ts";

/** CompleteValue of a list, whose elements are all completed alike. */
export function completeList(element: Position, coordinate: string): Complete {
  return (execution, value, prev, info) => {
    if (!isIterable(value)) {
      throw new GraphQLError(`Expected Iterable, but did not find one for field "${coordinate}".`);
    }
    const completed: unknown[] = [];
    let pending = false;
    try {
      for (const item of value) {
        const path = { prev, key: completed.length, typename: undefined };
        const result = completePosition(element, execution, item, path, info);
        completed.push(result);
        if (isPromise(result)) pending = true;
      }
    } catch (error) {
      // Nobody waits for the elements before it: if one rejects, that must not end the process.
      if (pending) void Promise.allSettled(completed);
      throw error;
    }
    return pending ? Promise.all(completed) : completed;
  };
}

/** Texts, which can be iterated too, aren't lists. */
function isIterable(value: unknown): value is Iterable<unknown> {
  return (
    typeof (value as { [Symbol.iterator]?: unknown })[Symbol.iterator] === "function" &&
    typeof value === "object"
  );
}
