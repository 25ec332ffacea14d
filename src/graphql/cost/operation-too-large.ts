import { GraphQLError } from "graphql";

/** A limit that an operation passes, as its sender needs to know it. */
export interface Excess {
  /** Which limit: `representations`. */
  limit: string;
  /** Undefined where nobody counted further than to what is allowed. */
  requested: number | undefined;
  allowed: number;
  /** What is wrong and what to do, as a sentence. */
  message: string;
  /** What else to tell, for programs. */
  extensions?: Readonly<Record<string, unknown>>;
  /** How HTTP tells of it, where it refuses the whole request. */
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
  // Of what doubles often enough the count is no number that JSON has.
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
