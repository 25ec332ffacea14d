import { readTime } from "../../ram/policy/numbers-and-times.ts";
import { builder } from "../schema/builder.ts";
import type { Order } from "./connection.ts";

export const SortOrder = builder.enumType("SortOrder", {
  description: "In which direction a list is sorted.",
  values: {
    ASC: { value: "asc", description: "The smallest or the oldest first." },
    DESC: { value: "desc", description: "The largest or the newest first." },
  } as const,
});

type Compare = (a: string, b: string) => number;

/** Compares two texts by their code units. */
export const compareText: Compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

/** Compares two times in RFC 3339, whatever their offsets and fractions; 0 if one can't be read. */
export const compareTimes: Compare = (a, b) => {
  const [first, second] = [readTime(a), readTime(b)];
  return first === undefined || second === undefined ? 0 : Number(first - second);
};

/** The order of a list that IMM sorts by a field of its items. */
export function orderBy<Item>(
  field: keyof Item & string,
  direction: "asc" | "desc",
  compare: Compare,
): Order<Item> {
  return {
    name: `${field} ${direction}`,
    valueOf: (item) => (typeof item[field] === "string" ? item[field] : null),
    compare(a, b) {
      // Where IMM puts items without a value isn't documented.
      if (a === null || b === null) return 0;
      return direction === "asc" ? compare(a, b) : compare(b, a);
    },
  };
}
