/** The part of AbortSignal that calls need, so that a `CancellationToken` can stand in for one. */
export interface AbortSignalLike {
  readonly aborted: boolean;
  readonly reason: unknown;
  throwIfAborted(): void;
  /** A listener doesn't throw. */
  addEventListener(type: "abort", listener: () => void): void;
  removeEventListener(type: "abort", listener: () => void): void;
}

/**
 * Aborts a call, and is the signal that says so. A request may make hundreds of calls: with the two AbortControllers
 * that each read had, 50 reads took a tenth longer.
 */
export class CancellationToken implements AbortSignalLike {
  #aborted = false;
  #reason: unknown;
  readonly #listeners = new Set<() => void>();

  get aborted(): boolean {
    return this.#aborted;
  }

  get reason(): unknown {
    return this.#reason;
  }

  /** Aborts the call, unless it is aborted. */
  abort(reason: unknown): void {
    if (this.#aborted) return;
    this.#aborted = true;
    this.#reason = reason;
    for (const listener of this.#listeners) listener();
  }

  throwIfAborted(): void {
    if (this.#aborted) throw this.#reason as Error;
  }

  addEventListener(_type: "abort", listener: () => void): void {
    this.#listeners.add(listener);
  }

  removeEventListener(_type: "abort", listener: () => void): void {
    this.#listeners.delete(listener);
  }
}

/** A signal that is aborted with the first of two. Its listeners stay as long as they do. */
export function either(
  one: AbortSignalLike | undefined,
  other: AbortSignalLike | undefined,
): AbortSignalLike | undefined {
  if (!one || !other) return one ?? other;
  const token = new CancellationToken();
  for (const signal of [one, other]) {
    const abort = () => token.abort(signal.reason);
    if (signal.aborted) abort();
    else signal.addEventListener("abort", abort);
  }
  return token;
}

/** An AbortSignal of Node that is aborted with this one. */
export function abortSignalOf(signal: AbortSignalLike): AbortSignal {
  if (signal instanceof AbortSignal) return signal;
  const controller = new AbortController();
  const abort = () => controller.abort(signal.reason);
  if (signal.aborted) abort();
  else signal.addEventListener("abort", abort);
  return controller.signal;
}
