import { z } from "zod";

/** The most characters of a text for which IMM documents no length; the gateway takes no more either. */
export const maxText = 1024;

/** A text of so many characters of any script at most. */
export function text(maxLength = maxText): z.ZodType<string> {
  return z.string().check(({ value, issues }) => {
    const message = textProblem(value, maxLength);
    if (message !== undefined) issues.push({ code: "custom", message, input: value });
  });
}

/** A text of so many bytes at most, in UTF-8. */
export function textOfBytes(maxBytes: number): z.ZodType<string> {
  return text(maxBytes).refine(
    (value) => Buffer.byteLength(value) <= maxBytes,
    `must have at most ${maxBytes} bytes`,
  );
}

/** Why a text can't be taken, if so. */
export function textProblem(value: string, maxLength: number): string | undefined {
  // SQLite would cut the text there.
  if (value.includes("\0")) return "must not hold a NUL";
  // It has no UTF-8.
  if (!value.isWellFormed()) return "must not hold half a surrogate pair";
  return isLonger(value, maxLength) ? `must have at most ${maxLength} characters` : undefined;
}

/** Whether a text has more than so many characters. An astral one is two code units and one code point. */
function isLonger(value: string, max: number): boolean {
  return value.length > max && [...value.slice(0, 2 * max + 2)].length > max;
}
