import { jwtCallers } from "../../src/gateway/jwt.ts";
import type { JwtOptions } from "../../src/gateway/jwt-options.ts";
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
      body: JSON.stringify({ query: "{ projects { nodes { id } } }" }),
    });
    const { status, headers } = response;
    return { status, challenge: headers.get("www-authenticate"), body: await response.json() };
  };
  return {
    ...service,
    clock,
    ask,
    /** The name and roles that a token gave the call to IMM that it was let make. */
    async callerOf(bearer: string) {
      service.calls.length = 0;
      await ask(`Bearer ${bearer}`);
      const { name, roles } = service.callers.get(service.calls[0]!)!;
      return [name, ...roles];
    },
    text: () => [...service.log, ...log].join("\n"),
  };
}
