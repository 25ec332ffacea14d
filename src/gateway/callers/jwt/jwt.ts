import { errors, jwtVerify, type JWTVerifyGetKey, type JWTVerifyOptions, type JWTVerifyResult } from "jose";
import { nonThrowingLogger } from "../../logger.ts";
import type { Authenticate } from "../authenticate.ts";
import { bearerToken } from "../bearer-token.ts";
import { createJwksCache } from "./jwks-cache.ts";
import { asymmetric, jwtDefaults, maxClockToleranceSeconds, type JwtOptions } from "./jwt-options.ts";
import { createRolesReader, isRolesClaim, rolesClaimForms } from "./roles-claim.ts";

const maxLength = 8192;

/**
 * Identifies callers by the JSON Web Tokens that an issuer gives them. Their name is the claim `sub`.
 *
 * @throws Error for an option that lets everybody in or nobody.
 */
export function jwtCallers({
  issuer,
  audience,
  jwks,
  algorithms = jwtDefaults.algorithms,
  clockToleranceSeconds = jwtDefaults.clockToleranceSeconds,
  rolesClaim = jwtDefaults.rolesClaim,
  cooldownSeconds = 30,
  maxAgeSeconds = 600,
  timeoutMs = 5000,
  proxies,
  now = Date.now,
  logger: loggerOption,
}: JwtOptions): Authenticate {
  const logger = nonThrowingLogger(loggerOption);
  const audiences = [audience].flat();
  check({ issuer, audiences, algorithms, clockToleranceSeconds, rolesClaim });
  const keys = createJwksCache({
    jwks,
    algorithms,
    cooldownSeconds,
    maxAgeSeconds,
    timeoutMs,
    proxies,
    now,
    logger,
  });
  const rolesOf = createRolesReader({ claim: rolesClaim, now, logger });
  const reject = (reason: string) => {
    logger.info(`A caller is refused: ${reason}.`);
    return undefined;
  };

  return async (request) => {
    const token = bearerToken(request);
    if (token === undefined) return reject("no bearer token");
    if (token.length > maxLength) return reject(`a token of more than ${maxLength} characters`);
    try {
      const { payload } = await verify(token, keys, {
        issuer,
        audience: audiences,
        algorithms: [...algorithms],
        clockTolerance: clockToleranceSeconds,
        currentDate: new Date(now()),
        requiredClaims: ["exp", "sub"],
      });
      if (typeof payload.sub !== "string" || payload.sub === "") return reject("an empty claim sub");
      const expiresAt = (payload.exp! + clockToleranceSeconds) * 1000;
      return { name: payload.sub, roles: rolesOf(payload), expiresAt };
    } catch (error) {
      if (error instanceof errors.JOSEError) return reject(reasonOf(error));
      throw error;
    }
  };
}

/** Verifies a token. If several keys have its `kid`, one of them must fit. */
async function verify(
  token: string,
  keys: JWTVerifyGetKey,
  options: JWTVerifyOptions,
): Promise<JWTVerifyResult> {
  try {
    return await jwtVerify(token, keys, options);
  } catch (error) {
    if (!(error instanceof errors.JWKSMultipleMatchingKeys)) throw error;
    for await (const key of error) {
      try {
        return await jwtVerify(token, key, options);
      } catch (cause) {
        if (!(cause instanceof errors.JWSSignatureVerificationFailed)) throw cause;
      }
    }
    throw new errors.JWSSignatureVerificationFailed();
  }
}

interface Checked {
  readonly issuer: string;
  readonly audiences: readonly string[];
  readonly algorithms: readonly string[];
  readonly clockToleranceSeconds: number;
  readonly rolesClaim: string;
}

function check({ issuer, audiences, algorithms, clockToleranceSeconds, rolesClaim }: Checked): void {
  if (issuer === "") throw new Error("The issuer of tokens must be named.");
  if (audiences.length === 0 || audiences.includes("")) {
    throw new Error(
      "The audience of tokens must be named: else a token made for another service would do here.",
    );
  }
  const others = algorithms.filter((algorithm) => !asymmetric.includes(algorithm));
  if (others.length > 0 || algorithms.length === 0) {
    throw new Error(
      `Tokens can't be signed by ${others.join(", ") || "no algorithm"}: some of ${asymmetric.join(", ")} are needed.`,
    );
  }
  if (!(clockToleranceSeconds >= 0 && clockToleranceSeconds <= maxClockToleranceSeconds)) {
    throw new Error(
      `The clock's tolerance must be 0..${maxClockToleranceSeconds} seconds, not ${clockToleranceSeconds}.`,
    );
  }
  if (!isRolesClaim(rolesClaim)) {
    throw new Error(`The roles' claim must be ${rolesClaimForms}, not ${JSON.stringify(rolesClaim)}.`);
  }
}

// By jose's code and the claim alone: its messages can quote a token's header.
function reasonOf(error: errors.JOSEError): string {
  const { claim } = error as { claim?: string };
  return claim === undefined ? error.code : `${error.code} (${claim})`;
}
