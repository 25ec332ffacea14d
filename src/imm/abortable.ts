import type { AbortSignalLike } from "./cancellation-token.ts";

/**
 * What a promise answers, unless the signal is aborted before, whose reason is thrown then. The signal is the call's own
 * and ends with it, so that nobody takes the listener back.
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
