import type { AbortSignalLike } from "./cancellation-token.ts";

/** The current time, and timers. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Milliseconds since some moment, by a clock that is never set: durations are measured by it. */
  elapsed(): number;
  /** Calls back after so many milliseconds; the function that it returns cancels that. */
  after(ms: number, callback: () => void): () => void;
}

// The longest that a timer can wait; a longer wait would end at once.
const maxMs = 2 ** 31 - 1;

/** The machine's own. */
export const systemClock: Clock = {
  now: () => Date.now(),
  elapsed: () => performance.now(),
  after(ms, callback) {
    const timer = setTimeout(callback, Math.min(Math.max(ms, 0), maxMs));
    return () => clearTimeout(timer);
  },
};

/** Waits so many milliseconds, or until the signal is aborted, whose reason is thrown then. */
export function wait(clock: Clock, ms: number, signal: AbortSignalLike | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason as Error);
    const onAbort = () => {
      cancelTimer();
      reject(signal!.reason as Error);
    };
    const cancelTimer = clock.after(ms, () => {
      signal?.removeEventListener("abort", onAbort);
      resolve();
    });
    signal?.addEventListener("abort", onAbort);
  });
}
