import type { JWK } from "jose";
import { readPublicKey, type UnusedKey } from "./public-key.ts";

/** An issuer's public keys, as RFC 7517 writes them, and what is wrong with the others. */
export interface Jwks {
  readonly keys: readonly JWK[];
  readonly issues: readonly JwksIssue[];
}

/** What is wrong with an entry of a key set: `keys.1 has no "kid"`. */
export interface JwksIssue {
  readonly kind: UnusedKey["kind"] | "duplicate-kid";
  readonly text: string;
}

/**
 * Reads the keys that check tokens which are signed by one of these algorithms. What isn't understood is left out,
 * so that none may be left.
 *
 * @throws Error that says why the text is no key set, and nothing of what it holds.
 */
export function parseJwks(text: string, algorithms: readonly string[]): Jwks {
  const document = parse(text) as { keys?: unknown } | null;
  const entries = typeof document === "object" ? document?.keys : undefined;
  if (!Array.isArray(entries)) throw new Error(`it is not an object with an array of "keys"`);
  const read = entries.map((entry) => readPublicKey(entry, algorithms));
  const leaked = new Set(read.map((one) => ("problem" in one ? one.publicMaterial : undefined)));
  const firsts = new Map<string, number>();
  /** The first entry that has something, which may be this one. */
  const firstWith = (index: number, ...what: unknown[]) => {
    const name = JSON.stringify(what);
    if (!firsts.has(name)) firsts.set(name, index);
    return firsts.get(name)!;
  };
  const keys: JWK[] = [];
  const issues = read.flatMap((one, index): JwksIssue[] => {
    const issue = (kind: JwksIssue["kind"], problem: string) => [{ kind, text: `keys.${index} ${problem}` }];
    if ("problem" in one) return issue(one.kind, one.problem);
    const { jwk, publicMaterial } = one;
    if (leaked.has(publicMaterial)) return issue("secret", "is the public half of a private key beside it");
    const same = firstWith(index, publicMaterial, jwk.kid, jwk.alg);
    if (same < index) return issue("not-applicable", `repeats keys.${same}`);
    keys.push(jwk);
    const namesake = Math.min(...one.algorithms.map((algorithm) => firstWith(index, jwk.kid, algorithm)));
    return namesake < index
      ? issue("duplicate-kid", `has the "kid" of keys.${namesake}, so tokens are tried with both`)
      : [];
  });
  return { keys, issues };
}

/** Why a set has no key to use; undefined if it has one. */
export function noUsableKeyReason({ keys, issues }: Jwks): string | undefined {
  if (keys.length > 0) return undefined;
  return issues.length > 0 ? `none of its keys can be used: ${listed(issues)}` : "it holds no keys";
}

/** Issues, as a sentence has them. */
export function listed(issues: readonly JwksIssue[]): string {
  const more = issues.length - maxListed;
  const texts = issues.slice(0, maxListed).map(({ text }) => text);
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
