import { isAscii } from "node:buffer";
import { randomUUID } from "node:crypto";
import type { Model } from "../../contract/contract-types.ts";
import { isList, modelOf } from "../../contract/contract.ts";
import { parseJson } from "./parse-json.ts";

type Members = Readonly<Record<string, unknown>>;

const utf8 = new TextDecoder();

// Stands for the elements that are in another piece, and so shows in which list a piece was cut. No reply can have it.
const mark = randomUUID();
const ending = Buffer.from(`,"${mark}"]}`);
const nothing = Buffer.alloc(0);

/**
 * Parses a large object in pieces, each cut between two elements of a list. Whether a cut is right needn't be known
 * before: a piece cut in a nested list or in a text can't be parsed, one cut in any other list lacks its mark.
 *
 * @returns undefined if it has to be parsed whole, or is small.
 * @throws SyntaxError likewise, and if it isn't JSON.
 */
export function parsePieces(body: Buffer, fields: Model): Members | undefined {
  const maxPiece = maxPieceOf(body);
  if (body.length <= maxPiece) return undefined;
  const lists = Object.keys(fields).filter((name) => isList(fields[name]!) && modelOf(fields[name]!));
  const separators = lists.flatMap((name) => separatorOf(body, name));
  let whole: Members = {};
  let open: string | undefined;
  for (let start = 0; ;) {
    const rest = body.subarray(start);
    const isLast = rest.length <= maxPiece;
    const end = isLast ? rest.length : lastCut(rest.subarray(0, maxPiece), separators);
    if (end < 0) return undefined;
    const opening = open === undefined ? nothing : Buffer.from(`{"${open}":["${mark}",`);
    // Bytes are joined in less time than texts.
    const piece = Buffer.concat([opening, rest.subarray(0, end), isLast ? nothing : ending]);
    const members = parseJson(utf8.decode(piece)) as Members;
    if (open !== undefined && listOf(members, open)[0] !== mark) return undefined;
    whole = open === undefined ? members : join(whole, members, open);
    if (isLast) return whole;
    open = lists.find((name) => listOf(whole, name).at(-1) === mark);
    if (open === undefined) return undefined;
    listOf(whole, open).pop();
    start += end + 1;
  }
}

/**
 * How long a piece may be. V8 gives a text above 128 KiB memory pages of its own, mapped and unmapped each time. One
 * character beyond Latin-1 makes two bytes of each.
 */
function maxPieceOf(body: Buffer): number {
  return body.length > 60_000 && isAscii(body) ? 120_000 : 60_000;
}

/**
 * What stands between two elements of a list. All are taken to begin with the same member, and those of nested lists
 * with another, so that the last one in a piece is nearly always a right cut.
 */
function separatorOf(body: Buffer, list: string): string[] {
  const opening = `"${list}":[`;
  const start = body.subarray(0, 60_000).indexOf(`${opening}{"`);
  if (start < 0) return [];
  const first = start + opening.length;
  return [`},${body.toString("latin1", first, body.indexOf(":", first) + 1)}`];
}

/** Where a piece ends: before the comma of its last separator. -1 if it has none. */
function lastCut(piece: Buffer, separators: readonly string[]): number {
  const found = Math.max(...separators.map((separator) => piece.lastIndexOf(separator, undefined, "latin1")));
  return found < 0 ? -1 : found + 1;
}

/** What two pieces say together, the second of which goes on with a list of the first. */
function join(whole: Members, members: Members, open: string): Members {
  const list = listOf(whole, open);
  const [, ...elements] = listOf(members, open);
  for (const element of elements) list.push(element);
  return { ...whole, ...members, [open]: list };
}

function listOf(members: Members, name: string): unknown[] {
  const list = members[name];
  return Array.isArray(list) ? list : [];
}
