import type { CallSignal } from "../cancellation-token.ts";
import type { Clock } from "../clock.ts";

/** Whose turn has come, or would come after the deadline, in so many milliseconds. */
export type Turn = { readonly isLate: false } | { readonly isLate: true; readonly inMs: number };

/** What waits for its turn. */
export interface Waiter {
  /** By the clock's `elapsed`; may be put off while it waits. */
  readonly deadline: number;
  readonly signal?: CallSignal | undefined;
}

/** The turns of one project. */
export interface Turns {
  /** Takes a turn where nobody waits and one can be had at once; false where not. */
  takeNow(): boolean;
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

/**
 * Gives no more than so many turns in any second. Who can't have a turn in time any more, because another caller came,
 * hears it in a moment: once for all who come at the same time.
 */
export function createTurns({ clock, perSecond }: { clock: Clock; perSecond: number }): Turns {
  const given = createGiven(clock, perSecond);
  // Those who wait, by caller; whose turn is next stands first.
  const callers = new Map<string, Set<Waiting>>();
  let callOff: (() => void) | undefined;
  let callOffReview: (() => void) | undefined;

  const join = (caller: string, one: Waiting) => {
    const own = callers.get(caller) ?? new Set();
    callers.set(caller, own.add(one));
    if (callers.size > 1) callOffReview ??= clock.after(0, refuseTheLate);
    callOff ??= clock.after(given.timeOf(1) - clock.elapsed(), giveTurns);
  };

  const leave = (caller: string, one: Waiting) => {
    const own = callers.get(caller);
    own?.delete(one);
    if (own?.size === 0) callers.delete(caller);
    if (callers.size > 0) return;
    callOff?.();
    callOffReview?.();
    callOff = callOffReview = undefined;
  };

  const giveTurns = () => {
    callOff = undefined;
    while (given.hasRoom()) {
      const [next] = callers;
      if (!next) return;
      const [caller, own] = next;
      const [one] = own;
      // To the end of the order, where more of its own wait.
      callers.delete(caller);
      if (own.size > 1) callers.set(caller, own);
      own.delete(one!);
      given.add();
      one!.settle(itsTurn);
    }
    if (callers.size > 0) callOff ??= clock.after(given.timeOf(1) - clock.elapsed(), giveTurns);
  };

  const refuseTheLate = () => {
    callOffReview = undefined;
    let n = 1;
    for (const [caller, one] of inOrder(callers)) {
      const time = given.timeOf(n);
      if (time < one.waiter.deadline) {
        n += 1;
      } else {
        leave(caller, one);
        one.settle(late(time));
      }
    }
  };

  const late = (time: number): Turn => ({ isLate: true, inMs: Math.ceil(time - clock.elapsed()) });

  return {
    takeNow() {
      const isFree = callers.size === 0 && given.hasRoom();
      if (isFree) given.add();
      return isFree;
    },
    async take(waiter, caller) {
      const { signal } = waiter;
      signal?.throwIfAborted();
      const time = given.timeOf(placeOf(callers, caller));
      if (time >= waiter.deadline) return late(time);
      return new Promise((resolve, reject) => {
        const abort = () => {
          leave(caller, one);
          reject(signal!.reason as Error);
        };
        const one: Waiting = {
          waiter,
          settle(turn) {
            signal?.removeEventListener("abort", abort);
            resolve(turn);
          },
        };
        signal?.addEventListener("abort", abort);
        join(caller, one);
      });
    },
    isAtRest: () => callers.size === 0 && given.isAtRest(),
  };
}

/** The place in the order of all that the next of this caller would have, 1 being the first. */
function placeOf(callers: ReadonlyMap<string, ReadonlySet<Waiting>>, caller: string): number {
  const own = callers.get(caller)?.size ?? 0;
  let ahead = own;
  // A caller behind it in the order of turns comes once less before it.
  let isBefore = true;
  for (const [name, { size }] of callers) {
    if (name === caller) isBefore = false;
    else ahead += Math.min(size, isBefore ? own + 1 : own);
  }
  return ahead + 1;
}

/** Everybody who waits, with their callers, in the order of their turns. */
function inOrder(callers: ReadonlyMap<string, ReadonlySet<Waiting>>): [string, Waiting][] {
  const all: [string, Waiting][] = [];
  let rest = [...callers].map(([caller, own]) => ({ caller, own: own.values() }));
  while (rest.length > 0) {
    rest = rest.filter(({ caller, own }) => {
      const { value, done } = own.next();
      if (!done) all.push([caller, value]);
      return !done;
    });
  }
  return all;
}

/** The turns that were given in the last second. */
function createGiven(clock: Clock, perSecond: number) {
  // The oldest first; what is before `first` is older than a second.
  let times: number[] = [];
  let first = 0;

  const forgetOld = () => {
    const since = clock.elapsed() - 1000;
    while (first < times.length && times[first]! <= since) first += 1;
    if (first * 2 < times.length) return;
    times = times.slice(first);
    first = 0;
  };
  const count = () => {
    forgetOld();
    return times.length - first;
  };

  return {
    add: () => void times.push(clock.elapsed()),
    hasRoom: () => count() < perSecond,
    isAtRest: () => count() === 0,
    /** When the n-th turn from here on can be, 1 being the next. */
    timeOf(n: number): number {
      const now = clock.elapsed();
      const room = perSecond - count();
      if (n <= room) return now;
      const round = Math.floor((n - room - 1) / perSecond);
      const before = times[first + ((n - room - 1) % perSecond)] ?? now;
      return before + 1000 * (round + 1);
    },
  };
}
