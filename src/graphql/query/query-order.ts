import { createHash } from "node:crypto";
import type { FileMeta } from "../loading/file-loader.ts";
import type { Order } from "../paging/connection.ts";

/**
 * What tells the list of a call with these parameters from others: what it finds, and in which order. `givenBy` are the
 * arguments that the parameters were read from. Values don't tell where a file stands that is gone, unless the list is in
 * the order of URIs.
 */
export function orderOf(
  params: object,
  { givenBy, isByUri }: { givenBy: string; isByUri: boolean },
): Order<FileMeta> {
  return {
    name: createHash("sha256").update(JSON.stringify(params)).digest("base64url").slice(0, 16),
    ofAnother: `This cursor is of another list: send the ${givenBy} that it came with.`,
    valueOf: ({ URI }) => (isByUri ? URI : null),
    ...(isByUri && { compare: (a, b) => compareUris(a ?? "", b ?? "") }),
  };
}

/** Compares two URIs by their bytes, which is by code points: by code units an emoji would come before U+FF41. */
function compareUris(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
