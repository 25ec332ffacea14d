import type { Clock } from "./clock.ts";
import { ImmError } from "./error.ts";
import type { ImmCall, Layer } from "./transport.ts";

/** Ends a call, a write too, at its request's deadline. */
export function keepDeadline(clock: Clock): Layer {
  return (next) => async (call) => {
    if (call.deadline === Infinity) return next(call);
    const left = call.deadline - clock.elapsed();
    if (left <= 0) throw tooLate(call, { unsent: true });
    const ending = new AbortController();
    const callOff = clock.after(left, () => ending.abort(tooLate(call)));
    const signal = call.signal ? AbortSignal.any([call.signal, ending.signal]) : ending.signal;
    try {
      return await next({ ...call, signal });
    } finally {
      callOff();
    }
  };
}

function tooLate({ action }: ImmCall, sending: { unsent?: true } = {}): ImmError {
  return new ImmError(action, "timeout", {
    ...sending,
    message: `${action} did not finish before the request's deadline.`,
  });
}
