/** Time as durations are measured, and timers. */
export interface Clock {
  /** Milliseconds since some moment, by a clock that is never set. */
  elapsed(): number;
  /** Calls back after so many milliseconds; the function that it returns cancels that. */
  after(ms: number, callback: () => void): () => void;
}

/** The machine's own. */
export const systemClock: Clock = {
  elapsed: () => performance.now(),
  after(ms, callback) {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
};

/** Sleeps until a time, or until it is woken. */
export interface Sleeper {
  until(time: number): Promise<void>;
  wake(): void;
}

export function createSleeper(clock: Clock): Sleeper {
  let wake = () => {};
  return {
    until: (time) =>
      new Promise((resolve) => {
        wake = () => {
          cancel();
          resolve();
        };
        const cancel =
          time === Infinity ? () => {} : clock.after(Math.max(0, time - clock.elapsed()), () => wake());
      }),
    wake: () => wake(),
  };
}
