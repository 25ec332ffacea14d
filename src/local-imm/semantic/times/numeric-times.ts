import { oneDay, wholeYear } from "./calendar.ts";
import { datedItem } from "./dated-item.ts";
import type { TimePattern } from "./time-item.ts";

const year = "(?<year>(?:19|20)\\d\\d)";
const month = "(?<month>1[0-2]|0?[1-9])";
const day = "(?<day>3[01]|[12]\\d|0?[1-9])";
const end = "(?!\\d|[-/.:]\\d{1,2}(?!\\d))";

// 2023 stands for a year unless it numbers or counts something.
const numbers =
  /(?:[#№第$¥€£:]|\d[-/.,]|(?:^|[^\p{L}])(?:room|no\.?|nr\.?|number|suite|flat|apartment|gate|flight|highway|route|building|bus|line|floor|page|model|iso))\s?$/u;
const counts =
  /^(?:\s?(?:[号元米人个张只块条次名公千万亿多余室楼房届集期版级分度岁%°]|(?:m|km|cm|mm|meters?|metres?|feet|miles?|px|pixels?|yuan|dollars?|euros?|people|times|years?|hours?|days?)(?![\p{L}\p{N}])|x\s?\d|年代)|[-/.,:]\d)/u;

export const numericTimes: readonly TimePattern[] = [
  {
    form: new RegExp(`${year}(?<mark>[-/.])${month}\\k<mark>${day}${end}`, "uy"),
    item: (groups) => {
      const span = oneDay(Number(groups.year), Number(groups.month), Number(groups.day));
      return span && { kind: "span", span, year: Number(groups.year) };
    },
  },
  {
    form: new RegExp(`${year}[-/]${month}${end}`, "uy"),
    item: (groups) => datedItem(Number(groups.year), { month: Number(groups.month) }),
  },
  {
    form: new RegExp(`${year}\\s?[-–—~]\\s?(?<last>(?:19|20)\\d\\d)${end}`, "uy"),
    item: (groups) => {
      const { from } = wholeYear(Number(groups.year));
      const { to } = wholeYear(Number(groups.last));
      return from < to ? { kind: "span", span: { from, to } } : undefined;
    },
  },
  {
    form: new RegExp(year, "uy"),
    item: (groups, { before, after }) =>
      numbers.test(before) || counts.test(after) ? undefined : { kind: "year", year: Number(groups.year) },
  },
];
