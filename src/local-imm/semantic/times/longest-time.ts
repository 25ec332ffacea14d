import type { Sentence } from "../sentence.ts";
import { chineseTimes } from "./chinese-times.ts";
import { englishTimes } from "./english-times.ts";
import { numericTimes } from "./numeric-times.ts";
import type { PlacedTime } from "./time-item.ts";

const patterns = [...numericTimes, ...chineseTimes, ...englishTimes];

// What is looked at before and behind a time.
const surroundings = 30;

/** The longest words at a position that say a time. */
export function longestTimeAt(sentence: Sentence, start: number, now: number): PlacedTime | undefined {
  if (!sentence.isWordStart(start)) return undefined;
  const { text } = sentence;
  let longest: PlacedTime | undefined;
  for (const { form, item } of patterns) {
    form.lastIndex = start;
    const match = form.exec(text);
    if (!match) continue;
    const end = form.lastIndex;
    if (end <= (longest?.end ?? start) || !sentence.isEdge(end)) continue;
    const before = text.slice(Math.max(0, start - surroundings), start);
    const after = text.slice(end, end + surroundings);
    const found = item(match.groups ?? {}, { now, before, after });
    if (found) longest = { start, end, item: found };
  }
  return longest;
}
