import { asymmetric, jwtDefaults, maxClockToleranceSeconds } from "../gateway/callers/jwt/jwt-options.ts";
import { isRolesClaim, rolesClaimForms } from "../gateway/callers/jwt/roles-claim.ts";
import type { RateLimit } from "../gateway/callers/fixed-windows.ts";
import { maxRateSeconds } from "../gateway/callers/use-rate-limit.ts";
import { isProxy } from "../gateway/http/client-info.ts";
import { problemOfOrigin } from "../gateway/http/cors.ts";
import { defaultKeepAliveMs } from "../gateway/server.ts";
import { isLoopback } from "../network/loopback.ts";
import { readHost } from "./host.ts";
import { anything, redacted, type Condition, type Reader, type Rule } from "./reader.ts";

/** How the gateway knows who calls. */
export type Authentication =
  | { readonly kind: "none" }
  | { readonly kind: "token"; readonly file: string }
  | {
      readonly kind: "jwt";
      readonly issuer: string;
      readonly audience: readonly string[];
      /** An address or a file. */
      readonly jwks: string;
      readonly algorithms: readonly string[];
      readonly clockToleranceSeconds: number;
      readonly rolesClaim: string;
    };

/** Who may call, from where, and how often. */
export interface CallersConfig {
  readonly host: string;
  readonly port: number;
  /** How long a client's connection may be idle between requests, in milliseconds. */
  readonly keepAliveMs: number;
  readonly authentication: Authentication;
  /** A JSON file of roles and their policies; undefined where every caller may do everything. */
  readonly policiesFile: string | undefined;
  readonly trustedProxies: readonly string[];
  /** Undefined where callers are not limited. */
  readonly rateLimit: RateLimit | undefined;
  readonly corsOrigins: readonly string[];
}

/** Reads where the gateway listens and for whom. */
export function readCallers(reader: Reader, { accountId }: { accountId: string | undefined }): CallersConfig {
  const host = readHost(reader);
  const kind = reader.choice("IMM_AUTH", "none", ["none", "jwt", "token"]);
  const isNone = kind === "none";
  if (isNone && !isLoopback(host)) {
    reader.addProblem(
      "HOST",
      `${redacted(host)} lets other machines call, and with IMM_AUTH=none anybody may do everything: set IMM_AUTH to jwt or token, or HOST to 127.0.0.1.`,
    );
  }
  const known = { isMet: !isNone, what: "IMM_AUTH=jwt or token" };
  const policiesFile = reader.file("IMM_POLICIES", known);
  if (policiesFile !== undefined && accountId === undefined) {
    reader.addProblem("IMM_ACCOUNT_ID", "is needed with IMM_POLICIES: the names of resources have it.");
  }
  return {
    host,
    port: reader.port("PORT", 4000),
    keepAliveMs: reader.number("IMM_KEEP_ALIVE_MS", defaultKeepAliveMs, { min: 1000, max: 3_600_000 }),
    authentication: readAuthentication(reader, kind),
    policiesFile,
    trustedProxies: reader.list("IMM_TRUSTED_PROXIES", trustedProxyRule),
    rateLimit: readRateLimit(reader, isNone ? "off" : "6000/60"),
    corsOrigins: reader.list("IMM_CORS_ORIGINS", originRule),
  };
}

function readAuthentication(reader: Reader, kind: Authentication["kind"]): Authentication {
  const withToken = { isMet: kind === "token", what: "IMM_AUTH=token" };
  const file = reader.required("IMM_TOKENS", withToken);
  const jwt = readJwt(reader, { isMet: kind === "jwt", what: "IMM_AUTH=jwt" });
  if (kind === "jwt") return { kind, ...jwt };
  return kind === "token" ? { kind, file } : { kind };
}

function readJwt(reader: Reader, withJwt: Condition) {
  const audience = reader.list("IMM_JWT_AUDIENCE", anything, withJwt);
  if (withJwt.isMet && audience.length === 0) {
    reader.addProblem("IMM_JWT_AUDIENCE", `is needed with ${withJwt.what}.`);
  }
  const algorithms = reader.list("IMM_JWT_ALGORITHMS", algorithmRule, withJwt);
  return {
    issuer: reader.required("IMM_JWT_ISSUER", withJwt),
    audience,
    jwks: reader.required("IMM_JWT_JWKS", withJwt),
    algorithms: algorithms.length > 0 ? algorithms : jwtDefaults.algorithms,
    clockToleranceSeconds: reader.number(
      "IMM_JWT_CLOCK_TOLERANCE",
      jwtDefaults.clockToleranceSeconds,
      { min: 0, max: maxClockToleranceSeconds },
      withJwt,
    ),
    rolesClaim: reader.text("IMM_JWT_ROLES_CLAIM", jwtDefaults.rolesClaim, rolesClaimRule, withJwt),
  };
}

function readRateLimit(reader: Reader, fallback: string): CallersConfig["rateLimit"] {
  const value = reader.text("IMM_RATE_LIMIT", fallback, rateRule);
  const [requests = 0, seconds = 0] = value.split("/").map(Number);
  return value === "off" ? undefined : { requests, seconds };
}

const rateRule: Rule = {
  allowed: `off, or requests and seconds (${maxRateSeconds} at most) such as 6000/60`,
  isValid: (value) =>
    value === "off" ||
    (/^[1-9]\d{0,8}\/[1-9]\d{0,4}$/.test(value) && Number(value.split("/")[1]) <= maxRateSeconds),
};

const trustedProxyRule: Rule = {
  allowed: "an address, a CIDR block such as 10.0.0.0/8, loopback, linklocal or uniquelocal",
  isValid: isProxy,
};

const originRule: Rule = {
  allowed: "an origin such as https://app.example.com, without a path or a final slash",
  isValid: (value) => problemOfOrigin(value) === undefined,
};

const rolesClaimRule: Rule = { allowed: rolesClaimForms, isValid: isRolesClaim };

const algorithmRule: Rule = {
  allowed: "an asymmetric algorithm such as RS256, PS256, ES256 or EdDSA",
  isValid: (value) => asymmetric.includes(value),
};
