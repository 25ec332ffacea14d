import { type ClosedSpan, type Span, wholeYear, yearOf } from "./calendar.ts";
import { type PartOfYear, partOf, withoutYear } from "./part-of-year.ts";
import type { PlacedTime, TimeItem } from "./time-item.ts";
import { leadsTo } from "./up-to.ts";
import { yearsOfParts } from "./years-of-parts.ts";

/** The spans of time that a text names. A file needs to be of one of them, since it can't be of two. */
export function spansOf(times: readonly PlacedTime[], text: string, now: number): readonly Span[] {
  const years = yearsOfParts(times, text);
  const spans = times
    .filter((time) => !years.used.has(time))
    .flatMap((time): PlacedSpan[] => {
      const { start, end, item } = time;
      const year = years.of.get(time);
      const span = resolve(item, year, now);
      const part = item.kind === "part" && year === undefined ? item.part : undefined;
      return span ? [{ start, end, ...span, ...(part && { part }) }] : [];
    });
  return joined(spans, text).map((span) => opened(span, text));
}

interface PlacedSpan extends ClosedSpan {
  readonly start: number;
  readonly end: number;
  /** What it is of a year that isn't named. */
  readonly part?: PartOfYear;
}

function resolve(item: TimeItem, year: number | undefined, now: number): ClosedSpan | undefined {
  if (item.kind === "span") return item.span;
  if (item.kind === "year") return wholeYear(item.year);
  return year === undefined ? withoutYear(item.part, item.which, now) : partOf(year, item.part);
}

/** Makes one span of `2021 to 2023`. */
function joined(spans: readonly PlacedSpan[], text: string): readonly PlacedSpan[] {
  const all: PlacedSpan[] = [];
  for (const span of spans) {
    const first = all.at(-1);
    const to = first && leadsTo(first, span, text) ? endBehind(first, span) : undefined;
    if (first && to !== undefined)
      all.splice(-1, 1, { start: first.start, end: span.end, from: first.from, to });
    else all.push(span);
  }
  return all;
}

/** Where a span ends that begins with another: in June `May to July` is of this year, though July alone is of the last. */
function endBehind({ from }: ClosedSpan, { to, part }: PlacedSpan): number | undefined {
  if (to > from) return to;
  return part && partOf(yearOf(from), part)?.to;
}

/** Opens an end of a span that is named as the bound of what is looked for. */
function opened({ start, end, from, to }: PlacedSpan, text: string): Span {
  const word = /\b(before|after|since)( the)?\s$/.exec(text.slice(0, start))?.[1];
  const untilNow = /^\s(up )?(to|until|till) now\b/.test(text.slice(end));
  const chinese = /^\s?(之前|以前|前(?![天年面])|之后|以后|后(?![天年面])|以来|至今)/.exec(
    text.slice(end),
  )?.[1];
  if (word === "before" || chinese?.endsWith("前")) return { to: from };
  if (word === "after" || chinese?.endsWith("后")) return { from: to };
  if (word === "since" || untilNow || chinese !== undefined) return { from };
  return { from, to };
}
