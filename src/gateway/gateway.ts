import { createYoga, type YogaLogger } from "graphql-yoga";
import { createContext } from "../graphql/context.ts";
import { schema } from "../graphql/schema.ts";
import type { Imm } from "../imm/client.ts";
import { useImmErrors } from "./use-imm-errors.ts";
import { useInputErrors } from "./use-input-errors.ts";
import { useJsonOnly } from "./use-json-only.ts";
import { useLoopbackHost } from "./use-loopback-host.ts";

/** The gateway: a fetch handler and a listener for `node:http`, at `/graphql`. */
export type Gateway = ReturnType<typeof createGateway>;

/** Makes the gateway over IMM. What it lets in and what it does to a request is the list of plugins, in order. */
export function createGateway({ imm, logger }: { imm: Imm; logger: YogaLogger }) {
  return createYoga({
    schema,
    context: ({ request }) => createContext(imm.for({ signal: request.signal })),
    plugins: [useLoopbackHost(), useJsonOnly(), useInputErrors(), useImmErrors(logger)],
    // Whatever NODE_ENV says, a client never sees what is behind a masked error.
    maskedErrors: { isDev: false },
    cors: false,
    batching: false,
    multipart: false,
    graphiql: false,
    landingPage: false,
    logging: logger,
  });
}
