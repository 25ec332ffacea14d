import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { errors, fetch } from "undici";
import { isLoopbackAuthority } from "../../../network/loopback.ts";
import { dispatcherFor } from "../../../network/dispatcher.ts";
import type { Proxies } from "../../../network/proxies.ts";
import { noUsableKeyReason, parseJwks, type Jwks } from "./jwks.ts";

/** Where keys are read, and for what. */
export interface JwksSource {
  /** An `https:` address (`http:` on this machine) or a file. */
  readonly jwks: string;
  /** What tokens may be signed by. */
  readonly algorithms: readonly string[];
  readonly timeoutMs: number;
  /** By which proxies an address is reached. */
  readonly proxies: Proxies | undefined;
}

/** Reads an issuer's keys. */
export interface JwksReader {
  read(): Promise<Jwks>;
  /** What a file holds at the start; undefined for an address, which may not answer yet. */
  readonly atStart: Jwks | undefined;
}

/**
 * Makes the reader of an issuer's keys.
 *
 * @throws Error for an address that isn't safe, or a file that holds no public keys.
 */
export function createJwksReader({ jwks, algorithms, ...how }: JwksSource): JwksReader {
  // With one slash, too, it is an address: a password in it must not be logged as a file's name.
  if (!/^\s*[a-z][a-z\d+.-]+:/i.test(jwks)) {
    const atStart = readAtStart(jwks, algorithms);
    return { atStart, read: async () => parseJwks(await readFile(jwks, "utf8"), algorithms) };
  }
  const url = URL.canParse(jwks) ? new URL(jwks) : undefined;
  const isSafe = url?.protocol === "https:" || (url?.protocol === "http:" && isLoopbackAuthority(url.host));
  if (!url || !isSafe || url.username || url.password) {
    throw new Error(
      "The keys' address must begin with https:// (http:// on this machine), and hold no password.",
    );
  }
  return { atStart: undefined, read: async () => parseJwks(await download(url, how), algorithms) };
}

function readAtStart(file: string, algorithms: readonly string[]): Jwks {
  try {
    const keySet = parseJwks(readFileSync(file, "utf8"), algorithms);
    const unusable = noUsableKeyReason(keySet);
    if (unusable === undefined) return keySet;
    throw new Error(unusable);
  } catch (cause) {
    throw new Error(`The keys can't be read from ${file}: ${reasonOf(cause)}.`, { cause });
  }
}

// A set of a hundred keys with their certificates is 300 KB.
const maxBytes = 4 * 1024 * 1024;

async function download(
  url: URL,
  { timeoutMs, proxies }: Pick<JwksSource, "proxies" | "timeoutMs">,
): Promise<string> {
  const times = { connectMs: timeoutMs, headersMs: timeoutMs };
  const dispatcher = dispatcherFor(url.origin, { proxies, ...times, maxResponseSize: maxBytes });
  try {
    const response = await fetch(url, {
      dispatcher,
      // It would lead to an address that nobody configured.
      redirect: "manual",
      headers: { accept: "application/json", "user-agent": "imm-graphql" },
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (response.status === 200) return await textOf(response.body ?? []);
    throw new Error(`the address answers ${response.status}`);
  } finally {
    await dispatcher.destroy();
  }
}

/** `maxResponseSize` limits the compressed bytes, this the decompressed ones. */
async function textOf(body: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    if (length > maxBytes) throw new errors.ResponseExceededMaxSizeError();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

/** Why keys couldn't be read, in a few words. */
export function reasonOf(error: unknown): string {
  const { cause = error } = error as Error;
  if (cause instanceof errors.ResponseExceededMaxSizeError) return "the answer is larger than 4 MiB";
  const { code, message } = cause as NodeJS.ErrnoException;
  return typeof code === "string" ? code : message;
}
