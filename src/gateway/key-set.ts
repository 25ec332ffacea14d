import type { JWK } from "jose";
import { readPublicKey, type PublicKey, type Unused } from "./public-key.ts";

/** An issuer's public keys, as RFC 7517 writes them, and what of them is odd. */
export interface KeySet {
  readonly keys: readonly JWK[];
  readonly oddities: readonly Oddity[];
}

/** What is odd about an entry of a key set: `keys.1 has no "kid"`. */
export interface Oddity {
  readonly why: Unused["why"] | "twin";
  readonly text: string;
}

/**
 * Reads the keys that check tokens which are signed by one of these algorithms. What isn't understood is left out,
 * so that none may be left.
 *
 * @throws Error that says why the text is no key set, and nothing of what it holds.
 */
export function parseKeySet(text: string, algorithms: readonly string[]): KeySet {
  const document = parse(text) as { keys?: unknown } | null;
  const entries = typeof document === "object" ? document?.keys : undefined;
  if (!Array.isArray(entries)) throw new Error(`it is not an object with an array of "keys"`);
  const read = entries.map((entry) => readPublicKey(entry, algorithms));
  const checked = read.map((one, index) => ("problem" in one ? one : (problemOf(one, read, index) ?? one)));
  const oddities = checked.flatMap((one, index) => oddityOf(one, checked, index));
  const keys = checked.flatMap((one) => ("problem" in one ? [] : [one.jwk]));
  return { keys, oddities };
}

/** Why a set has no key to use; undefined if it has one. */
export function emptinessOf({ keys, oddities }: KeySet): string | undefined {
  if (keys.length > 0) return undefined;
  return oddities.length > 0 ? `none of its keys can be used: ${listed(oddities)}` : "it holds no keys";
}

/** What is odd, as a sentence has it. */
export function listed(oddities: readonly Oddity[]): string {
  const more = oddities.length - maxListed;
  const texts = oddities.slice(0, maxListed).map(({ text }) => text);
  return [...texts, ...(more > 0 ? [`and ${more} more`] : [])].join("; ");
}

const maxListed = 10;

type Read = PublicKey | Unused;

function problemOf(key: PublicKey, all: readonly Read[], index: number): Unused | undefined {
  const isLeaked = all.some((one) => "problem" in one && one.material?.equals(key.material));
  if (isLeaked) return { why: "secret", problem: "is the public half of a private key beside it" };
  const first = all.findIndex((one) => !("problem" in one) && isSame(one, key));
  return first < index ? { why: "other", problem: `repeats keys.${first}` } : undefined;
}

function isSame(one: PublicKey, other: PublicKey): boolean {
  const {
    jwk: { kid, alg },
    material,
  } = one;
  return kid === other.jwk.kid && alg === other.jwk.alg && material.equals(other.material);
}

function oddityOf(one: Read, all: readonly Read[], index: number): Oddity[] {
  if ("problem" in one) return [{ why: one.why, text: `keys.${index} ${one.problem}` }];
  const first = all.findIndex((other) => !("problem" in other) && isMistakable(other, one));
  return first < index
    ? [{ why: "twin", text: `keys.${index} has the "kid" of keys.${first}, so tokens are tried with both` }]
    : [];
}

function isMistakable(one: PublicKey, other: PublicKey): boolean {
  return one.jwk.kid === other.jwk.kid && one.algorithms.some((name) => other.algorithms.includes(name));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    // The parser's own message quotes a piece, which may be of a private key.
    throw new Error("it isn't JSON");
  }
}
