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
    for (const item of value) {
      const path = { prev, key: completed.length, typename: undefined };
      const result = completePosition(element, execution, item, path, info);
      completed.push(result);
      if (isPromise(result)) pending = true;
    }
    return pending ? Promise.all(completed) : completed;
  };
}

/** Texts, which can be iterated too, are no lists. */
function isIterable(value: unknown): value is Iterable<unknown> {
  return (
    typeof value === "object" &&
    value !== null &&
    Symbol.iterator in value &&
    typeof value[Symbol.iterator] === "function"
  );
}
