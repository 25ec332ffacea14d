import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createLocalJWKSet, errors, type JWTVerifyGetKey } from "jose";
import { z } from "zod";
import type { Logger } from "./logger.ts";
import { isLoopback } from "./use-loopback-host.ts";

/** Where an issuer publishes its keys, and how often they are read. */
export interface KeySource {
  /** An `https:` address (`http:` on this machine) or a file. */
  readonly jwks: string;
  /** How long after keys were read an unknown one doesn't make them be read again. */
  readonly cooldownSeconds: number;
  /** How long keys are used before they are read again. */
  readonly maxAgeSeconds: number;
  readonly timeoutMs: number;
  readonly now: () => number;
  readonly logger: Logger;
}

const publicKey = z
  .looseObject({ kty: z.string(), kid: z.string().exactOptional() })
  .refine((key) => key.kty !== "oct" && !("d" in key), "must be a public key");

const keySet = z.object({
  keys: z
    .array(publicKey)
    .refine((keys) => keys.some(({ kid }) => kid !== undefined), "must hold a key that has a kid"),
});

// While no key is known nobody can be let in.
const retryMs = 1000;

/**
 * Finds the key that a token names. Keys that can't be read again stay in use. The clock is an argument, so jose's own
 * remote set won't do; it also asks once for each unknown key where the address fails, and forgets the known ones.
 *
 * @throws Error for an address that isn't safe, or a file that holds no public keys.
 */
export function issuerKeys({ jwks, now, logger, ...source }: KeySource): JWTVerifyGetKey {
  const read = readerOf(jwks, source.timeoutMs);
  let keys: JWTVerifyGetKey | undefined;
  let failure: Error | undefined;
  let staleAt = -Infinity;
  let nextAt = -Infinity;
  let reading: Promise<void> | undefined;

  async function load(): Promise<void> {
    try {
      keys = createLocalJWKSet(parseKeySet(await read()));
      failure = undefined;
      staleAt = now() + source.maxAgeSeconds * 1000;
    } catch (cause) {
      failure = new Error(`The issuer's keys can't be read: ${reasonOf(cause)}.`, { cause });
      if (keys) logger.warn(`${failure.message} Those that are known stay in use.`);
    }
    nextAt = now() + (keys ? source.cooldownSeconds * 1000 : retryMs);
  }

  async function refresh(): Promise<void> {
    if (!reading && now() < nextAt) return;
    reading ??= load().finally(() => (reading = undefined));
    await reading;
  }

  return async (header, token) => {
    // Without a name a key that rotation brought can't be told from those known.
    if (header.kid === undefined) throw new errors.JWSInvalid("The token names no key.");
    if (now() >= staleAt) await refresh();
    if (!keys) throw failure!;
    try {
      return await keys(header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
    }
    await refresh();
    // The key may be among those that can't be read.
    if (failure) throw failure;
    return keys(header, token);
  };
}

function readerOf(jwks: string, timeoutMs: number): () => Promise<string> {
  if (!/^[a-z][a-z\d+.-]+:\/\//i.test(jwks)) {
    checkFile(jwks);
    return () => readFile(jwks, "utf8");
  }
  const url = URL.canParse(jwks) ? new URL(jwks) : undefined;
  const isSafe = url?.protocol === "https:" || (url?.protocol === "http:" && isLoopback(url.host));
  if (!url || !isSafe || url.username || url.password) {
    throw new Error(
      "The keys' address must begin with https:// (http:// on this machine), and hold no password.",
    );
  }
  return () => download(url, timeoutMs);
}

async function download(url: URL, timeoutMs: number): Promise<string> {
  const response = await fetch(url, { redirect: "manual", signal: AbortSignal.timeout(timeoutMs) });
  if (response.status === 200) return response.text();
  await response.body?.cancel();
  throw new Error(`the address answers ${response.status}`);
}

function checkFile(file: string): void {
  try {
    parseKeySet(readFileSync(file, "utf8"));
  } catch (cause) {
    throw new Error(`The keys can't be read from ${file}: ${reasonOf(cause)}.`, { cause });
  }
}

function parseKeySet(text: string) {
  const { data, error } = keySet.safeParse(parse(text));
  if (data) return data;
  throw new Error(error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("; "));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own message quotes a piece, which may be of a private key.
    throw new Error("it isn't JSON");
  }
}

function reasonOf(error: unknown): string {
  const { cause, code, message } = error as Error & { cause?: { code?: unknown }; code?: unknown };
  return [cause?.code, code].find((reason) => typeof reason === "string") ?? message;
}
