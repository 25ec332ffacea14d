/** Whether and when a request's client leaves. */
export interface Leaving {
  readonly hasBegun: boolean;
  /** What its calls end with then. */
  readonly reason: unknown;
  /** Is aborted then; made when somebody first asks for it. */
  readonly signal: AbortSignal;
}

/**
 * Tells when a request's client leaves. Yoga's own signal is none of Node's: combined with another (`AbortSignal.any`)
 * it forgets to say that it is aborted.
 */
export function leavingOf({ signal: told }: Request): Leaving {
  let signal: AbortSignal | undefined;
  return {
    get hasBegun() {
      return told.aborted;
    },
    get reason(): unknown {
      return told.reason;
    },
    get signal() {
      return (signal ??= nodeSignal(told));
    },
  };
}

function nodeSignal(told: AbortSignal): AbortSignal {
  const controller = new AbortController();
  const leave = () => controller.abort(told.reason);
  if (told.aborted) leave();
  else told.addEventListener("abort", leave, { once: true });
  return controller.signal;
}
