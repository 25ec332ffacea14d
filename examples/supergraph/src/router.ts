import { createGatewayRuntime } from "@graphql-hive/gateway-runtime";

/** Hive Gateway over a supergraph: a listener for `node:http`, at `/graphql`. */
export function createRouter(supergraph: string) {
  return createGatewayRuntime({
    supergraph,
    cors: false,
    logging: "warn",
    // Subscriptions would be sent by GET, which imm-graphql's CSRF prevention refuses.
    transportEntries: { "*.http": { options: { method: "POST" } } },
  });
}
