import { ImmError } from "./error.ts";
import type { ImmCall, Layer } from "./transport.ts";

/** Ends a call, a write too, at its request's deadline. */
export function keepDeadline(now: () => number): Layer {
  return (next) => async (call) => {
    if (call.deadline === undefined) return next(call);
    const left = call.deadline - now();
    if (left <= 0) throw tooLate(call);
    const deadline = AbortSignal.timeout(left);
    const signal = call.signal ? AbortSignal.any([call.signal, deadline]) : deadline;
    const inner: ImmCall = { ...call, signal };
    try {
      return await next(inner);
    } catch (error) {
      if (deadline.aborted && !call.signal?.aborted) throw tooLate(call, error);
      throw error;
    } finally {
      call.attempts = inner.attempts;
    }
  };
}

function tooLate({ action }: ImmCall, cause?: unknown): ImmError {
  return new ImmError(action, "timeout", {
    message: `${action} did not finish before the request's deadline.`,
    cause,
  });
}
