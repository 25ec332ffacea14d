/**
 * What a promise answers, unless the signal is aborted before, whose reason is thrown then. The signal is the call's own
 * and ends with it: nobody takes the listener back, which costs more than to make the signal.
 */
export function unlessAborted<T>(answer: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return answer;
  return new Promise((resolve, reject) => {
    answer.then(resolve, reject);
    const leave = () => reject(signal.reason as Error);
    if (signal.aborted) leave();
    else signal.addEventListener("abort", leave);
  });
}
