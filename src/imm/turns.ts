import type { Clock } from "./clock.ts";

/** Whose turn has come, or would come after the deadline, in so many milliseconds. */
export type Turn = { readonly isLate: false } | { readonly isLate: true; readonly inMs: number };

/** What waits for its turn. */
export interface Waiter {
  /** By the clock's `elapsed`; may be put off while it waits. */
  readonly deadline: number;
  readonly signal?: AbortSignal | undefined;
}

/** The turns of one project. */
export interface Turns {
  /**
   * Waits for a turn among those of the same caller; the callers take turns with each other.
   *
   * @throws the reason of the waiter's signal, when it is aborted meanwhile.
   */
  take(waiter: Waiter, caller: string): Promise<Turn>;
  /** Whether nobody waits, and the last second had no turn. */
  isAtRest(): boolean;
}

interface Waiting {
  readonly waiter: Waiter;
  settle(turn: Turn): void;
}

const itsTurn: Turn = { isLate: false };

/** Gives no more than so many turns in any second. */
export function createTurns({ clock, perSecond }: { clock: Clock; perSecond: number }): Turns {
  // The turns of the last second, the oldest first.
  let recent: number[] = [];
  // Those who wait, by caller; whose turn is next stands first.
  const callers = new Map<string, Waiting[]>();
  let callOff: (() => void) | undefined;

  /** When the n-th turn from here on can be, 1 being the next. */
  const timeOf = (n: number) => {
    const now = clock.elapsed();
    const free = perSecond - recent.length;
    if (n <= free) return now;
    const round = Math.floor((n - free - 1) / perSecond);
    const before = recent[(n - free - 1) % perSecond] ?? now;
    return before + 1000 * (round + 1);
  };

  const forgetOld = () => {
    const since = clock.elapsed() - 1000;
    const firstKept = recent.findIndex((time) => time > since);
    recent = firstKept === -1 ? [] : recent.slice(firstKept);
  };

  /** The place in the order of all that the next of this caller would have, 1 being the first. */
  const placeOf = (caller: string) => {
    const own = callers.get(caller)?.length ?? 0;
    let ahead = own;
    // A caller behind it in the order of turns comes once less before it.
    let isBefore = true;
    for (const [name, waiting] of callers) {
      if (name === caller) isBefore = false;
      else ahead += Math.min(waiting.length, isBefore ? own + 1 : own);
    }
    return ahead + 1;
  };

  const leave = (caller: string, left: Waiting) => {
    const others = (callers.get(caller) ?? []).filter((one) => one !== left);
    if (others.length > 0) callers.set(caller, others);
    else callers.delete(caller);
    if (callers.size > 0) return;
    callOff?.();
    callOff = undefined;
  };

  /** Everybody who waits, in the order of their turns. */
  const inOrder = function* () {
    for (let round = 0, more = true; more; round += 1) {
      more = false;
      for (const [caller, waiting] of callers) {
        const one = waiting[round];
        if (one) yield { caller, one };
        more ||= waiting.length > round + 1;
      }
    }
  };

  /** Another caller took a place: who can't start in time any more need not wait to hear that. */
  const refuseTheLate = () => {
    let n = 1;
    for (const { caller, one } of [...inOrder()]) {
      const time = timeOf(n);
      if (time < one.waiter.deadline) {
        n += 1;
      } else {
        leave(caller, one);
        one.settle(late(time));
      }
    }
  };

  const late = (time: number): Turn => ({ isLate: true, inMs: Math.ceil(time - clock.elapsed()) });

  const giveTurns = () => {
    callOff = undefined;
    forgetOld();
    while (callers.size > 0 && recent.length < perSecond) {
      const [caller, waiting] = callers.entries().next().value!;
      callers.delete(caller);
      waiting.shift()?.settle(itsTurn);
      if (waiting.length > 0) callers.set(caller, waiting);
      recent.push(clock.elapsed());
    }
    ring();
  };

  const ring = () => {
    if (callOff || callers.size === 0) return;
    callOff = clock.after(timeOf(1) - clock.elapsed(), giveTurns);
  };

  return {
    async take(waiter, caller) {
      waiter.signal?.throwIfAborted();
      forgetOld();
      if (callers.size === 0 && recent.length < perSecond) {
        recent.push(clock.elapsed());
        return itsTurn;
      }
      const time = timeOf(placeOf(caller));
      if (time >= waiter.deadline) return late(time);
      return new Promise((resolve, reject) => {
        const { signal } = waiter;
        const abort = () => {
          leave(caller, waiting);
          if (clock.elapsed() < waiter.deadline) reject(signal!.reason as Error);
          else resolve(late(timeOf(1)));
        };
        const waiting: Waiting = {
          waiter,
          settle(turn) {
            signal?.removeEventListener("abort", abort);
            resolve(turn);
          },
        };
        signal?.addEventListener("abort", abort, { once: true });
        const own = callers.get(caller) ?? [];
        own.push(waiting);
        callers.set(caller, own);
        if (callers.size > 1) refuseTheLate();
        ring();
      });
    },
    isAtRest() {
      forgetOld();
      return callers.size === 0 && recent.length === 0;
    },
  };
}
