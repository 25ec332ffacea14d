import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseJson } from "../../../src/imm/transports/parse-json.ts";
import { readReply } from "../../../src/imm/transports/reply.ts";

/** The size as it is read out of a reply's text, and as the graph writes it. */
function sizeIn(text: string): string {
  const { body } = readReply("GetDataset", { status: 200, bytes: Buffer.from(text) });
  return String((body["Dataset"] as { DatasetMaxTotalFileSize: unknown }).DatasetMaxTotalFileSize);
}

const reply = (size: string, rest = "") => `{"Dataset":{"DatasetMaxTotalFileSize":${size}${rest}}}`;

describe("a number in a reply", () => {
  it("keeps every digit, whatever it is and stands beside", () => {
    const int64 = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });
    const nearPowers = fc
      .tuple(fc.integer({ min: 50, max: 62 }), fc.integer({ min: -3, max: 3 }))
      .map(([power, off]) => 2n ** BigInt(power) + BigInt(off));
    const others = fc.constantFrom("", ',"FileCount":9007199254740993', ',"Description":"90071992547409930"');
    fc.assert(
      fc.property(fc.oneof(int64, nearPowers), others, (value, other) => {
        expect(sizeIn(reply(String(value), other))).toBe(String(value));
      }),
      { numRuns: 2000 },
    );
  });

  it("keeps every digit wherever it stands, whatever digits stand before", () => {
    const before = fc.array(fc.constantFrom("1", "-", ",", '":', "1234567890123456", "}"), { maxLength: 40 });
    fc.assert(
      fc.property(before, fc.integer({ min: 16, max: 40 }), (parts, length) => {
        const digits = "9007199254740993".padEnd(length, "7");
        const description = JSON.stringify(parts.join(""));
        const text = `{"Dataset":{"Description":${description},"DatasetMaxTotalFileSize":${digits}}}`;
        expect(sizeIn(text)).toBe(digits);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([" ", "\n", "\t", "\r\n  "])("keeps every digit behind white space %j", (space) => {
    expect(sizeIn(reply(`${space}9007199254740993${space}`))).toBe("9007199254740993");
  });

  it.each(["[9007199254740993]", "[1,9007199254740993]", "[ -9007199254740993 ]"])(
    "keeps every digit in a list: %s",
    (list) => {
      expect(sizeIn(reply(list))).toBe(list.replaceAll(/[[\] ]/g, ""));
    },
  );

  it("keeps every digit where nothing is around it", () => {
    expect(parseJson("9007199254740993")).toBe(9_007_199_254_740_993n);
  });

  it("is a number while one holds its digits, else a bigint, whatever else the reply holds", () => {
    const text = '{"Dataset":{"FileCount":90000000000000000,"DatasetMaxTotalFileSize":9007199254740993}}';

    expect(readReply("GetDataset", { status: 200, bytes: Buffer.from(text) }).body).toEqual({
      Dataset: { FileCount: 90_000_000_000_000_000, DatasetMaxTotalFileSize: 9_007_199_254_740_993n },
    });
  });

  it("leaves digits in text as they are", () => {
    const text = '{"Dataset":{"Description":": 9007199254740993, [90071992547409930"}}';

    expect(readReply("GetDataset", { status: 200, bytes: Buffer.from(text) }).body).toEqual({
      Dataset: { Description: ": 9007199254740993, [90071992547409930" },
    });
  });
});
