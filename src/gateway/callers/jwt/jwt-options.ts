import type { Proxies } from "../../../network/proxies.ts";
import type { Logger } from "../../logger.ts";
import { keyTypes } from "./public-key.ts";

/** Whose tokens are taken, and how they are read. */
export interface JwtOptions {
  readonly issuer: string;
  /** Whom a token must be made for: one of these. */
  readonly audience: string | readonly string[];
  /**
   * The issuer's public keys: an `https:` address (`http:` on this machine), or a file. Those without a `kid`, or that
   * can't check such tokens, are left out.
   */
  readonly jwks: string;
  /** Default: RS256. */
  readonly algorithms?: readonly string[] | undefined;
  /** By how much the issuer's clock may differ, at most 300. Default: 5. */
  readonly clockToleranceSeconds?: number | undefined;
  /**
   * The claim that holds the roles, as an array of strings or as one with spaces or commas between them. A claim within
   * one is `realm_access.roles` or, if a name has a dot, the JSON pointer `/resource_access/my.client/roles`. Default:
   * roles.
   */
  readonly rolesClaim?: string | undefined;
  /** How long after keys were read an unknown one doesn't make them be read again. Default: 30. */
  readonly cooldownSeconds?: number | undefined;
  /** How long keys are used before they are read again. Default: 600. */
  readonly maxAgeSeconds?: number | undefined;
  /** How long reading keys may take. Default: 5000. */
  readonly timeoutMs?: number | undefined;
  /** By which proxies the keys' address is reached. Default: none. */
  readonly proxies?: Proxies | undefined;
  /** Milliseconds since the epoch. */
  readonly now?: (() => number) | undefined;
  /** Where it tells why it refused a caller. Default: the console, warnings and errors alone. */
  readonly logger?: Logger | undefined;
}

/**
 * The algorithms that a token may be signed by. None with a shared secret: whoever verifies with it could forge tokens.
 */
export const asymmetric: readonly string[] = [...keyTypes.values()].flatMap(({ signs }) => signs);

export const jwtDefaults = {
  algorithms: ["RS256"],
  clockToleranceSeconds: 5,
  rolesClaim: "roles",
} as const;

/** By how much an issuer's clock may differ at most. */
export const maxClockToleranceSeconds = 300;
