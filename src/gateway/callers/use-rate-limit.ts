import type { Plugin } from "graphql-yoga";
import type { Clock } from "../../imm/clock.ts";
import { errorResponse } from "../errors/error-response.ts";
import type { ServerContext } from "../server-context.ts";
import { createFixedWindows, type RateLimit } from "./fixed-windows.ts";
import { callerOf } from "./use-authentication.ts";

/** The longest that requests are counted together: a day. */
export const maxRateSeconds = 86_400;

/**
 * Rejects requests over the rate limit. They are counted in memory, so by each replica for itself: by the caller's
 * name, else by the client's address, else all together.
 *
 * @throws Error for a limit that lets nobody in, or that no timer can hold.
 */
export function useRateLimit(
  { requests, seconds }: RateLimit,
  { isNamed, clock }: { isNamed: boolean; clock: Clock },
): Plugin<object, ServerContext> {
  check("requests", requests, Number.MAX_SAFE_INTEGER);
  check("seconds", seconds, maxRateSeconds);
  const windows = createFixedWindows({ requests, seconds }, clock);

  return {
    onRequest({ serverContext, endResponse, fetchAPI }) {
      const { name, sourceIp = "" } = callerOf(serverContext);
      // Within one gateway callers have all a name or none: a name is never taken for an address.
      const waitMs = windows.count(isNamed ? name : sourceIp);
      if (waitMs === undefined) return;
      const retryAfterMs = Math.ceil(waitMs);
      const wait = Math.ceil(retryAfterMs / 1000);
      const message = `A caller may send ${counted(requests, "request")} in ${counted(seconds, "second")}: come back in ${counted(wait, "second")}.`;
      endResponse(
        errorResponse(fetchAPI, {
          ...{ status: 429, code: "THROTTLED", message },
          headers: { "retry-after": String(wait) },
          extensions: { retryAfterMs },
          limit: "rate",
        }),
      );
    },
  };
}

function check(name: keyof RateLimit, value: number, most: number): void {
  if (Number.isInteger(value) && value >= 1 && value <= most) return;
  throw new Error(`The rate limit's ${name} must be an integer of 1..${most}, not ${value}.`);
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
