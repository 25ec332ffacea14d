import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { z } from "zod";
import { isLoopbackAuthority } from "./loopback.ts";

const publicKey = z
  .looseObject({ kty: z.string(), kid: z.string().exactOptional() })
  .refine((key) => key.kty !== "oct" && !("d" in key), "must be a public key");

const keySet = z.object({
  keys: z
    .array(publicKey)
    .refine((keys) => keys.some(({ kid }) => kid !== undefined), "must hold a key that has a kid"),
});

/** An issuer's public keys, as RFC 7517 writes them. */
export type KeySet = z.infer<typeof keySet>;

/**
 * Makes what reads an issuer's keys from an `https:` address (`http:` on this machine) or a file.
 *
 * @throws Error for an address that isn't safe, or a file that holds no public keys.
 */
export function keySetReader(jwks: string, timeoutMs: number): () => Promise<KeySet> {
  // One slash, too, is an address: a password in it must not be told as a file's name.
  if (!/^\s*[a-z][a-z\d+.-]+:/i.test(jwks)) {
    checkFile(jwks);
    return async () => parseKeySet(await readFile(jwks, "utf8"));
  }
  const url = URL.canParse(jwks) ? new URL(jwks) : undefined;
  const isSafe = url?.protocol === "https:" || (url?.protocol === "http:" && isLoopbackAuthority(url.host));
  if (!url || !isSafe || url.username || url.password) {
    throw new Error(
      "The keys' address must begin with https:// (http:// on this machine), and hold no password.",
    );
  }
  return async () => parseKeySet(await download(url, timeoutMs));
}

function checkFile(file: string): void {
  try {
    parseKeySet(readFileSync(file, "utf8"));
  } catch (cause) {
    throw new Error(`The keys can't be read from ${file}: ${reasonOf(cause)}.`, { cause });
  }
}

async function download(url: URL, timeoutMs: number): Promise<string> {
  // Where it redirects to nobody has named.
  const response = await fetch(url, { redirect: "manual", signal: AbortSignal.timeout(timeoutMs) });
  if (response.status === 200) return response.text();
  await response.body?.cancel();
  throw new Error(`the address answers ${response.status}`);
}

function parseKeySet(text: string): KeySet {
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

/** Why keys couldn't be read, in a few words. */
export function reasonOf(error: unknown): string {
  const { cause, code, message } = error as Error & { cause?: { code?: unknown }; code?: unknown };
  return [cause?.code, code].find((reason) => typeof reason === "string") ?? message;
}
