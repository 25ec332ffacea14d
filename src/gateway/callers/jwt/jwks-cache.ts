import { setTimeout } from "node:timers/promises";
import { createLocalJWKSet, errors, type JWTVerifyGetKey } from "jose";
import type { Logger } from "../../logger.ts";
import { createJwksLog } from "./jwks-log.ts";
import { createJwksReader, reasonOf, type JwksSource } from "./jwks-reader.ts";
import { noUsableKeyReason, type Jwks } from "./jwks.ts";

/** Where an issuer publishes its keys, and how often they are read. */
export interface JwksCacheOptions extends JwksSource {
  /** How long after keys were read an unknown one doesn't make them be read again. */
  readonly cooldownSeconds: number;
  /** How long keys are used before they are read again. */
  readonly maxAgeSeconds: number;
  readonly now: () => number;
  readonly logger: Logger;
}

// While no key is known no caller can be authenticated.
const retryMs = 1000;

const refreshWaitMs = 200;

/**
 * Finds the key that a token names. Keys stay in use if the set can't be read again; those that a set no longer holds are
 * dropped, even if none are left. The clock is an argument, so jose's own remote set won't do; it also asks once for each
 * unknown key where the address fails, and forgets the known ones.
 *
 * @throws Error for an address that isn't safe, or a file that holds no public keys.
 */
export function createJwksCache({ now, logger, ...source }: JwksCacheOptions): JWTVerifyGetKey {
  const { read, atStart } = createJwksReader(source);
  const logIssues = createJwksLog(logger);
  let keys: JWTVerifyGetKey | undefined;
  let failure: Error | undefined;
  let staleAt = -Infinity;
  let nextAt = -Infinity;
  let reading: Promise<void> | undefined;

  function use(keySet: Jwks): void {
    logIssues(keySet.issues);
    const unusable = noUsableKeyReason(keySet);
    if (unusable === undefined) {
      keys = createLocalJWKSet({ keys: [...keySet.keys] });
      failure = undefined;
      staleAt = now() + source.maxAgeSeconds * 1000;
      return;
    }
    failure = new Error(`The issuer's keys can't be read: ${unusable}.`);
    // The issuer may have revoked them, or a private key may be known to everybody.
    if (keys) logger.warn(`${failure.message} Those that were known are not used any more.`);
    keys = undefined;
    staleAt = -Infinity;
  }

  async function load(): Promise<void> {
    try {
      use(await read());
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

  if (atStart) {
    use(atStart);
    nextAt = now() + source.cooldownSeconds * 1000;
  }

  return async (header, token) => {
    // Without a `kid`, a key added by rotation can't be told from the known ones.
    if (header.kid === undefined) throw new errors.JWSInvalid("The token names no key.");
    if (now() >= staleAt) {
      // If the last refresh failed and keys are cached, the wait is short: the token's key may be among them.
      const timeout = keys && failure ? [setTimeout(refreshWaitMs, undefined, { ref: false })] : [];
      await Promise.race([refresh(), ...timeout]);
    }
    if (!keys) throw failure!;
    try {
      return await keys(header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
    }
    await refresh();
    // The token's key may be one that can't be read.
    if (failure) throw failure;
    return keys(header, token);
  };
}
