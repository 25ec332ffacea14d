import type { CallSignal } from "./cancellation-token.ts";

/**
 * What a promise answers, unless the signal is aborted before, whose reason is thrown then. The signal is the call's own
 * and ends with it, so that nobody takes the listener back.
 */
export function unlessAborted<T>(answer: Promise<T>, signal: CallSignal | undefined): Promise<T> {
  if (!signal) return answer;
  return new Promise((resolve, reject) => {
    answer.then(resolve, reject);
    const leave = () => reject(signal.reason as Error);
    if (signal.aborted) leave();
    else signal.addEventListener("abort", leave);
  });
}
