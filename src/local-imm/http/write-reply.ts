import { stringify } from "lossless-json";

type Members = Readonly<Record<string, unknown>>;

const maxElements = 50;

/**
 * Writes a reply as JSON text; one with a long list as bytes, in pieces. V8 gives a text above 128 KiB, or 64 Ki
 * characters with one beyond Latin-1, memory pages of its own, mapped and unmapped each time.
 */
export function writeReply(reply: Members): Buffer | string {
  return Object.values(reply).some(isLong) ? bytesOf([...piecesOf(reply)]) : stringify(reply)!;
}

const isLong = (value: unknown) => Array.isArray(value) && value.length > maxElements;

function* piecesOf(reply: Members): Generator<string> {
  let before = "{";
  for (const [name, value] of Object.entries(reply)) {
    if (value === undefined) continue;
    yield `${before}${JSON.stringify(name)}:`;
    if (Array.isArray(value)) yield* piecesOfList(value);
    else yield stringify(value)!;
    before = ",";
  }
  yield "}";
}

function* piecesOfList(list: readonly unknown[]): Generator<string> {
  yield "[";
  for (let start = 0; start < list.length; start += maxElements) {
    if (start > 0) yield ",";
    yield stringify(list.slice(start, start + maxElements))!.slice(1, -1);
  }
  yield "]";
}

function bytesOf(pieces: readonly string[]): Buffer {
  const bytes = Buffer.allocUnsafe(pieces.reduce((sum, piece) => sum + Buffer.byteLength(piece), 0));
  let end = 0;
  for (const piece of pieces) end += bytes.write(piece, end);
  return bytes;
}
