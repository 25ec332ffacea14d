import { parse } from "lossless-json";

// IMM documents no limits. These leave room for 100 files with all that a file can be given; reading takes a fifth of a
// second at worst, and a few milliseconds where no number has 16 digits.
const maxLength = 1024 * 1024;
const maxValues = 100_000;
const maxDepth = 32;

/** A JSON text is too large to be read. */
export class TooLarge extends Error {}

/**
 * Reads JSON text of a bounded size. An integer that a number would round is a bigint; of members with the same name the
 * last one counts.
 *
 * @throws SyntaxError if it isn't JSON, TooLarge if it is too long, too deep or of too many values.
 */
export function parseJson(text: string): unknown {
  checkSize(text);
  // Plain parsing is many times faster, and exact where no number has 16 digits.
  if (!/\d{16}/.test(text)) return JSON.parse(text);
  return parse(text, undefined, { parseNumber, onDuplicateKey: ({ newValue }) => newValue });
}

/** Before it is parsed: what is nested too deep would overflow the stack of whatever walks it. */
function checkSize(text: string): void {
  if (text.length > maxLength) throw new TooLarge(`must have at most ${maxLength} characters`);
  let depth = 0;
  let values = 1;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at]!;
    if (character === '"') at = endOfString(text, at);
    if (opening.has(character)) depth += 1;
    if (closing.has(character)) depth -= 1;
    if (character === "," || opening.has(character)) values += 1;
    if (depth > maxDepth) throw new TooLarge(`must be nested at most ${maxDepth} levels deep`);
    if (values > maxValues) throw new TooLarge(`must have at most ${maxValues} values`);
  }
}

const opening: ReadonlySet<string> = new Set("[{");
const closing: ReadonlySet<string> = new Set("]}");

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === "\\" ? 2 : 1;
  return at;
}

function parseNumber(text: string): bigint | number {
  const value = Number(text);
  // A number of a million digits takes long to read exactly, and no 64 bits hold it.
  return /^-?\d{16,40}$/.test(text) && !Number.isSafeInteger(value) ? BigInt(text) : value;
}
