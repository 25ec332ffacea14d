import { createServer } from "node:http";
import { createYoga } from "graphql-yoga";
import { announce } from "./announce.ts";
import { createContext } from "./datasets.ts";
import { schema } from "./stock-yoga/schema.ts";

// Yoga, Pothos and the SDK's runtime: what one would write in a day.

// Loaded only where it is used, for the memory of the other.
const isCompiled = process.env["EXECUTION"] === "graphql-jit";
const plugins = isCompiled ? [(await import("@envelop/graphql-jit")).useGraphQlJit()] : [];

const yoga = createYoga({
  schema,
  plugins,
  context: createContext,
  logging: false,
  graphiql: false,
});
const server = createServer(yoga);
server.listen(0, "127.0.0.1", () => announce(server));
