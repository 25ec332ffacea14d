import {
  isNonNullType,
  locatedError,
  responsePathAsArray,
  type GraphQLError,
  type GraphQLResolveInfo,
  type ResponsePath,
} from "graphql";
import { isPromise } from "./is-promise.ts";
import type { CollectedErrors, Execution, Position } from "./plan.ts";

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

// Apart, since a function with closures pays for them in each call.
function completeLater(
  { complete }: Position,
  execution: Execution,
  promise: Promise<unknown>,
  path: ResponsePath,
  info: GraphQLResolveInfo | undefined,
): Promise<unknown> {
  return promise.then((value) => complete(execution, value, path, info));
}

/** HandleFieldError of what a promise rejects with. */
export function handleLater(
  position: Position,
  execution: Execution,
  promise: Promise<unknown>,
  path: ResponsePath,
): Promise<unknown> {
  return promise.then(undefined, (reason) => handleFieldError(position, execution, path, reason));
}

/** HandleFieldError: null in the place of what failed, or of its nearest parent that may be null. */
export function handleFieldError(
  { nodes, type }: Position,
  { collected }: Execution,
  path: ResponsePath,
  reason: unknown,
): null {
  const error = locatedError(reason, nodes, responsePathAsArray(path));
  if (isNonNullType(type)) throw error;
  collectError(collected, error, path);
  return null;
}

/** Keeps an error, unless its position or a parent of it is null already, by an error before. */
export function collectError(
  { errors, nulled }: CollectedErrors,
  error: GraphQLError,
  path: ResponsePath | undefined,
): void {
  for (let position = path; position; position = position.prev) if (nulled.has(position)) return;
  if (nulled.has(undefined)) return;
  nulled.add(path);
  errors.push(error);
}
