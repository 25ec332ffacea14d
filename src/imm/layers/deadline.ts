import { CancellationToken } from "../cancellation-token.ts";
import type { Clock } from "../clock.ts";
import { asUnsent, ImmError } from "../error.ts";
import type { Shutdown } from "../shutdown.ts";
import type { ImmCall, Layer } from "../transport.ts";

/** Aborts a call, a write too, at its request's deadline or at shutdown. */
export function deadline(clock: Clock, shutdown: Shutdown): Layer {
  return (next) => async (call) => {
    const left = call.deadline - clock.elapsed();
    if (left <= 0) throw asUnsent(tooLate(call));
    if (shutdown.hasBegun) throw asUnsent(aborted(call));
    const token = new CancellationToken();
    const shutDown = () => token.abort(aborted(call));
    shutdown.aborts.add(shutDown);
    const cancelTimer = left === Infinity ? undefined : clock.after(left, () => token.abort(tooLate(call)));
    const disconnect = () => token.abort(call.signal?.reason);
    if (call.signal?.aborted) disconnect();
    call.signal?.addEventListener("abort", disconnect);
    try {
      return await next({ ...call, signal: token });
    } finally {
      call.signal?.removeEventListener("abort", disconnect);
      cancelTimer?.();
      shutdown.aborts.delete(shutDown);
    }
  };
}

function tooLate({ action }: ImmCall): ImmError {
  const message = `${action} did not finish before the request's deadline.`;
  return new ImmError(action, "timeout", { message, endedBy: "deadline" });
}

function aborted({ action }: ImmCall): ImmError {
  const message = `${action} was given up: the gateway is being stopped.`;
  return new ImmError(action, "timeout", { message, endedBy: "stop" });
}
