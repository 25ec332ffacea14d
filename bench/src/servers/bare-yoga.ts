import { createServer } from "node:http";
import { createSchema, createYoga } from "graphql-yoga";

// What its documentation begins with, and nothing else: the start that any gateway on Yoga has at least.

const yoga = createYoga({
  schema: createSchema({
    typeDefs: "type Query { hello: String! }",
    resolvers: { Query: { hello: () => "world" } },
  }),
});

const server = createServer(yoga);
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  console.log(`http://127.0.0.1:${typeof address === "object" ? address?.port : ""}/graphql`);
});
