import type { JWK } from "jose";
import { readPublicKey, type Unused } from "./public-key.ts";

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
  const leaked = new Set(read.map((one) => ("problem" in one ? one.numbers : undefined)));
  const firsts = new Map<string, number>();
  /** The first entry that has something, which may be this one. */
  const firstWith = (index: number, ...what: unknown[]) => {
    const name = JSON.stringify(what);
    if (!firsts.has(name)) firsts.set(name, index);
    return firsts.get(name)!;
  };
  const keys: JWK[] = [];
  const oddities = read.flatMap((one, index): Oddity[] => {
    const odd = (why: Oddity["why"], problem: string) => [{ why, text: `keys.${index} ${problem}` }];
    if ("problem" in one) return odd(one.why, one.problem);
    const { jwk, numbers } = one;
    if (leaked.has(numbers)) return odd("secret", "is the public half of a private key beside it");
    const same = firstWith(index, numbers, jwk.kid, jwk.alg);
    if (same < index) return odd("other", `repeats keys.${same}`);
    keys.push(jwk);
    const twin = Math.min(...one.algorithms.map((algorithm) => firstWith(index, jwk.kid, algorithm)));
    return twin < index ? odd("twin", `has the "kid" of keys.${twin}, so tokens are tried with both`) : [];
  });
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

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    // The parser's own message quotes a piece, which may be of a private key.
    throw new Error("it isn't JSON");
  }
}
