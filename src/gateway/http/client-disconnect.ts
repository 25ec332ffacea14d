import { CancellationToken, type CallSignal } from "../../imm/cancellation-token.ts";

/** Whether and when a request's client disconnects. */
export interface ClientDisconnect {
  readonly hasHappened: boolean;
  /** What its calls are aborted with. */
  readonly reason: unknown;
  /** Is aborted then; made when it is first asked for. */
  readonly signal: CallSignal;
}

/**
 * Tells when a request's client disconnects. Listening to Yoga's own signal is slow, and each read would; and it isn't
 * one of Node's: combined with another (`AbortSignal.any`) it forgets to say that it is aborted.
 */
export function clientDisconnectOf({ signal: yogas }: Request): ClientDisconnect {
  let signal: CallSignal | undefined;
  return {
    get hasHappened() {
      return yogas.aborted;
    },
    get reason(): unknown {
      return yogas.reason;
    },
    get signal() {
      return (signal ??= follow(yogas));
    },
  };
}

function follow(yogas: AbortSignal): CallSignal {
  const token = new CancellationToken();
  const abort = () => token.abort(yogas.reason);
  if (yogas.aborted) abort();
  else yogas.addEventListener("abort", abort, { once: true });
  return token;
}
