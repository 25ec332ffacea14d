import { describe, expect, it } from "vitest";
import { say } from "./say.ts";

const year2023 = "2023-01-01..2024-01-01";
const may2023 = "2023-05-01..2023-06-01";
const firstOfMay = "2023-05-01..2023-05-02";
const summer2021 = "2021-06-01..2021-09-01";
const summer2023 = "2023-06-01..2023-09-01";
const summer2024 = "2024-06-01..2024-09-01";

describe("a time of a sentence", () => {
  it.each([
    ["2023", year2023],
    ["2023年", year2023],
    ["2023 年", year2023],
    ["２０２３年的照片", year2023],
    ["二〇二三年", year2023],
    ["photos from 2023", year2023],
    ["2023 Hangzhou scenery", year2023],
    ["May 2023", may2023],
    ["in may, 2023", may2023],
    ["may of 2023", may2023],
    ["2023-05", may2023],
    ["2023/5", may2023],
    ["2023年5月", may2023],
    ["2023年五月份", may2023],
    ["2023年的5月", may2023],
    ["Scenery of Hangzhou in April 2021", "2021-04-01..2021-05-01"],
    ["2023-05-01", firstOfMay],
    ["2023.5.1", firstOfMay],
    ["2023年5月1日", firstOfMay],
    ["2023年五月一号", firstOfMay],
    ["May 1, 2023", firstOfMay],
    ["May 1st 2023", firstOfMay],
    ["the 1st of May 2023", firstOfMay],
    ["1 may 2023", firstOfMay],
    ["summer 2021", summer2021],
    ["21年夏天", summer2021],
    ["99年5月", "1999-05-01..1999-06-01"],
    ["2019冬", "2019-12-01..2020-03-01"],
    ["summer of 2021", summer2021],
    ["in the summer of the year 2021", summer2021],
    ["2021 summer", summer2021],
    ["2021年夏天", summer2021],
    ["2021年的夏天", summer2021],
    ["2021夏季", summer2021],
    ["2021年夏的照片", summer2021],
    ["spring 2021", "2021-03-01..2021-06-01"],
    ["fall 2021", "2021-09-01..2021-12-01"],
    ["2021年秋天", "2021-09-01..2021-12-01"],
    ["winter 2021", "2021-12-01..2022-03-01"],
    ["2021年冬", "2021-12-01..2022-03-01"],
  ])("is named with its year: %s", (sentence, span) => {
    expect(say(sentence)).toBe(span);
  });

  it.each([
    ["last year", "去年", year2023],
    ["this year", "今年", "2024-01-01..2025-01-01"],
    ["the year before last", "前年", "2022-01-01..2023-01-01"],
    ["last month", "上个月", "2024-06-01..2024-07-01"],
    ["this month", "本月", "2024-07-01..2024-08-01"],
    ["today", "今天", "2024-07-15..2024-07-16"],
    ["yesterday", "昨天", "2024-07-14..2024-07-15"],
    ["the day before yesterday", "前天", "2024-07-13..2024-07-14"],
    ["this week", "这周", "2024-07-15..2024-07-22"],
    ["last week", "上周", "2024-07-08..2024-07-15"],
    ["last summer", "上个夏天", summer2023],
    ["this summer", "今年夏天", summer2024],
    ["in summer", "夏天", summer2024],
    ["summer last year", "去年夏天", summer2023],
    ["the summer of last year", "去年的夏天", summer2023],
    ["autumn", "秋天", "2023-09-01..2023-12-01"],
    ["this autumn", "今年秋天", "2024-09-01..2024-12-01"],
    ["last autumn", "去年秋天", "2023-09-01..2023-12-01"],
    ["winter", "冬天", "2023-12-01..2024-03-01"],
    ["in may", "五月", "2024-05-01..2024-06-01"],
    ["september", "9月", "2023-09-01..2023-10-01"],
    ["last may", "上个5月", "2024-05-01..2024-06-01"],
    ["last july", "去年7月", "2023-07-01..2023-08-01"],
    ["may this year", "今年5月", "2024-05-01..2024-06-01"],
    ["may 1", "5月1日", "2024-05-01..2024-05-02"],
    ["2 August", "8月2号", "2023-08-02..2023-08-03"],
    ["may 1-3", "5月1日到3日", "2024-05-01..2024-05-04"],
    ["29 february", "2月29日", "2024-02-29..2024-03-01"],
  ])("is meant of now: %s, %s", (english, chinese, span) => {
    expect(say(english)).toBe(span);
    expect(say(chinese)).toBe(span);
  });

  it.each([
    ["2024-07-15T12:00:00+08:00", "去年今天", "2023-07-15..2023-07-16"],
    ["2024-06-15T12:00:00+08:00", "May to July", "2024-05-01..2024-08-01"],
    ["2024-01-10T00:00:00+08:00", "this winter", "2023-12-01..2024-03-01"],
    ["2024-01-10T00:00:00+08:00", "last winter", "2022-12-01..2023-03-01"],
    ["2024-01-10T00:00:00+08:00", "去年冬天", "2023-12-01..2024-03-01"],
    ["2024-12-31T16:00:00Z", "today", "2025-01-01..2025-01-02"],
    ["2024-12-31T15:59:59Z", "this year", "2024-01-01..2025-01-01"],
    ["2024-12-31T16:00:00Z", "last month", "2024-12-01..2025-01-01"],
    ["2024-09-01T00:00:00+08:00", "last summer", summer2024],
    ["2024-08-31T23:59:59+08:00", "last summer", summer2023],
    ["2024-07-14T12:00:00+08:00", "this week", "2024-07-08..2024-07-15"],
    ["2023-03-01T12:00:00+08:00", "2月29日", "2020-02-29..2020-03-01"],
  ])("is of the region's clock: %s, %s", (now, sentence, span) => {
    expect(say(sentence, { now })).toBe(span);
  });

  it.each([
    ["2021 or 2023", `2021-01-01..2022-01-01 | ${year2023}`],
    ["summer 2021 and summer last year", `${summer2021} | ${summer2023}`],
    ["2021 summer and 2023 summer", `${summer2021} | ${summer2023}`],
    ["taken in 2023, in May", may2023],
    ["2021-2023", "2021-01-01..2024-01-01"],
    ["2021 to 2023", "2021-01-01..2024-01-01"],
    ["between 2021 and 2023", "2021-01-01..2024-01-01"],
    ["2021年到2023年", "2021-01-01..2024-01-01"],
    ["from May to July 2023", "2023-05-01..2023-08-01"],
    ["2023年5月至7月", "2023-05-01..2023-08-01"],
    ["between May and July 2023", "2023-05-01..2023-08-01"],
    ["2023年5-7月", "2023-05-01..2023-08-01"],
    ["October 1 to 7, 2023", "2023-10-01..2023-10-08"],
    ["2023年10月1日至7日", "2023-10-01..2023-10-08"],
    ["2023.10.1-2023.10.7", "2023-10-01..2023-10-08"],
    ["June to August", "2024-06-01..2024-09-01"],
    ["11月到2月", "2023-11-01..2024-03-01"],
    ["before 2023", "..2023-01-01"],
    ["2023年以前", "..2023-01-01"],
    ["after May 2023", "2023-06-01.."],
    ["2023年5月之后", "2023-06-01.."],
    ["since last year", "2023-01-01.."],
    ["2023年5月至今", "2023-05-01.."],
    ["may 2023 to now", "2023-05-01.."],
  ])("stands with others: %s", (sentence, spans) => {
    expect(say(sentence)).toBe(spans);
  });

  it.each([
    ["you may look", "nothing"],
    ["march on", "nothing"],
    ["this may be a cat", "nothing"],
    ["we want to march", "nothing"],
    ["2020年代", "nothing"],
    ["not in 2023", "nothing"],
    ["a girl named April", "nothing"],
    ["hot spring", "nothing"],
    ["leaves fall", "nothing"],
    ["room 2023", "nothing"],
    ["No. 2023", "nothing"],
    ["2023 meters", "nothing"],
    ["2023号房间", "nothing"],
    ["2000元", "nothing"],
    ["1920x1080", "nothing"],
    ["12023", "nothing"],
    ["IMG2023", "nothing"],
    ["2023-02-30", "nothing"],
    ["2月30日", "nothing"],
    ["2023年2月30日", "nothing"],
    ["13月", "nothing"],
    ["5个月", "nothing"],
    ["weekend", "nothing"],
    ["mayor", "nothing"],
    ["todays", "nothing"],
    ["晚上周杰伦", "nothing"],
    ["如今天气", "nothing"],
    ["日本月饼", "nothing"],
    ["长春", "nothing"],
    ["五月天", "nothing"],
    ["去年夏威夷", year2023],
    ["去年春节", year2023],
    ["May I have photos of 2023", year2023],
  ])("isn't made up: %s", (sentence, span) => {
    expect(say(sentence)).toBe(span);
  });
});
