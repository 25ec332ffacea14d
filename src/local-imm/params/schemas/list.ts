import { z } from "zod";

/** The most elements of a list for which IMM documents no number. */
const maxList = 1000;

/** A list of so many elements at most, which are looked at only if they aren't too many. */
export function list<T>(element: z.ZodType<T>, maxCount = maxList): z.ZodType<T[]> {
  return z.array(z.unknown()).max(maxCount).pipe(z.array(element));
}
