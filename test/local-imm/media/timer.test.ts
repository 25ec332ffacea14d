import { expect, it } from "vitest";
import { startTimer } from "../../../src/local-imm/media/timer.ts";
import { testClock, type TestClock } from "../../support/clock.ts";

/** A clock whose timers wait while it goes on, as those of a stopped process do. */
function pausable(clock: TestClock) {
  let pausedMs = 0;
  return {
    ...clock,
    elapsed: () => clock.elapsed() + pausedMs,
    pause: (ms: number) => void (pausedMs += ms),
  };
}

it("calls back when its time is over, counted from the last refresh", async () => {
  const clock = testClock();
  let calls = 0;
  const timer = startTimer(30_000, () => (calls += 1), clock);

  await clock.advance(29_000);
  timer.refresh();
  await clock.advance(29_999);
  expect(calls).toBe(0);
  await clock.advance(1);
  expect(calls).toBe(1);
  expect(clock.waiting).toBe(0);
});

it("begins anew if the process was paused", async () => {
  const clock = pausable(testClock());
  let calls = 0;
  startTimer(30_000, () => (calls += 1), clock);

  await clock.advance(29_000);
  clock.pause(60_000);
  await clock.advance(30_999);
  expect(calls).toBe(0);
  await clock.advance(1);
  expect(calls).toBe(1);
});

it("calls back a little late on a busy machine, and not at all when it is cleared", async () => {
  const clock = pausable(testClock());
  let calls = 0;
  startTimer(1_000, () => (calls += 1), clock);
  const cleared = startTimer(1_000, () => (calls += 10), clock);

  clock.pause(900);
  cleared.clear();
  await clock.advance(1_000);

  expect(calls).toBe(1);
  expect(clock.waiting).toBe(0);
});
