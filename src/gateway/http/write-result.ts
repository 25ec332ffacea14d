type Members = Readonly<Record<string, unknown>>;

// A page of datasets with all their fields, written so, stays far below the bound.
const maxElements = 50;

// So many members are looked at for a long list: in a page it is among the first.
const maxMembers = 50;

/**
 * Writes a result as `JSON.stringify` does; one with a long list as bytes, in pieces, where `toJSON` of an element is told
 * the index in its piece. V8 gives a text above 128 KiB, or 64 Ki characters with one beyond Latin-1, memory pages of its
 * own, mapped and unmapped each time.
 */
export function writeResult(result: object): Buffer | string {
  return hasLongList(result) ? bytesOf([...piecesOf(result as Members)]) : JSON.stringify(result);
}

function hasLongList(value: unknown, left = { members: maxMembers }): boolean {
  if (typeof value !== "object" || value === null || "toJSON" in value) return false;
  if (Array.isArray(value)) return value.length > maxElements;
  for (const name in value) {
    if (left.members-- <= 0) return false;
    if (hasLongList((value as Members)[name], left)) return true;
  }
  return false;
}

function* piecesOf(members: Members): Generator<string> {
  let before = "{";
  for (const [name, value] of Object.entries(members)) {
    if (hasLongList(value)) {
      yield `${before}${JSON.stringify(name)}:`;
      yield* Array.isArray(value) ? piecesOfList(value) : piecesOf(value as Members);
    } else {
      const member = withoutBrackets(JSON.stringify({ [name]: value }));
      // A function, for one.
      if (member === "") continue;
      yield `${before}${member}`;
    }
    before = ",";
  }
  yield "}";
}

function* piecesOfList(list: readonly unknown[]): Generator<string> {
  for (let start = 0; start < list.length; start += maxElements) {
    yield start === 0 ? "[" : ",";
    yield withoutBrackets(JSON.stringify(list.slice(start, start + maxElements)));
  }
  yield "]";
}

const withoutBrackets = (text: string) => text.slice(1, -1);

function bytesOf(pieces: readonly string[]): Buffer {
  const bytes = Buffer.allocUnsafe(pieces.reduce((sum, piece) => sum + Buffer.byteLength(piece), 0));
  let end = 0;
  for (const piece of pieces) end += bytes.write(piece, end);
  return bytes;
}
