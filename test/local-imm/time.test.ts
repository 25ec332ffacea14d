import { array, assert, bigInt, property } from "fast-check";
import { expect, it } from "vitest";
import { formatTime, formatUtcTime, parseTime } from "../../src/local-imm/time.ts";
import { seconds, start } from "./start.ts";

it("times are written to the last digit that isn't zero, whichever came before", () => {
  const times = [start, start + 1n, start - 123_456_789n, start + seconds, 0n, -1n, start];

  expect(times.map(formatTime)).toEqual([
    "2026-01-02T11:04:05.123456789+08:00",
    "2026-01-02T11:04:05.12345679+08:00",
    "2026-01-02T11:04:05+08:00",
    "2026-01-02T11:04:06.123456789+08:00",
    "1970-01-01T08:00:00+08:00",
    "1970-01-01T07:59:59.999999999+08:00",
    "2026-01-02T11:04:05.123456789+08:00",
  ]);
});

it("times are read as they were written, many of one second among them", () => {
  const near = array(bigInt({ min: -2n * seconds, max: 2n * seconds }), { minLength: 1 });
  const any = array(bigInt({ min: -9_000_000_000n * seconds, max: 9_000_000_000n * seconds }));

  assert(
    property(near, any, (steps, others) => {
      const times = [...steps.map((step) => start + step), ...others];
      expect(times.map((time) => parseTime(formatTime(time)))).toEqual(times);
      expect(times.map((time) => parseTime(formatUtcTime(time)))).toEqual(times);
    }),
  );
});
