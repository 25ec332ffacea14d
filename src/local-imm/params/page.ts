import type { Context } from "../operations/operation.ts";
import { createNextToken, type List, type Position } from "./next-token.ts";
import type { Params } from "./params.ts";
import { integer } from "./schemas/integer.ts";

/** How many rows a page of an action may have. If 0 is allowed, it asks for the default. */
export interface PageSize {
  readonly min: 0n | 1n;
  readonly max: bigint;
  readonly default: bigint;
}

/** Which page of a list is asked for. */
export interface Page {
  readonly MaxResults: bigint;
  /** Where the page before ended; undefined for the first. */
  readonly After: Position | undefined;
  /** How many rows to find: one more than are shown tells whether another page follows. */
  readonly Limit: bigint;
  /** The rows to show of those found, and the NextToken if more follow. */
  cut<Row>(found: readonly Row[], positionOf: (row: Row) => Position): Cut<Row>;
}

export interface Cut<Row> {
  readonly shown: readonly Row[];
  readonly NextToken?: string;
}

/** Reads which page of a list is asked for; a token of another list is refused. */
export function readPage(
  params: Params,
  { store }: Context,
  { size, ...list }: List & { readonly size: PageSize },
): Page {
  const nextToken = createNextToken(store.secret, list);
  const token = params.text("NextToken");
  const MaxResults = params.read("MaxResults", integer(size.min, size.max)) || size.default;
  return {
    MaxResults,
    After: token ? nextToken.read(token) : undefined,
    Limit: MaxResults + 1n,
    cut(found, positionOf) {
      if (found.length <= Number(MaxResults)) return { shown: found };
      const shown = found.slice(0, Number(MaxResults));
      return { shown, NextToken: nextToken.write(positionOf(shown.at(-1)!)) };
    },
  };
}
