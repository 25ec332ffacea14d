import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { isLoopbackAuthority } from "../loopback.ts";
import { wayTo, type Proxies } from "../proxies.ts";
import { parseKeySet, type KeySet } from "./key-set.ts";

/** Where keys are read, and for what. */
export interface KeySetSource {
  /** An `https:` address (`http:` on this machine) or a file. */
  readonly jwks: string;
  /** What tokens may be signed by. */
  readonly algorithms: readonly string[];
  readonly timeoutMs: number;
  /** By which proxies an address is reached. */
  readonly proxies: Proxies | undefined;
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
export function keySetReader({ jwks, algorithms, ...how }: KeySetSource): KeySetReader {
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
  return { atStart: undefined, read: async () => parseKeySet(await download(url, how), algorithms) };
}

function readAtStart(file: string, algorithms: readonly string[]): KeySet {
  try {
    return parseKeySet(readFileSync(file, "utf8"), algorithms);
  } catch (cause) {
    throw new Error(`The keys can't be read from ${file}: ${reasonOf(cause)}.`, { cause });
  }
}

async function download(
  url: URL,
  { timeoutMs, proxies }: Pick<KeySetSource, "proxies" | "timeoutMs">,
): Promise<string> {
  const { origin, pathname, search } = url;
  const way = wayTo(origin, { proxies, connectMs: timeoutMs, headersMs: timeoutMs });
  try {
    // It follows no redirect: where one leads to nobody has named.
    const { statusCode, body } = await way.request({
      ...{ origin, path: `${pathname}${search}`, method: "GET" },
      headers: { accept: "application/json", "user-agent": "imm-graphql" },
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (statusCode === 200) return await body.text();
    throw new Error(`the address answers ${statusCode}`);
  } finally {
    await way.destroy();
  }
}

/** Why keys couldn't be read, in a few words. */
export function reasonOf(error: unknown): string {
  const { cause, code, message } = error as Error & { cause?: { code?: unknown }; code?: unknown };
  return [cause?.code, code].find((reason) => typeof reason === "string") ?? message;
}
