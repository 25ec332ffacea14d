import { z } from "zod";

/** A parameter that is one of these texts; undefined if it is empty, which to IMM is as if it weren't sent. */
export function choice<const T extends string>(allowed: readonly T[]): z.ZodType<T | undefined> {
  return z.preprocess((value) => (value === "" ? undefined : value), z.enum(allowed).optional());
}

/** A direction however it is spelt: IMM's documents write them in small and capital letters, and the second as DES or DESC. */
export function orderSpelt(text: string): string {
  const spelling = text.toLowerCase();
  return spelling === "des" ? "desc" : spelling;
}

/** The parameter Order. */
export const order: z.ZodType<"asc" | "desc" | undefined> = z.preprocess(
  (value) => {
    if (value === "") return undefined;
    const spelt = typeof value === "string" ? orderSpelt(value) : value;
    return spelt === "asc" || spelt === "desc" ? spelt : value;
  },
  z.enum(["asc", "desc"]).optional(),
);
