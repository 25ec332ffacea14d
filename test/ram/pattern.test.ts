import { array, assert, constantFrom, property, string, tuple } from "fast-check";
import { describe, expect, it } from "vitest";
import { matches } from "../../src/ram/pattern.ts";

/** What a pattern means, said as plainly as can be: slow, and right by reading. */
function isMatch([sign, ...pattern]: string[], text: string[]): boolean {
  if (sign === undefined) return text.length === 0;
  const rest = text.slice(1);
  if (sign === "*") return isMatch(pattern, text) || (text.length > 0 && isMatch(["*", ...pattern], rest));
  return text.length > 0 && (sign === "?" || sign === text[0]) && isMatch(pattern, rest);
}

describe("a pattern", () => {
  it.each([
    ["", "", true],
    ["", "a", false],
    ["*", "", true],
    ["?", "", false],
    ["?", "a", true],
    ["?", "😀", true],
    ["??", "😀", false],
    ["*?", "", false],
    ["a*c", "abc", true],
    ["a*c", "ac", true],
    ["a*c", "acb", false],
    ["*ab", "aab", true],
    ["a", "A", false],
    ["a.c", "abc", false],
    ["[abc]", "a", false],
    ["a", "*", false],
    ["?", "*", true],
    ["*", "p/d:e\n", true],
    ["a\\*", "a*", false],
  ])("%j and %j: %s", (pattern, text, isCovered) => {
    expect(matches(pattern, text)).toBe(isCovered);
  });

  it("matches as its plain meaning says", () => {
    const signs = array(constantFrom("a", "b", "😀", "?", "*"), { maxLength: 8 });
    const points = array(constantFrom("a", "b", "😀", "*"), { maxLength: 10 });

    assert(
      property(signs, points, (pattern, text) => {
        expect(matches(pattern.join(""), text.join(""))).toBe(isMatch(pattern, text));
      }),
      { numRuns: 5000 },
    );
  });

  it("made from a text by blotting it matches that text", () => {
    const pieces = array(tuple(string(), constantFrom("keep", "run", "each")));

    assert(
      property(pieces, (all) => {
        const blot = {
          keep: (piece: string) => piece,
          run: () => "*",
          each: (piece: string) => "?".repeat([...piece].length),
        };
        const pattern = all.map(([piece, how]) => blot[how as keyof typeof blot](piece)).join("");

        expect(matches(pattern, all.map(([piece]) => piece).join(""))).toBe(true);
      }),
    );
  });

  it("without wildcards matches itself alone", () => {
    const plain = string({ unit: constantFrom("a", "A", "/", ":", ".", "-") });

    assert(
      property(plain, plain, (pattern, text) => {
        expect(matches(pattern, text)).toBe(pattern === text);
      }),
    );
  });

  it("of many stars against a long text takes no time to speak of", () => {
    const started = process.cpuUsage();

    expect(matches("*a*a*a*a*a*a*a*a*a*a*b", "a".repeat(20_000))).toBe(false);
    expect(matches(`${"*a".repeat(1000)}*b`, "a".repeat(20_000))).toBe(false);
    expect(matches(`${"*".repeat(1000)}b`, "a".repeat(20_000))).toBe(false);
    expect(process.cpuUsage(started).user).toBeLessThan(2_000_000);
  });
});
