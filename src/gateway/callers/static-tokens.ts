import { createHash, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { documentProblems, notUsable, twins } from "../../ram/document-problems.ts";
import { nonThrowingLogger, type Logger } from "../logger.ts";
import type { Authenticate, Identity } from "./authenticate.ts";
import { bearerToken } from "./bearer-token.ts";

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
  const problems = [...documentProblems("tokens", error), ...twins("tokens", hashesOf(document), "sha256")];
  if (data === undefined || problems.length > 0) throw notUsable("The tokens are not valid.", problems);
  return data;
}

function hashesOf(document: unknown): unknown[] {
  const entries: (Partial<StaticToken> | null)[] = Array.isArray(document) ? document : [];
  return entries.map((entry) => (typeof entry?.sha256 === "string" ? entry.sha256.toLowerCase() : undefined));
}

/** Identifies callers by their token, if it is on the list. */
export function tokenCallers(
  tokens: readonly StaticToken[],
  { logger: loggerOption }: { logger?: Logger } = {},
): Authenticate {
  const logger = nonThrowingLogger(loggerOption);
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
    // All are compared: the time it takes must not reveal which one it was.
    for (const entry of entries) if (timingSafeEqual(entry.hash, hash)) found = entry.identity;
    if (sent !== undefined && found) return found;
    logger.info(
      `A caller is refused: ${sent === undefined ? "no bearer token" : "a token that isn't listed"}.`,
    );
    return undefined;
  };
}
