import { createServer } from "node:http";
import { createSchema, createYoga } from "graphql-yoga";
import { announce } from "./announce.ts";

// What its documentation begins with, and nothing else: the start that any gateway on Yoga has at least.

const yoga = createYoga({
  schema: createSchema({
    typeDefs: "type Query { hello: String! }",
    resolvers: { Query: { hello: () => "world" } },
  }),
});

const server = createServer(yoga);
server.listen(0, "127.0.0.1", () => announce(server));
