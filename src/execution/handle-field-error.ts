import {
  isNonNullType,
  locatedError,
  responsePathAsArray,
  type GraphQLError,
  type ResponsePath,
} from "graphql";
import type { CollectedErrors, Execution, Position } from "./plan.ts";

/** HandleFieldError: null in the place of what failed, or of its nearest parent that may be null. */
export function handleFieldError(
  position: Position,
  { collected }: Execution,
  path: ResponsePath,
  reason: unknown,
): null {
  const error = locatedError(reason, position.nodes, responsePathAsArray(path));
  if (isNonNullType(position.type)) throw error;
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
