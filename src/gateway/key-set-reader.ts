import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { parseKeySet, type KeySet } from "./key-set.ts";
import { isLoopbackAuthority } from "./loopback.ts";

/** Where keys are read, and for what. */
export interface KeySetSource {
  /** An `https:` address (`http:` on this machine) or a file. */
  readonly jwks: string;
  /** What tokens may be signed by. */
  readonly algorithms: readonly string[];
  readonly timeoutMs: number;
}

/** What reads keys. */
export interface KeySetReader {
  read(): Promise<KeySet>;
  /** What a file holds at the start; undefined for an address, which may not answer yet. */
  readonly atStart: KeySet | undefined;
}

/**
 * Makes what reads an issuer's keys.
 *
 * @throws Error for an address that isn't safe, or a file that holds no public keys.
 */
export function keySetReader({ jwks, algorithms, timeoutMs }: KeySetSource): KeySetReader {
  // One slash, too, is an address: a password in it must not be told as a file's name.
  if (!/^\s*[a-z][a-z\d+.-]+:/i.test(jwks)) {
    const atStart = readAtStart(jwks, algorithms);
    return { atStart, read: async () => parseKeySet(await readFile(jwks, "utf8"), algorithms) };
  }
  const url = URL.canParse(jwks) ? new URL(jwks) : undefined;
  const isSafe = url?.protocol === "https:" || (url?.protocol === "http:" && isLoopbackAuthority(url.host));
  if (!url || !isSafe || url.username || url.password) {
    throw new Error(
      "The keys' address must begin with https:// (http:// on this machine), and hold no password.",
    );
  }
  return { atStart: undefined, read: async () => parseKeySet(await download(url, timeoutMs), algorithms) };
}

function readAtStart(file: string, algorithms: readonly string[]): KeySet {
  try {
    return parseKeySet(readFileSync(file, "utf8"), algorithms);
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

/** Why keys couldn't be read, in a few words. */
export function reasonOf(error: unknown): string {
  const { cause, code, message } = error as Error & { cause?: { code?: unknown }; code?: unknown };
  return [cause?.code, code].find((reason) => typeof reason === "string") ?? message;
}
