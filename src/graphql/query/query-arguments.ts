import { placeNamedIn, type Query } from "../../contract/query/condition.ts";
import { QueryProblem } from "../../contract/query/query-problem.ts";
import { ImmError, withPlace } from "../../imm/error.ts";
import { badInput } from "../input/bad-input.ts";

/**
 * Reads the arguments of a query.
 *
 * @throws GraphQLError `BAD_USER_INPUT` for what IMM wouldn't take.
 */
export function readArguments<Read>(read: () => Read): Read {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof QueryProblem)) throw error;
    const { place, ...problem } = error.problem;
    throw badInput({ field: place, ...problem });
  }
}

/** A call's reply; if IMM refuses a node of the query's tree, its error has the place in the caller's `where`. */
export async function placed<Reply>(query: Query | undefined, reply: Promise<Reply>): Promise<Reply> {
  try {
    return await reply;
  } catch (error) {
    const place = query && error instanceof ImmError ? placeNamedIn(error.message, query) : undefined;
    throw place === undefined ? error : withPlace(error as ImmError, place);
  }
}
