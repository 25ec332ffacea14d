import { setImmediate } from "node:timers/promises";
import { systemClock, type Clock } from "../../src/imm/clock.ts";

// A pause before a call is repeated is shorter, a deadline longer.
const longestPauseMs = 5_000;

/** The machine's clock, by which a pause is over at once. */
export const impatientClock: Clock = {
  ...systemClock,
  after: (ms, callback) => systemClock.after(ms < longestPauseMs ? 0 : ms, callback),
};

/** A clock that stands still until it is advanced. */
export interface TestClock extends Clock {
  /** Advances so many milliseconds; each timer fires at its time. */
  advance(ms: number): Promise<void>;
  /** How many timers there are. */
  readonly waiting: number;
}

/** Makes a clock that begins at a moment, in milliseconds since the epoch. */
export function testClock(start = Date.parse("2026-01-02T03:04:05Z")): TestClock {
  let time = 0;
  const timers = new Set<{ at: number; callback: () => void }>();
  const next = (until: number) =>
    [...timers].filter(({ at }) => at <= until).toSorted((one, other) => one.at - other.at)[0];

  return {
    now: () => start + time,
    elapsed: () => time,
    after(ms, callback) {
      const timer = { at: time + Math.max(0, ms), callback };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    async advance(ms) {
      const until = time + ms;
      await setImmediate();
      for (let timer = next(until); timer; timer = next(until)) {
        timers.delete(timer);
        time = timer.at;
        timer.callback();
        await setImmediate();
      }
      time = until;
      await setImmediate();
    },
    get waiting() {
      return timers.size;
    },
  };
}
