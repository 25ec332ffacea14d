import type { PlacedTime } from "./time-item.ts";

const upTo = /^\s*([-–—~]|to|till|until|through|[到至])\s*$/;
const and = /^\s*(and|[和与])\s*$/;
const between = /\bbetween( the)?\s*$/;

/** Whether two times that follow each other are the first and the last of a span. */
export function leadsTo(one: Placed, other: Placed, text: string): boolean {
  const words = text.slice(one.end, other.start);
  return upTo.test(words) || (and.test(words) && between.test(text.slice(0, one.start)));
}

type Placed = Pick<PlacedTime, "start" | "end">;
