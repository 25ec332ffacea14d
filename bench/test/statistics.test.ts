import assert from "node:assert/strict";
import { it } from "node:test";
import { median, slope, sum } from "../src/measure/statistics.ts";

it("takes the middle of an odd count, and what is between the two of an even one", () => {
  assert.equal(median([30, 1, 2]), 2);
  assert.equal(median([4, 10, 1, 2]), 3);
  assert.throws(() => median([]), /nothing/);
});

it("finds the slope of a line, and through what scatters around one", () => {
  assert.equal(
    slope([
      [10, 25],
      [20, 45],
      [40, 85],
    ]),
    2,
  );
  assert.equal(
    slope([
      [0, 1],
      [1, -1],
      [2, -1],
      [3, 1],
    ]),
    0,
  );
  assert.throws(
    () =>
      slope([
        [1, 1],
        [1, 2],
      ]),
    /two different x/,
  );
});

it("adds up", () => {
  assert.equal(sum([]), 0);
  assert.equal(sum([1, 2, 3.5]), 6.5);
});
