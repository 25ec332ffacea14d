import type { Plugin } from "graphql-yoga";
import { refuse } from "./refuse.ts";

const loopback = /^(?:localhost|(?:[a-z0-9-]+\.)+localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/i;

/** Whether a host, with its port or without, is this machine by its name. */
export function isLoopback(host: string): boolean {
  return loopback.test(host);
}

/**
 * Refuses a request for a host that isn't this machine: while nothing says who calls, a page whose name was
 * pointed at 127.0.0.1 could else create billed datasets through its reader's browser.
 */
export function useLoopbackHost(): Plugin {
  return {
    onRequest({ request, url, endResponse, fetchAPI }) {
      const host = request.headers.get("host") ?? url.host;
      if (isLoopback(host)) return;
      const message =
        "The gateway serves this machine alone while nothing authenticates its callers: call it by localhost or 127.0.0.1.";
      endResponse(refuse(fetchAPI, { status: 403, code: "FORBIDDEN", message }));
    },
  };
}
