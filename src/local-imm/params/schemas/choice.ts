import { z } from "zod";

/** A parameter that is one of these texts; undefined if it is empty, which to IMM is as if it weren't sent. */
export function choice<const T extends string>(allowed: readonly T[]): z.ZodType<T | undefined> {
  return z.preprocess((value) => (value === "" ? undefined : value), z.enum(allowed).optional());
}

// IMM's documents write them in small and capital letters, and the second as DES or DESC.
const spellings = new Map<unknown, string | undefined>([
  ["", undefined],
  ["asc", "asc"],
  ["des", "desc"],
  ["desc", "desc"],
]);

/** The parameter Order. */
export const order: z.ZodType<"asc" | "desc" | undefined> = z.preprocess(
  (value) => {
    const spelling = typeof value === "string" ? value.toLowerCase() : value;
    return spellings.has(spelling) ? spellings.get(spelling) : value;
  },
  z.enum(["asc", "desc"]).optional(),
);
