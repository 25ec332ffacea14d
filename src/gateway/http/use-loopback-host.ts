import type { Plugin } from "graphql-yoga";
import { isLoopbackAuthority } from "../../network/loopback.ts";
import { errorResponse } from "../errors/error-response.ts";
import type { ServerContext } from "../server-context.ts";
import { headerOf } from "./node-request.ts";

/**
 * Refuses a request for a host that isn't this machine: while nothing says who calls, a page whose name was
 * pointed at 127.0.0.1 could else create billed datasets through its reader's browser.
 */
export function useLoopbackHost(): Plugin<object, ServerContext> {
  return {
    onRequest({ request, url, serverContext: { req }, endResponse, fetchAPI }) {
      const host = headerOf("host", request, req) ?? url.host;
      if (isLoopbackAuthority(host)) return;
      const message =
        "The gateway serves this machine alone while nothing authenticates its callers: call it by localhost or 127.0.0.1.";
      endResponse(errorResponse(fetchAPI, { status: 403, code: "FORBIDDEN", message }));
    },
  };
}
