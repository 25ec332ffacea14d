import type { Page } from "../store/datasets.ts";
import type { NextToken } from "./next-token.ts";
import type { Params } from "./params.ts";

/** Reads which page of a list is asked for. */
export function readPage(params: Params, nextToken: NextToken): Page {
  const token = params.text("NextToken");
  return {
    Prefix: params.text("Prefix", 128) ?? "",
    After: token ? nextToken.read(token) : "",
    // One more than is shown tells whether another page follows.
    Limit: params.maxResults() + 1n,
  };
}

/** Cuts off the one too many, and names the last one shown, where more follow. */
export function cutPage<T>(
  found: readonly T[],
  { Limit }: Page,
): { shown: readonly T[]; last: T | undefined } {
  if (found.length < Number(Limit)) return { shown: found, last: undefined };
  const shown = found.slice(0, -1);
  return { shown, last: shown.at(-1) };
}
