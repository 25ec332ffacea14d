import { expect, it } from "vitest";
import { plainNumber } from "../../../src/contract/query/plain-number.ts";

it.each([
  [0, "0"],
  [-0, "0"],
  [0.1, "0.1"],
  [1e-7, "0.0000001"],
  [-1.5e-10, "-0.00000000015"],
  [123456789.125, "123456789.125"],
  [1e21, "1000000000000000000000"],
  [-1.25e22, "-12500000000000000000000"],
  [Number.MIN_VALUE, `0.${"0".repeat(323)}5`],
  [Number.MAX_VALUE, `17976931348623157${"0".repeat(292)}`],
])("%d is written %s", (number, text) => {
  expect(plainNumber(number)).toBe(text);
  expect(Number(plainNumber(number))).toBe(number === 0 ? 0 : number);
});
