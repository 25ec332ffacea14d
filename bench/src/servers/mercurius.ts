import { fastify } from "fastify";
import { mercurius } from "mercurius";
import { announce } from "./announce.ts";
import { createContext, type Context } from "./datasets.ts";
import { resolvers, typeDefs } from "./schema-first/schema.ts";

// Fastify and Mercurius, which compiles a document when it comes the second time.

declare module "mercurius" {
  interface MercuriusContext extends Context {}
}

const app = fastify();
await app.register(mercurius, { schema: typeDefs, resolvers, context: createContext, jit: 1 });
await app.listen({ host: "127.0.0.1", port: 0 });
announce(app.server);
