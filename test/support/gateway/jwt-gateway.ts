import type { JwtOptions } from "../../../src/gateway/callers/jwt/jwt-options.ts";
import { jwtCallers } from "../../../src/gateway/callers/jwt/jwt.ts";
import { gatewayTo, loggerTo } from "./gateway.ts";

/** When a gateway is opened, in seconds. */
export const start = 1_700_000_000;

/** The claims of a token that is good then. */
export const claims = {
  ...{ iss: "https://issuer.example", aud: "imm-graphql", sub: "ann", exp: start + 3600 },
  roles: ["reader"],
};

/** A gateway that takes the issuer's tokens, at a time that the test sets. */
export function open(jwks: string, options: Partial<JwtOptions> = {}) {
  const clock = { seconds: start };
  const log: string[] = [];
  const service = gatewayTo("http://127.0.0.1:1", {
    authenticate: jwtCallers({
      ...{ issuer: claims.iss, audience: claims.aud, jwks, logger: loggerTo(log) },
      now: () => clock.seconds * 1000,
      clockToleranceSeconds: 0,
      ...options,
    }),
  });
  const ask = async (authorization?: string) => {
    const response = await service.gateway.fetch("http://localhost/graphql", {
      method: "POST",
      headers: { "content-type": "application/json", ...(authorization && { authorization }) },
      body: JSON.stringify({ query: "{ viewer { name roles } }" }),
    });
    const { status, headers } = response;
    return { status, challenge: headers.get("www-authenticate"), body: await response.json() };
  };
  return {
    ...service,
    clock,
    ask,
    /** The name and roles that a token gives its bearer. */
    async callerOf(bearer: string) {
      const { body } = await ask(`Bearer ${bearer}`);
      const { name, roles } = (body as { data: { viewer: { name: string; roles: string[] } } }).data.viewer;
      return [name, ...roles];
    },
    text: () => [...service.log, ...log].join("\n"),
  };
}
