const digits = "〇一二三四五六七八九";

/** The numbers of months and days, `5` or `五`, up to 39. */
export function readNumber(text: string): number {
  if (/^\d/.test(text)) return Number(text);
  const [, tens, ones] = /^(.*)十(.*)$/u.exec(text) ?? [];
  if (tens === undefined) return digits.indexOf(text);
  return (tens === "" ? 1 : digits.indexOf(tens)) * 10 + (ones ? digits.indexOf(ones) : 0);
}

/** A year of four digits, `2023` or `二〇二三`. */
export function readYear(text: string): number {
  return Number(Array.from(text.replaceAll("零", "〇"), (digit) => indexOrSame(digit)).join(""));
}

function indexOrSame(digit: string): string {
  const index = digits.indexOf(digit);
  return index === -1 ? digit : String(index);
}
