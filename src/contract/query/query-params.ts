import type * as wire from "../wire.ts";
import type { Action } from "../wire.ts";
import type { Query } from "./condition.ts";
import { isGiven } from "./operands.ts";
import { QueryProblem } from "./query-problem.ts";
import { readOrder } from "./read-order.ts";
import { readWhere } from "./read-where.ts";

type Arguments = Readonly<Record<string, unknown>>;

/** Parameters of SimpleQuery, and the query that they were read from. */
export interface SimpleQueryRead {
  readonly params: Pick<wire.SimpleQueryRequest, "Order" | "Query" | "Sort">;
  readonly query: Query | undefined;
}

/**
 * What `where` and `orderBy` say, as SimpleQuery takes it.
 *
 * @throws QueryProblem for what IMM wouldn't take.
 */
export function simpleQueryParams({ where, orderBy }: Arguments): SimpleQueryRead {
  const query = isGiven(where) ? readWhere(where as object) : undefined;
  // IMM documents a field of every node; logical ones are sent without.
  const Query = query?.tree as wire.SimpleQuery | undefined;
  return { query, params: { ...(Query && { Query }), ...readOrder(orderBy) } };
}

/**
 * What `text` and `orderBy` say, as FuzzyQuery takes it.
 *
 * @throws QueryProblem for what IMM wouldn't take.
 */
export function fuzzyQueryParams({
  text,
  orderBy,
}: Arguments): Pick<wire.FuzzyQueryRequest, "Order" | "Query" | "Sort"> {
  return { Query: text as string, ...readOrder(orderBy) };
}

/**
 * What the arguments of a semantic search say, as SemanticQuery takes it.
 *
 * @throws QueryProblem if there is nothing to search for.
 */
export function semanticQueryParams({
  text,
  imageUri,
  mediaTypes,
}: Arguments): Pick<wire.SemanticQueryRequest, "MediaTypes" | "Query" | "SourceURI"> {
  const hasText = isGiven(text) && text !== "";
  if (!hasText && !isGiven(imageUri)) {
    throw new QueryProblem({ place: "text", message: "Give `text`, or `imageUri`, or both, to search for." });
  }
  const types = mediaTypes as readonly string[] | null | undefined;
  return {
    ...(hasText && { Query: text as string }),
    ...(isGiven(imageUri) && { SourceURI: imageUri as string }),
    ...(types && types.length > 0 && { MediaTypes: [...types] }),
  };
}

/** How the arguments of a query are read, by its action; undefined for what isn't one. */
export const paramsOfQueries: Readonly<Partial<Record<Action, (args: Arguments) => object>>> = {
  SimpleQuery: (args) => simpleQueryParams(args).params,
  FuzzyQuery: fuzzyQueryParams,
  SemanticQuery: semanticQueryParams,
};
