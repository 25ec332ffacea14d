import { createHash } from "node:crypto";

// Of a hundred keys and a hundred others two are taken for the same once in half a million pages.
const bytes = 4;

/** A few bytes that tell a key from others. */
export function digestOf(key: string): string {
  return createHash("sha256").update(key).digest().toString("hex", 0, bytes);
}

/** Writes the digests of keys. */
export function writeDigests(keys: readonly string[]): string {
  return Buffer.from(keys.map(digestOf).join(""), "hex").toString("base64url");
}

/** Reads digests. */
export function readDigests(text: string | null): ReadonlySet<string> {
  const hex = Buffer.from(text ?? "", "base64url").toString("hex");
  return new Set(hex.match(new RegExp(`.{${2 * bytes}}`, "g")));
}
