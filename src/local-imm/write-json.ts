import { contract } from "../contract/contract.ts";

/** Writes plain data as JSON text, integers that are bigints too. Members that are undefined are left out. */
export function writeJson(value: unknown): string {
  return jsonPieces(value).join("");
}

// V8 gives a text of more than 128 KiB memory of its own, which costs a millisecond, and a character may take two bytes.
const pieceLength = 32 * 1024;

/** The same in pieces, cut between the elements of lists. */
export function jsonPieces(value: unknown): string[] {
  const pieces: string[] = [];
  // Added to, rather than put together from the texts of parts: a page of 200 datasets takes half as long.
  let text = "";
  const add = (part: unknown) => {
    if (typeof part === "string") text += quoted(part);
    else if (Array.isArray(part)) addList(part);
    else if (typeof part === "object" && part !== null) addObject(part as Record<string, unknown>);
    else if (typeof part === "bigint") text += part;
    else text += JSON.stringify(part) ?? "null";
  };
  const addList = (list: readonly unknown[]) => {
    let before = "[";
    for (const element of list) {
      if (text.length > pieceLength) {
        pieces.push(text);
        text = "";
      }
      text += before;
      add(element);
      before = ",";
    }
    text += list.length === 0 ? "[]" : "]";
  };
  const addObject = (object: Record<string, unknown>) => {
    let before = "{";
    for (const name of Object.keys(object)) {
      const member = object[name];
      if (member === undefined) continue;
      text += before;
      text += beginnings.get(name) ?? `${quoted(name)}:`;
      add(member);
      before = ",";
    }
    text += before === "{" ? "{}" : "}";
  };
  add(value);
  return [...pieces, text];
}

/** How the members begin that IMM has names for. */
const beginnings: ReadonlyMap<string, string> = new Map(
  Object.values(contract.models)
    .flatMap((model) => Object.keys(model))
    .map((name) => [name, `${JSON.stringify(name)}:`]),
);

// A quote, a backslash, a control character, or half of a surrogate pair, which is escaped if it is alone.
const special = /[^ !#-[\]-\ud7ff\ue000-\uffff]/;

function quoted(text: string): string {
  return special.test(text) ? JSON.stringify(text) : `"${text}"`;
}
