/** A span of local time: from the first instant to the one behind the last; an end that is undefined is open. */
export interface Span {
  /** In milliseconds, as if the local clock were UTC's. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

/** A span that has both ends. */
export interface ClosedSpan extends Span {
  readonly from: number;
  readonly to: number;
}

/** The local IMM's region is in China. */
const zone = "+08:00";
const zoneMs = 8 * 3_600_000;
const dayMs = 24 * 3_600_000;

/** A time of the epoch in nanoseconds, by the local clock. */
export function toLocal(now: bigint): number {
  return Number(now / 1_000_000n) + zoneMs;
}

export function printLocal(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19)}${zone}`;
}

export function yearOf(time: number): number {
  return new Date(time).getUTCFullYear();
}

/** The month and the day that a time is in. */
export function dayOf(time: number): { readonly month: number; readonly day: number } {
  const date = new Date(time);
  return { month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

export function wholeYear(year: number): ClosedSpan {
  return months(year, 1, 12);
}

/** Months that follow each other, the first by its number of 1 to 12; below and above it is one of another year. */
export function months(year: number, first: number, count: number): ClosedSpan {
  return { from: Date.UTC(year, first - 1), to: Date.UTC(year, first - 1 + count) };
}

/** A day; undefined if the month has none of that number. */
export function oneDay(year: number, month: number, day: number): ClosedSpan | undefined {
  const from = Date.UTC(year, month - 1, day);
  return new Date(from).getUTCMonth() === month - 1 ? { from, to: from + dayMs } : undefined;
}

/** The day that a time is in, or one so many days before it. */
export function dayBefore(time: number, days: number): ClosedSpan {
  const from = Math.floor(time / dayMs) * dayMs - days * dayMs;
  return { from, to: from + dayMs };
}

/** The month that a time is in, or one so many months before it. */
export function monthBefore(time: number, count: number): ClosedSpan {
  return months(yearOf(time), new Date(time).getUTCMonth() + 1 - count, 1);
}

/** The week that a time is in, which begins on Monday, or one so many weeks before it. */
export function weekBefore(time: number, weeks: number): ClosedSpan {
  const sinceMonday = (new Date(time).getUTCDay() + 6) % 7;
  const { from } = dayBefore(time, sinceMonday + 7 * weeks);
  return { from, to: from + 7 * dayMs };
}
