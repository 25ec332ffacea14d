import { Fault } from "./fault.ts";

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

// No action has a tenth of it; each costs memory before it is known who calls.
const maxPairs = 1000;

/** Reads `a=1&b=2`, percent-encoded, of a query string or a form. */
export function readPairs(bytes: Uint8Array): [string, string][] {
  const parts = unlessMalformed(() => utf8.decode(bytes)).split("&", maxPairs + 1);
  if (parts.length > maxPairs) {
    throw new Fault(400, "InvalidParameter", `There are more than ${maxPairs} parameters.`);
  }
  const pairs = parts.filter((part) => part !== "").map((part) => splitOnce(part, "="));
  return unlessMalformed(() => pairs.map(([name, value]) => [decode(name), decode(value)]));
}

function unlessMalformed<T>(read: () => T): T {
  try {
    return read();
  } catch {
    throw new Fault(400, "InvalidParameter.Format", "The parameters are not UTF-8 in percent-encoding.");
  }
}

/** The parameters by name; one that comes twice, wherever it stands, is refused. */
export function toMap(pairs: readonly [string, string][]): Map<string, string> {
  const map = new Map<string, string>();
  for (const [name, value] of pairs) {
    if (map.has(name))
      throw new Fault(400, "InvalidParameter", `The parameter ${name} is given more than once.`);
    map.set(name, value);
  }
  return map;
}

/** The two sides of the first separator; all of the text and nothing, where there is none. */
export function splitOnce(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + separator.length)];
}

/** Percent-encoding as RFC 3986 has it, which is what signatures are made of. */
export function encode(text: string): string {
  if (isPlain.test(text)) return text;
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

// Most names and values are, and to look costs less than to encode.
const isPlain = /^[\w.~-]*$/;

/** `a=1&b=2`, encoded, names in the order of their code units. */
export function canonicalQuery(pairs: Iterable<[string, string]>): string {
  return [...pairs]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .join("&");
}

function decode(text: string): string {
  return isPlain.test(text) ? text : decodeURIComponent(text.replaceAll("+", " "));
}
