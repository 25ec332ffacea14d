import type { AbortSignalLike } from "../cancellation-token.ts";
import type { Clock } from "../clock.ts";
import { ImmError, isThrottling } from "../error.ts";
import type { CallReport, ImmReply, Layer, Outcome } from "../transport.ts";

type Ending = Pick<CallReport, "code" | "outcome" | "requestId" | "status">;

/** Reports each finished call to the request's `onCall`. */
export function report(clock: Clock): Layer {
  let calls = 0;
  return (next) => async (call) => {
    if (!call.onCall) return next(call);
    const number = (calls += 1);
    const startedAt = clock.now();
    const start = clock.elapsed();
    const reportEnding = ({ outcome, code, status, requestId }: Ending) => {
      const { action, params } = call;
      const end = clock.elapsed();
      const { attempts, throttled, shared, waitsSince = end } = call.stats;
      const waitedMs = call.stats.waitedMs + Math.round(end - waitsSince);
      // The clock is finer than anybody needs.
      const ms = Math.round(end - start);
      call.onCall?.({
        action,
        params,
        outcome,
        code,
        status,
        requestId,
        number,
        startedAt,
        ms,
        attempts,
        throttled,
        waitedMs,
        shared,
      });
    };
    let reply: ImmReply;
    try {
      reply = await next(call);
    } catch (error) {
      reportEnding(endingOf(error, call.signal));
      throw error;
    }
    const requestId = reply.body["RequestId"];
    reportEnding({
      outcome: "ok",
      code: undefined,
      status: reply.status,
      requestId: typeof requestId === "string" ? requestId : undefined,
    });
    return reply;
  };
}

function endingOf(error: unknown, signal: AbortSignalLike | undefined): Ending {
  if (error instanceof ImmError) {
    const { failure, code, httpStatus: status, requestId } = error;
    return { outcome: isThrottling(error) ? "throttled" : failure, code, status, requestId };
  }
  const outcome: Outcome = signal?.aborted ? "cancelled" : "failed";
  return { outcome, code: undefined, status: undefined, requestId: undefined };
}
