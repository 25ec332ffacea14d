import { CallEnd, type CallSignal } from "../../imm/cancellation-token.ts";

/** Whether and when a request's client leaves. */
export interface Leaving {
  readonly hasBegun: boolean;
  /** What its calls end with then. */
  readonly reason: unknown;
  /** Is aborted then; made when somebody first asks for it. */
  readonly signal: CallSignal;
}

/**
 * Tells when a request's client leaves. To listen to Yoga's own signal takes long, and each read would; and it is none of
 * Node's: combined with another (`AbortSignal.any`) it forgets to say that it is aborted.
 */
export function leavingOf({ signal: told }: Request): Leaving {
  let signal: CallSignal | undefined;
  return {
    get hasBegun() {
      return told.aborted;
    },
    get reason(): unknown {
      return told.reason;
    },
    get signal() {
      return (signal ??= follow(told));
    },
  };
}

function follow(told: AbortSignal): CallSignal {
  const end = new CallEnd();
  const leave = () => end.abort(told.reason);
  if (told.aborted) leave();
  else told.addEventListener("abort", leave, { once: true });
  return end;
}
