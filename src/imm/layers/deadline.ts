import { CallEnd } from "../cancellation-token.ts";
import type { Clock } from "../clock.ts";
import { asUnsent, ImmError } from "../error.ts";
import type { Ending } from "../shutdown.ts";
import type { ImmCall, Layer } from "../transport.ts";

/** Ends a call, a write too, at its request's deadline, or when all calls end. */
export function keepDeadline(clock: Clock, ending: Ending): Layer {
  return (next) => async (call) => {
    const left = call.deadline - clock.elapsed();
    if (left <= 0) throw asUnsent(tooLate(call));
    if (ending.hasBegun) throw asUnsent(givenUp(call));
    const end = new CallEnd();
    const giveUp = () => end.abort(givenUp(call));
    ending.calls.add(giveUp);
    const callOff = left === Infinity ? undefined : clock.after(left, () => end.abort(tooLate(call)));
    const leave = () => end.abort(call.signal?.reason);
    if (call.signal?.aborted) leave();
    call.signal?.addEventListener("abort", leave);
    try {
      return await next({ ...call, signal: end });
    } finally {
      call.signal?.removeEventListener("abort", leave);
      callOff?.();
      ending.calls.delete(giveUp);
    }
  };
}

function tooLate({ action }: ImmCall): ImmError {
  const message = `${action} did not finish before the request's deadline.`;
  return new ImmError(action, "timeout", { message, endedBy: "deadline" });
}

function givenUp({ action }: ImmCall): ImmError {
  const message = `${action} was given up: the gateway is being stopped.`;
  return new ImmError(action, "timeout", { message, endedBy: "stop" });
}
