import { describe, expect, it } from "vitest";
import { wordsOf } from "../../../../src/local-imm/store/search/rows/words.ts";

describe("words", () => {
  it.each([
    ["IMG_0012.jpg", "img 0012 jpg"],
    ["Ärger über größe", "arger uber große"],
    ["cafe\u0301 CAFÉ", "cafe cafe"],
    ["杭州City西湖2024", "杭 州 city 西 湖 2024"],
    ["カメラ ｶﾒﾗ", "カ メ ラ カ メ ラ"],
    ["서울 한글", "서 울 한 글"],
    ["हिन्दी", "हिन्दी"],
    ["ﬁne ｆｕｌｌ ①", "fine full 1"],
    ["\u{1f600} – …", ""],
    ["\ud800a", "a"],
    ["", ""],
  ])("of %j are %j", (text, words) => {
    expect(wordsOf(text).join(" ")).toBe(words);
  });

  // Marks are sorted to be compared: for so many in a row that took hours.
  it.each([
    ["two accents", "\u0323\u0301"],
    ["accents of other scripts", "\uff9e\u0301"],
  ])("are divided as quickly of a text that repeats %s a million times", (_what, accents) => {
    const text = `a${accents.repeat(500_000)} b`;

    expect(wordsOf(text).at(-1)).toBe("b");
  });
});

it("a Greek sigma is the same at the end of a word and within one", () => {
  expect(wordsOf("ΟΔΟΣ οδος")).toEqual(["οδοσ", "οδοσ"]);
});
