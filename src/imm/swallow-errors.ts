/** Wraps a listener so that what it throws, or rejects with, is dropped. */
export function swallowErrors<Args extends unknown[]>(
  listener: (...args: Args) => unknown,
): (...args: Args) => void {
  return (...args) => {
    try {
      const result = listener(...args);
      if (result instanceof Promise) result.catch(() => {});
    } catch {
      // The listener's failures are its own affair.
    }
  };
}
