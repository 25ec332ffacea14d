import { integer } from "fast-check";

const surrogates = { first: 0xd800, count: 0x800 };

/** Any character but half of one. `unit: "binary"` draws the same, but keeps a table of all 1,112,064 of them. */
export const anyCharacter = integer({ min: 0, max: 0x10ffff - surrogates.count }).map(
  (index) => String.fromCodePoint(index < surrogates.first ? index : index + surrogates.count),
  (value) => {
    const [first, ...others] = typeof value === "string" ? value : "";
    if (first === undefined || others.length > 0 || !first.isWellFormed())
      throw new Error("It is not a character.");
    const point = first.codePointAt(0)!;
    return point < surrogates.first ? point : point - surrogates.count;
  },
);
