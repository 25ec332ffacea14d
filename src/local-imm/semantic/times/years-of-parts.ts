import type { PlacedTime } from "./time-item.ts";
import { leadsTo } from "./up-to.ts";

const beside = /^(\s|,|的|of|in|the)*$/;

interface YearsOfParts {
  /** The year of each part of a year that has one. */
  readonly of: ReadonlyMap<PlacedTime, number>;
  /** The years that are no time of their own, since they belong to a part. */
  readonly used: ReadonlySet<PlacedTime>;
}

/**
 * Finds the years of months, days and seasons: the year beside them, else the only one of the text, else that of what a span
 * begins or ends with, as in `2023年5月到7月`.
 */
export function yearsOfParts(times: readonly PlacedTime[], text: string): YearsOfParts {
  const of = new Map<PlacedTime, number>();
  const used = new Set<PlacedTime>();
  const years = times.filter(({ item }) => item.kind === "year");
  for (const [index, time] of times.entries()) {
    if (time.item.kind !== "part") continue;
    const neighbours = (belong: (one: PlacedTime, other: PlacedTime) => boolean) => [
      ...times.slice(Math.max(0, index - 1), index).filter((before) => belong(before, time)),
      ...times.slice(index + 1, index + 2).filter((after) => belong(time, after)),
    ];
    const own =
      neighbours((one, other) => beside.test(text.slice(one.end, other.start))).find(
        ({ item }) => item.kind === "year",
      ) ?? (years.length === 1 ? years[0] : undefined);
    const others = neighbours((one, other) => leadsTo(one, other, text));
    const year = yearIn(own) ?? others.map(yearIn).find((other) => other !== undefined);
    if (own) used.add(own);
    if (year !== undefined) of.set(time, year);
  }
  return { of, used };
}

function yearIn(time: PlacedTime | undefined): number | undefined {
  return time && time.item.kind !== "part" ? time.item.year : undefined;
}
