import { GraphQLError } from "graphql";

/** A limit that an operation passes, as its sender needs to know it. */
export interface Excess {
  /** Which limit: `representations`. */
  limit: string;
  asked: number;
  allowed: number;
  /** What is wrong and what to do, as a sentence. */
  message: string;
}

/** The error for an operation that asks for more than one request may. */
export function operationTooLarge({ limit, asked, allowed, message }: Excess): GraphQLError {
  return new GraphQLError(`${message} Asked: ${asked}.`, {
    extensions: { code: "OPERATION_TOO_LARGE", limit, asked, allowed },
  });
}
