import type { AbortSignalLike } from "./cancellation-token.ts";

/**
 * Settles as the promise does, or rejects with the signal's reason if that is aborted first. The signal belongs to one
 * call and ends with it, so the listener is never removed.
 */
export function abortable<T>(promise: Promise<T>, signal: AbortSignalLike | undefined): Promise<T> {
  if (!signal) return promise;
  return new Promise((resolve, reject) => {
    promise.then(resolve, reject);
    const onAbort = () => reject(signal.reason as Error);
    if (signal.aborted) onAbort();
    else signal.addEventListener("abort", onAbort);
  });
}
