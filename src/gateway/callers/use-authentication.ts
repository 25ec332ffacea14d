import { isPromise, type Plugin } from "graphql-yoga";
import type { Caller } from "../../imm/caller.ts";
import { errorResponse } from "../errors/error-response.ts";
import type { createClientInfoReader } from "../http/client-info.ts";
import { headerValues, type NodeRequest } from "../http/node-request.ts";
import type { Logger } from "../logger.ts";
import type { ServerContext } from "../server-context.ts";
import type { Authenticate, Identity } from "./authenticate.ts";

/** How callers are known. */
export interface Authentication {
  /** Undefined: callers needn't authenticate. */
  readonly authenticate: Authenticate | undefined;
  readonly readClientInfo: ReturnType<typeof createClientInfoReader>;
  readonly logger: Logger;
}

const anonymous: Identity = { name: "anonymous", roles: [] };

// The same response for every cause: a reason would help an attacker.
const unauthenticated = {
  status: 401,
  code: "UNAUTHENTICATED",
  message: "The gateway must know its callers: send a token that is valid, by Authorization: Bearer <token>.",
  headers: { "www-authenticate": "Bearer" },
};

const unchecked = {
  status: 503,
  code: "UPSTREAM_UNAVAILABLE",
  message: "The gateway can't check the caller's token at this time: try again later.",
};

/**
 * Identifies who sends a request, and rejects requests without a known caller. Only what earlier plugins answer needs
 * no caller.
 */
export function useAuthentication({
  authenticate,
  readClientInfo,
  logger,
}: Authentication): Plugin<object, ServerContext> {
  function identify(request: Request, incoming: NodeRequest | undefined) {
    if (!authenticate) return anonymous;
    // Node keeps only the first of duplicate headers; a proxy may have checked the other.
    if (incoming && headerValues(incoming.raw, "authorization").length > 1) {
      logger.info("A caller is refused: several headers Authorization.");
      return undefined;
    }
    return authenticate(request);
  }

  return {
    onRequest({ request, serverContext, endResponse, fetchAPI }) {
      // The socket forgets its address when its client leaves.
      const client = readClientInfo(request, serverContext.req?.raw);
      const admit = (identity: Identity | undefined) => {
        if (identity) {
          const { name, roles, expiresAt } = identity;
          serverContext.caller = { name, roles, ...client, ...(expiresAt !== undefined && { expiresAt }) };
        } else endResponse(errorResponse(fetchAPI, unauthenticated));
      };
      const fail = (error: unknown) => {
        logger.error(error);
        endResponse(errorResponse(fetchAPI, unchecked));
      };
      try {
        const identity = identify(request, serverContext.req);
        // What is known at once takes no promise: with one, every hook behind this one would wait.
        return isPromise(identity) ? identity.then(admit, fail) : admit(identity);
      } catch (error) {
        fail(error);
      }
    },
  };
}

/**
 * Who sent a request.
 *
 * @throws Error where nobody asked: without a caller nothing may be done.
 */
export function callerOf({ caller }: ServerContext): Caller {
  if (!caller) throw new Error("A request came by that has no caller.");
  return caller;
}
