import { setImmediate } from "node:timers/promises";
import type { Clock } from "../../src/imm/clock.ts";

/** A clock that stands still until it is told to go on. */
export interface TestClock extends Clock {
  /** Goes on so many milliseconds; whoever waits is woken at their time, and does what is to be done then. */
  advance(ms: number): Promise<void>;
  /** How many wait for it. */
  readonly waiting: number;
}

/** Makes a clock that begins at a moment, in milliseconds since the epoch. */
export function testClock(start = Date.parse("2026-01-02T03:04:05Z")): TestClock {
  let time = 0;
  const bells = new Set<{ at: number; ring: () => void }>();
  const next = (until: number) =>
    [...bells].filter(({ at }) => at <= until).toSorted((one, other) => one.at - other.at)[0];

  return {
    now: () => start + time,
    elapsed: () => time,
    after(ms, ring) {
      const bell = { at: time + Math.max(0, ms), ring };
      bells.add(bell);
      return () => void bells.delete(bell);
    },
    async advance(ms) {
      const until = time + ms;
      await setImmediate();
      for (let bell = next(until); bell; bell = next(until)) {
        bells.delete(bell);
        time = bell.at;
        bell.ring();
        await setImmediate();
      }
      time = until;
      await setImmediate();
    },
    get waiting() {
      return bells.size;
    },
  };
}
