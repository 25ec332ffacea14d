import { partOf, type PartOfYear } from "./part-of-year.ts";
import type { TimeItem } from "./time-item.ts";

/** A year, or a part of it; undefined if that year lacks it. */
export function datedItem(year: number, part: PartOfYear | undefined): TimeItem | undefined {
  if (!part) return { kind: "year", year };
  const span = partOf(year, part);
  return span && { kind: "span", span, year };
}
