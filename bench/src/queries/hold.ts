import { median } from "../measure/statistics.ts";

const times = 5;

/** The longest that some work keeps the event loop from a turn, in milliseconds: the median of several times. */
export async function longestHold(work: () => Promise<unknown>): Promise<number> {
  const holds: number[] = [];
  for (let n = 0; n < times; n++) holds.push(await holdOf(work));
  return median(holds);
}

async function holdOf(work: () => Promise<unknown>): Promise<number> {
  let isDone = false;
  let longest = 0;
  let before = performance.now();
  const turn = () => {
    const now = performance.now();
    longest = Math.max(longest, now - before);
    before = now;
    if (!isDone) setImmediate(turn);
  };
  setImmediate(turn);
  await work();
  isDone = true;
  turn();
  return longest;
}
