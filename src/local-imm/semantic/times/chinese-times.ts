import { dayBefore, dayOf, monthBefore, weekBefore, yearOf, type ClosedSpan } from "./calendar.ts";
import { datedItem } from "./dated-item.ts";
import { readNumber, readYear } from "./numbers.ts";
import type { PartOfYear, Season } from "./part-of-year.ts";
import type { TimePattern } from "./time-item.ts";

const year = "(?:19|20)\\d\\d|[一二][〇零一二三四五六七八九]{3}";
const to = "\\s?[-–—~到至]\\s?";
const months = "1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九]";
const month = `(?:(?<first>${months})${to})?(?<month>${months})\\s?月(?!天)`;
const days = "3[01]|[12]\\d|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九]";
const day = `(?<day>${days})\\s?[日号]?(?:${to}(?<lastDay>${days})\\s?[日号](?!\\d))|(?<only>${days})\\s?[日号]`;
const monthOrDay = `${month}(?:份|\\s?(?:${day}))?`;
const season = "(?<season>[春夏秋冬])[天季日]";
// 去年春节 and 去年夏威夷 begin with what is no season.
const shortSeason = "(?<short>[春夏秋冬])(?=$|的|\\P{Script=Han})";

const seasons: Readonly<Record<string, Season>> = { 春: "spring", 夏: "summer", 秋: "autumn", 冬: "winter" };
const yearsAgo: Readonly<Record<string, number>> = { 今年: 0, 去年: 1, 前年: 2 };

type Groups = Readonly<Record<string, string | undefined>>;

function partOf(groups: Groups): PartOfYear | undefined {
  const name = groups.season ?? groups.short;
  if (name !== undefined) return { season: seasons[name]! };
  if (groups.month === undefined) return undefined;
  const { first = groups.month, lastDay } = groups;
  const firstDay = groups.day ?? groups.only;
  return {
    month: readNumber(first),
    lastMonth: readNumber(groups.month),
    ...(firstDay !== undefined && { day: readNumber(firstDay) }),
    ...(lastDay !== undefined && { lastDay: readNumber(lastDay) }),
  };
}

const relative: readonly (readonly [string, (now: number) => ClosedSpan])[] = [
  ["今[天日]", (now) => dayBefore(now, 0)],
  ["昨[天日]", (now) => dayBefore(now, 1)],
  ["前天", (now) => dayBefore(now, 2)],
  ["(?:本|这个?)(?:周|星期|礼拜)", (now) => weekBefore(now, 0)],
  ["上个?(?:周|星期|礼拜)", (now) => weekBefore(now, 1)],
  ["(?:本|这个)月", (now) => monthBefore(now, 0)],
  ["上个?月", (now) => monthBefore(now, 1)],
];

export const chineseTimes: readonly TimePattern[] = [
  {
    form: new RegExp(
      `(?:(?<year>${year})\\s?年(?!代)[度底初末]?|(?<ago>[今去前]年))(?:\\s?的?\\s?(?:${monthOrDay}|${season}|${shortSeason}))?`,
      "uy",
    ),
    item: (groups, { now }) => {
      const ago = yearsAgo[groups.ago ?? ""] ?? 0;
      const part = partOf(groups);
      if (part && groups.ago === "今年") return { kind: "part", part, which: "this" };
      return datedItem(groups.year === undefined ? yearOf(now) - ago : readYear(groups.year), part);
    },
  },
  {
    form: new RegExp(`(?<year>(?:19|20)\\d\\d)\\s?(?:${monthOrDay}|${season}|${shortSeason})`, "uy"),
    item: (groups) => datedItem(readYear(groups.year!), partOf(groups)),
  },
  {
    form: new RegExp(`(?<year>\\d\\d)\\s?年的?\\s?(?:${monthOrDay}|${season}|${shortSeason})`, "uy"),
    item: (groups, { now }) => {
      const late = 2000 + Number(groups.year);
      return datedItem(late > yearOf(now) ? late - 100 : late, partOf(groups));
    },
  },
  {
    form: /(?<ago>[去前]年)的?今[天日]/uy,
    item: (groups, { now }) => datedItem(yearOf(now) - yearsAgo[groups.ago!]!, dayOf(now)),
  },
  {
    form: new RegExp(`(?<which>上个?|这个?)?(?:${monthOrDay}|${season})`, "uy"),
    item: (groups) => ({
      kind: "part",
      part: partOf(groups)!,
      which: groups.which === undefined ? "latest" : groups.which.startsWith("上") ? "last" : "this",
    }),
  },
  ...relative.map(([words, spanAt]): TimePattern => ({
    form: new RegExp(words, "uy"),
    item: (_groups, { now }) => ({ kind: "span", span: spanAt(now) }),
  })),
];
