import { GraphQLError } from "graphql";

/** A limit that an operation exceeds, as its sender needs to know it. */
export interface Excess {
  /** Which limit: `representations`. */
  limit: string;
  /** Undefined if counting stopped at what is allowed. */
  requested: number | undefined;
  allowed: number;
  /** What is wrong and what to do, as a sentence. */
  message: string;
  /** Further extensions, for programs. */
  extensions?: Readonly<Record<string, unknown>>;
  /** The HTTP response, if the whole request is rejected. */
  http?: { status: number; spec?: boolean; headers?: Readonly<Record<string, string>> };
}

/** The error for an operation that asks for more than one request may. */
export function operationTooLarge({
  limit,
  requested,
  allowed,
  message,
  extensions,
  http,
}: Excess): GraphQLError {
  // A count that doubles often enough is Infinity, which JSON hasn't.
  const reported = requested === undefined ? undefined : Math.min(requested, Number.MAX_SAFE_INTEGER);
  return new GraphQLError(`${message} Asked: ${reported ?? `more than ${allowed}`}.`, {
    extensions: {
      code: "OPERATION_TOO_LARGE",
      limit,
      ...(reported !== undefined && { asked: reported }),
      allowed,
      ...extensions,
      ...(http && { http }),
    },
  });
}
