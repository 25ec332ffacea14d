import type { Clock } from "../../imm/clock.ts";

/** How many requests each caller may send within how many seconds from the first. */
export interface RateLimit {
  readonly requests: number;
  /** 1 to 86400. */
  readonly seconds: number;
}

/** Counts requests in fixed windows, a caller's own from its first request on. */
export interface FixedWindows {
  /** Counts a request of a caller; for how many milliseconds it must wait if that is one too many. */
  count(key: string): number | undefined;
  /** How many callers it remembers. */
  readonly size: number;
}

interface Window {
  requests: number;
  readonly endsAt: number;
}

export function createFixedWindows({ requests, seconds }: RateLimit, clock: Clock): FixedWindows {
  const windows = new Map<string, Window>();

  /** Forgets those that are over: all last the same, so that those that began first stand first. */
  const sweep = (now: number) => {
    for (const [key, { endsAt }] of windows) {
      if (endsAt > now) return;
      windows.delete(key);
    }
  };

  return {
    count(key) {
      const now = clock.elapsed();
      let window = windows.get(key);
      if (!window || window.endsAt <= now) {
        sweep(now);
        window = { requests: 0, endsAt: now + seconds * 1000 };
        windows.set(key, window);
      }
      window.requests += 1;
      return window.requests > requests ? window.endsAt - now : undefined;
    },
    get size() {
      return windows.size;
    },
  };
}
