import { createHash } from "node:crypto";
import type { FileMeta } from "../loading/file-loader.ts";
import type { Order } from "../schema/connection.ts";
import { compareText } from "../schema/sort-order.ts";

/**
 * The order of the files that a call with these parameters lists; `givenBy` are the arguments that they were read from.
 * In the order of URIs, or by the values of several fields, of which only the first is what IMM's default is.
 */
export function orderOf(
  params: object,
  { givenBy, isByUri }: { givenBy: string; isByUri: boolean },
): Order<FileMeta> {
  return {
    name: createHash("sha256").update(JSON.stringify(params)).digest("base64url").slice(0, 16),
    ofAnother: `This cursor is of another list: send the ${givenBy} that it came with.`,
    valueOf: ({ URI }) => (isByUri ? URI : null),
    ...(isByUri && { compare: (a, b) => compareText(a ?? "", b ?? "") }),
  };
}
