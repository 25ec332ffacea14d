/** The same listener, but one whose failures fail nothing else: what it throws, or rejects with, is dropped. */
export function failSafe<Heard extends unknown[]>(
  listener: (...heard: Heard) => unknown,
): (...heard: Heard) => void {
  return (...heard) => {
    try {
      const done = listener(...heard);
      if (done instanceof Promise) done.catch(() => {});
    } catch {
      // The listener's failures are its own affair.
    }
  };
}
