import { z } from "zod";

/** The most characters of a text for which IMM documents no length; the gateway takes no more either. */
export const maxText = 1024;

/** Whether a text has more than so many characters. An astral one is two code units and one code point. */
export function isLonger(text: string, max: number): boolean {
  return text.length > max && [...text.slice(0, 2 * max + 2)].length > max;
}

/** A text inside a JSON parameter. SQLite would cut it at a NUL, and has no way to keep half a surrogate pair. */
export const text = z
  .string()
  .refine((value) => !value.includes("\0") && value.isWellFormed() && !isLonger(value, maxText));
