import type { CallSignal } from "./cancellation-token.ts";

/** What time it is, and a bell for later. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Milliseconds since some moment: never set back or ahead, so what took how long is told by it. */
  elapsed(): number;
  /** Calls back once so many milliseconds have passed, unless what it answers is called first. */
  after(ms: number, ring: () => void): () => void;
}

// What a timer holds; more would ring at once.
const maxMs = 2 ** 31 - 1;

/** The machine's own. */
export const systemClock: Clock = {
  now: () => Date.now(),
  elapsed: () => performance.now(),
  after(ms, ring) {
    const timer = setTimeout(ring, Math.min(Math.max(ms, 0), maxMs));
    return () => clearTimeout(timer);
  },
};

/** Waits so many milliseconds, or until the signal is aborted, whose reason is thrown then. */
export function wait(clock: Clock, ms: number, signal: CallSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason as Error);
    const leave = () => {
      callOff();
      reject(signal!.reason as Error);
    };
    const callOff = clock.after(ms, () => {
      signal?.removeEventListener("abort", leave);
      resolve();
    });
    signal?.addEventListener("abort", leave);
  });
}
