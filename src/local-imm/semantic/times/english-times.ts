import { dayBefore, monthBefore, weekBefore, yearOf, type ClosedSpan } from "./calendar.ts";
import { datedItem } from "./dated-item.ts";
import type { PartOfYear, Season, Which } from "./part-of-year.ts";
import type { TimeItem, TimePattern } from "./time-item.ts";

const names = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const month =
  "(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b\\.?";
const days = "3[01]|[12]\\d|0?[1-9]";
const ordinal = "(?:st|nd|rd|th)?";
const day = `(?<day>${days})${ordinal}`;
const oneOrMoreDays = `${day}(?:\\s?(?:[-–—~]|to|through)\\s?(?<lastDay>${days})${ordinal}(?!\\d))?`;
const year = "(?:(?:of |in )?(?:the year )?(?:(?<year>(?:19|20)\\d\\d)|(?<ago>last year|this year)))\\b";
const which = "(?:(?<which>last|past|this) )?";
const season = "(?<season>spring|summer|autumn|fall|winter)(?:time)?";

// The others are also names of people, and verbs.
const plainMonth = /^(january|february|july|september|october|november|december)$/;
const plainSeason = /^(summer|autumn|winter)$/;
/** What stands before a month or season, but not before a name or verb. */
const isTime =
  /(^|[^\p{L}\p{N}])((in|during|from|of|since|before|after|until|between)( the)?( early| late| mid)?|early|late|mid)[ -]$/u;
/** What stands behind the first month of several, and before the last. */
const isFirst = new RegExp(`^\\s?([-–—~]|to|through)\\s?${month}`, "u");
const isLast = new RegExp(`(^|[^\\p{L}\\p{N}])${month}\\s?([-–—~]|to|through)\\s?$`, "u");

type Groups = Readonly<Record<string, string | undefined>>;

function partOf(groups: Groups): PartOfYear {
  if (groups.season !== undefined) {
    return { season: groups.season === "fall" ? "autumn" : (groups.season as Season) };
  }
  return {
    month: names.indexOf(groups.month!.slice(0, 3)) + 1,
    ...(groups.day !== undefined && { day: Number(groups.day) }),
    ...(groups.lastDay !== undefined && { lastDay: Number(groups.lastDay) }),
  };
}

function whichOf(word: string | undefined): Which {
  if (word === undefined) return "latest";
  return word === "this" ? "this" : "last";
}

function dated(groups: Groups, now: number): TimeItem | undefined {
  if (groups.ago === "this year") return { kind: "part", part: partOf(groups), which: "this" };
  return datedItem(groups.year === undefined ? yearOf(now) - 1 : Number(groups.year), partOf(groups));
}

const relative: readonly (readonly [string, (now: number) => ClosedSpan])[] = [
  ["today", (now) => dayBefore(now, 0)],
  ["yesterday", (now) => dayBefore(now, 1)],
  ["(?:the )?day before yesterday", (now) => dayBefore(now, 2)],
  ["this week", (now) => weekBefore(now, 0)],
  ["last week", (now) => weekBefore(now, 1)],
  ["this month", (now) => monthBefore(now, 0)],
  ["last month", (now) => monthBefore(now, 1)],
];

const years: readonly (readonly [string, number])[] = [
  ["this year", 0],
  ["last year", 1],
  ["(?:the )?year before last", 2],
];

export const englishTimes: readonly TimePattern[] = [
  ...[
    `${month} (?:the )?${oneOrMoreDays},? ${year}`,
    `${day} (?:of )?${month},? ${year}`,
    `${month},? ${year}`,
    `${season},? ${year}`,
  ].map((words): TimePattern => ({
    form: new RegExp(words, "uy"),
    item: (groups, { now }) => dated(groups, now),
  })),
  ...[`${month} (?:the )?${oneOrMoreDays}(?!\\d)`, `${day} (?:of )?${month}`].map((words): TimePattern => ({
    form: new RegExp(words, "uy"),
    item: (groups) => ({ kind: "part", part: partOf(groups), which: "latest" }),
  })),
  {
    form: new RegExp(`${which}(?:${month}|${season})`, "uy"),
    item: (groups, { before, after }) => {
      const isPlain = plainMonth.test(groups.month ?? "") || plainSeason.test(groups.season ?? "");
      const isOneOfTwo = isFirst.test(after) || isLast.test(before);
      // "This may be a cat" is no time.
      const isWhich = groups.which !== undefined && !(groups.which === "this" && groups.month === "may");
      const isNamed = isPlain || isWhich || isTime.test(before);
      if (!isNamed && !isOneOfTwo) return undefined;
      return { kind: "part", part: partOf(groups), which: whichOf(groups.which) };
    },
  },
  ...years.map(([words, ago]): TimePattern => ({
    form: new RegExp(words, "uy"),
    item: (_groups, { now }) => ({ kind: "year", year: yearOf(now) - ago }),
  })),
  ...relative.map(([words, spanAt]): TimePattern => ({
    form: new RegExp(words, "uy"),
    item: (_groups, { now }) => ({ kind: "span", span: spanAt(now) }),
  })),
];
