import { ImmError } from "./error.ts";
import type { Layer } from "./transport.ts";

/** Tells the request's `onCall` of each finished call. */
export function report(now: () => number): Layer {
  let calls = 0;
  return (next) => async (call) => {
    if (!call.onCall) return next(call);
    const number = (calls += 1);
    const start = now();
    const tell = (status: number | undefined, requestId: unknown) =>
      call.onCall?.({
        action: call.action,
        params: call.params,
        status,
        number,
        ms: now() - start,
        attempts: call.attempts,
        requestId: typeof requestId === "string" ? requestId : undefined,
      });
    try {
      const reply = await next(call);
      tell(reply.status, reply.body["RequestId"]);
      return reply;
    } catch (error) {
      if (error instanceof ImmError) tell(error.httpStatus, error.requestId);
      else tell(undefined, undefined);
      throw error;
    }
  };
}
