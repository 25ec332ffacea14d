/** What a promise answers, unless the signal is aborted before, whose reason is thrown then. */
export function unlessAborted<T>(answer: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return answer;
  return new Promise((resolve, reject) => {
    const leave = () => reject(signal.reason as Error);
    const settle = () => {
      signal.removeEventListener("abort", leave);
      resolve(answer);
    };
    answer.then(settle, settle);
    if (signal.aborted) leave();
    else signal.addEventListener("abort", leave, { once: true });
  });
}
