import type { GraphQLResolveInfo, ResponsePath } from "graphql";
import { handleFieldError } from "./handle-field-error.ts";
import { isPromise } from "./is-promise.ts";
import type { Execution, Position } from "./plan.ts";

/** Completes what a resolver returned, or an element of a list, and handles the errors of its position. */
export function completePosition(
  position: Position,
  execution: Execution,
  value: unknown,
  path: ResponsePath,
  info: GraphQLResolveInfo | undefined,
): unknown {
  try {
    const completed = isPromise(value)
      ? completeLater(position, execution, value, path, info)
      : position.complete(execution, value, path, info);
    return isPromise(completed) ? handleLater(position, execution, completed, path) : completed;
  } catch (reason) {
    return handleFieldError(position, execution, path, reason);
  }
}

// Apart, since a function that has closures pays for them in each call.
function completeLater(
  { complete }: Position,
  execution: Execution,
  promise: Promise<unknown>,
  path: ResponsePath,
  info: GraphQLResolveInfo | undefined,
) {
  return promise.then((value) => complete(execution, value, path, info));
}

export function handleLater(
  position: Position,
  execution: Execution,
  promise: Promise<unknown>,
  path: ResponsePath,
): Promise<unknown> {
  return promise.then(undefined, (reason) => handleFieldError(position, execution, path, reason));
}
