import { fold } from "./folding.ts";

// Each of their characters is a word, as IMM's engine divides text.
const alone = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]`;
const word = new RegExp(String.raw`${alone}|(?:(?!${alone})[\p{L}\p{N}\p{M}])+`, "gu");
const isPlain = /^[\x20-\x7e]*$/;
const plainWord = /[a-z0-9]+/g;
const accents = /[\u0300-\u036f]/g;
// To normalize a text takes the square of its longest row of marks; Unicode's stream-safe format has 30 at most. The
// voiced sound marks of half width become some.
const tooManyMarks = /([\p{M}\uff9e\uff9f]{30})[\p{M}\uff9e\uff9f]+/gu;

/**
 * The words of a text, in lower case and without accents: each run of letters or digits, and each character of Chinese,
 * Japanese and Korean.
 */
export function wordsOf(text: string): string[] {
  if (isPlain.test(text)) return text.toLowerCase().match(plainWord) ?? [];
  const safe = fold(text).replace(tooManyMarks, "$1");
  const folded = fold(safe.normalize("NFKD").replace(accents, "").normalize("NFC"));
  return folded.match(word) ?? [];
}
