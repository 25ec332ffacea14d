import { type ClosedSpan, months, oneDay, yearOf } from "./calendar.ts";

export type Season = "spring" | "summer" | "autumn" | "winter";

/** What every year has: a month, a day, or several that follow each other; or a season. */
export type PartOfYear = Days | { readonly season: Season };

interface Days {
  readonly month: number;
  readonly day?: number | undefined;
  /** The last month, if it isn't the only one. */
  readonly lastMonth?: number | undefined;
  /** The last day of the same month. */
  readonly lastDay?: number | undefined;
}

/** Which one is meant if no year is named. */
export type Which = "latest" | "last" | "this";

// The first month of each. A winter is that of the year in which it begins.
const seasons = { spring: 3, summer: 6, autumn: 9, winter: 12 } as const;

/** A part of a year; undefined if that year lacks it, as most lack 29 February. */
export function partOf(year: number, part: PartOfYear): ClosedSpan | undefined {
  if ("season" in part) return months(year, seasons[part.season], 3);
  const { month, day, lastMonth = month, lastDay = day } = part;
  if (day === undefined) return lastMonth < month ? undefined : months(year, month, lastMonth - month + 1);
  const first = oneDay(year, month, day);
  const last = oneDay(year, month, lastDay!);
  return first && last && first.from < last.to ? { from: first.from, to: last.to } : undefined;
}

/**
 * The one that is meant without a year. "In summer" is the latest that has begun, "last summer" the latest that has ended,
 * "this summer" the one that goes on, else that of this year.
 */
export function withoutYear(part: PartOfYear, which: Which, now: number): ClosedSpan | undefined {
  if (which === "last") return latest(part, now, ({ to }) => to <= now);
  const begun = latest(part, now, ({ from }) => from <= now);
  if (which === "latest" || (begun && begun.to > now)) return begun;
  return partOf(yearOf(now), part);
}

// 29 February is missing eight years in a row around 1900 and 2100.
const mostYears = 9;

function latest(
  part: PartOfYear,
  now: number,
  isMeant: (span: ClosedSpan) => boolean,
): ClosedSpan | undefined {
  return Array.from({ length: mostYears }, (_, ago) => partOf(yearOf(now) - ago, part)).find(
    (span) => span && isMeant(span),
  );
}
