import { createHash, timingSafeEqual } from "node:crypto";
import { createLogger } from "graphql-yoga";
import { z } from "zod";
import type { Authenticate, Identity } from "./authenticate.ts";
import { bearerToken } from "./bearer.ts";
import type { Logger } from "./logger.ts";

/** A token that doesn't change, as its SHA-256, and whose it is. Somebody may have two, to change from one to the other. */
export interface StaticToken extends Identity {
  /** In hexadecimal digits. */
  readonly sha256: string;
}

const token = z.strictObject({
  name: z.string().min(1, "must not be empty"),
  roles: z.array(z.string().min(1, "must not be empty")),
  sha256: z.string().regex(/^[0-9a-f]{64}$/i, "must be the token's SHA-256 in 64 hexadecimal digits"),
});

const list = z.array(token).min(1, "must hold at least one token");

/**
 * Reads a list of `{ name, roles, sha256 }`.
 *
 * @throws Error that names every problem, and no secret.
 */
export function parseTokens(document: unknown): StaticToken[] {
  const { data, error } = list.safeParse(document);
  const problems = [...(error?.issues ?? []).map(describe), ...findTwins(document)];
  if (data === undefined || problems.length > 0) {
    throw new Error(`The tokens are not valid.\n${problems.map((line) => `  ${line}`).join("\n")}`);
  }
  return data;
}

function describe({ path, message }: z.core.$ZodIssue): string {
  return `${["tokens", ...path].join(".")}: ${message}`;
}

function findTwins(document: unknown): string[] {
  const hashes = Array.isArray(document)
    ? document.map((member: Partial<StaticToken> | null) => String(member?.sha256).toLowerCase())
    : [];
  return hashes.flatMap((hash, index) =>
    /^[0-9a-f]{64}$/.test(hash) && hashes.indexOf(hash) < index
      ? [`tokens.${index}.sha256: must be another than tokens.${hashes.indexOf(hash)}'s`]
      : [],
  );
}

/** Tells callers by a token of the list that they bear. */
export function tokenCallers(
  tokens: readonly StaticToken[],
  { logger = createLogger("warn") }: { logger?: Logger } = {},
): Authenticate {
  const entries = tokens.map(({ name, roles, sha256 }) => ({
    identity: { name, roles },
    hash: Buffer.from(sha256, "hex"),
  }));
  return (request) => {
    const sent = bearerToken(request);
    const hash = createHash("sha256")
      .update(sent ?? "")
      .digest();
    let found: Identity | undefined;
    // All are compared: how long it takes must not tell which one it was.
    for (const entry of entries) if (timingSafeEqual(entry.hash, hash)) found = entry.identity;
    if (sent !== undefined && found) return found;
    logger.info(
      `A caller is refused: ${sent === undefined ? "no bearer token" : "a token that isn't listed"}.`,
    );
    return undefined;
  };
}
