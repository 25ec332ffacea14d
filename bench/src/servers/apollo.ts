import { ApolloServer } from "@apollo/server";
import { ApolloServerPluginCacheControlDisabled } from "@apollo/server/plugin/disabled";
import fastifyApollo from "@as-integrations/fastify";
import { fastify } from "fastify";
import { announce } from "./announce.ts";
import { createContext, type Context } from "./datasets.ts";
import { resolvers, typeDefs } from "./schema-first/schema.ts";

// Apollo Server as its documentation recommends it for production: in a web framework.

const apollo = new ApolloServer<Context>({
  typeDefs,
  resolvers,
  // It is called for every field, and nothing here bears its hints.
  plugins: [ApolloServerPluginCacheControlDisabled()],
});
await apollo.start();

const app = fastify();
await app.register(fastifyApollo(apollo), { context: async () => createContext() });
await app.listen({ host: "127.0.0.1", port: 0 });
announce(app.server);
