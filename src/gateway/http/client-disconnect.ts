import { CancellationToken, type AbortSignalLike } from "../../imm/cancellation-token.ts";

/** Whether and when a request's client disconnects. */
export interface ClientDisconnect {
  readonly hasDisconnected: boolean;
  /** What its calls are aborted with. */
  readonly reason: unknown;
  /** Is aborted then; made when it is first asked for. */
  readonly signal: AbortSignalLike;
}

/**
 * Watches for the disconnect of a request's client. Listening to Yoga's own signal is slow, and each read would; and it
 * isn't one of Node's: combined with another (`AbortSignal.any`) it fails to report that it is aborted.
 */
export function clientDisconnectOf({ signal }: Request): ClientDisconnect {
  return new RequestDisconnect(signal);
}

class RequestDisconnect implements ClientDisconnect {
  readonly #requestSignal: AbortSignal;
  #signal: AbortSignalLike | undefined;

  constructor(requestSignal: AbortSignal) {
    this.#requestSignal = requestSignal;
  }
  get hasDisconnected() {
    return this.#requestSignal.aborted;
  }
  get reason(): unknown {
    return this.#requestSignal.reason;
  }
  get signal() {
    return (this.#signal ??= follow(this.#requestSignal));
  }
}

function follow(requestSignal: AbortSignal): AbortSignalLike {
  const token = new CancellationToken();
  const abort = () => token.abort(requestSignal.reason);
  if (requestSignal.aborted) abort();
  else requestSignal.addEventListener("abort", abort, { once: true });
  return token;
}
