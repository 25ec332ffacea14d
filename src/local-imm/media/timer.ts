import type { Clock } from "../buckets/clock.ts";

/** A timer that nothing but the time ends, or whoever has it. */
export interface Timer {
  /** Begins anew. */
  refresh(): void;
  clear(): void;
}

// More than a busy machine is late.
const pausedMs = 1_000;

/** Calls back after so many milliseconds. If the process was paused meanwhile, as others then are too, it begins anew. */
export function startTimer(ms: number, callback: () => void, clock: Clock): Timer {
  let due = 0;
  let cancel = () => {};
  const refresh = () => {
    cancel();
    due = clock.elapsed() + ms;
    cancel = clock.after(ms, () => (clock.elapsed() - due > pausedMs ? refresh() : callback()));
  };
  refresh();
  return { refresh, clear: () => cancel() };
}
