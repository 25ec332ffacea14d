import type { Clock } from "./clock.ts";
import { ImmError } from "./error.ts";
import type { ImmCall, Layer } from "./transport.ts";

/** The end of all calls, for a process that is about to end. */
export interface Ending {
  /** Ends every call that is on its way, a write too, and refuses others. */
  begin(): void;
  readonly hasBegun: boolean;
  /** Those that end with it. */
  readonly calls: Set<() => void>;
}

/** Makes the end of all calls, which has not begun. */
export function createEnding(): Ending {
  const calls = new Set<() => void>();
  let hasBegun = false;
  return {
    calls,
    get hasBegun() {
      return hasBegun;
    },
    begin() {
      hasBegun = true;
      for (const end of calls) end();
    },
  };
}

/** Ends a call, a write too, at its request's deadline, or when all calls end. */
export function keepDeadline(clock: Clock, ending: Ending): Layer {
  return (next) => async (call) => {
    const left = call.deadline - clock.elapsed();
    if (left <= 0) throw tooLate(call, true);
    if (ending.hasBegun) throw givenUp(call, true);
    const controller = new AbortController();
    const giveUp = () => controller.abort(givenUp(call));
    ending.calls.add(giveUp);
    const callOff = left === Infinity ? undefined : clock.after(left, () => controller.abort(tooLate(call)));
    const signal = call.signal ? AbortSignal.any([call.signal, controller.signal]) : controller.signal;
    try {
      return await next({ ...call, signal });
    } finally {
      callOff?.();
      ending.calls.delete(giveUp);
    }
  };
}

function tooLate({ action }: ImmCall, unsent?: true): ImmError {
  const message = `${action} did not finish before the request's deadline.`;
  return new ImmError(action, "timeout", { message, unsent, byDeadline: true });
}

function givenUp({ action }: ImmCall, unsent?: true): ImmError {
  const message = `${action} was given up: the gateway is being stopped.`;
  return new ImmError(action, "timeout", { message, unsent, byDeadline: true });
}
