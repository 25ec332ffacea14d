import type { AbortSignalLike } from "../cancellation-token.ts";
import type { Clock } from "../clock.ts";

/** A permit, or how long it would take to get one if that is past the deadline. */
export type Permit = { readonly isLate: false } | { readonly isLate: true; readonly inMs: number };

/** A call that waits for a permit. */
export interface Waiter {
  /** By the clock's `elapsed`; may be put off while it waits. */
  readonly deadline: number;
  readonly signal?: AbortSignalLike | undefined;
}

/** The permits of one project, and the calls that wait for them. */
export interface FairQueue {
  /** Takes a permit if nobody waits and one is free; false if not. */
  tryAcquire(): boolean;
  /**
   * Waits for a permit, first come, first served within a caller; the callers take turns.
   *
   * @throws the reason of the waiter's signal, if it is aborted meanwhile.
   */
  acquire(waiter: Waiter, caller: string): Promise<Permit>;
  /** Whether nobody waits, and the last second had no permit. */
  isIdle(): boolean;
}

interface Entry {
  readonly waiter: Waiter;
  settle(permit: Permit): void;
}

const granted: Permit = { isLate: false };

/**
 * Makes a queue that grants at most `perSecond` permits in any second. When another caller joins, waiters that can't
 * get a permit in time any more are rejected in the next tick, in one pass.
 */
export function createFairQueue({ clock, perSecond }: { clock: Clock; perSecond: number }): FairQueue {
  const permits = createPermitLog(clock, perSecond);
  // The waiters of each caller; the caller whose turn is next comes first.
  const callers = new Map<string, Set<Entry>>();
  let cancelGrant: (() => void) | undefined;
  let cancelReview: (() => void) | undefined;

  const add = (caller: string, entry: Entry) => {
    const queue = callers.get(caller) ?? new Set();
    callers.set(caller, queue.add(entry));
    if (callers.size > 1) cancelReview ??= clock.after(0, rejectLate);
    cancelGrant ??= clock.after(permits.timeOf(1) - clock.elapsed(), grant);
  };

  const remove = (caller: string, entry: Entry) => {
    const queue = callers.get(caller);
    queue?.delete(entry);
    if (queue?.size === 0) callers.delete(caller);
    if (callers.size > 0) return;
    cancelGrant?.();
    cancelReview?.();
    cancelGrant = cancelReview = undefined;
  };

  const grant = () => {
    cancelGrant = undefined;
    while (permits.hasRoom()) {
      const [next] = callers;
      if (!next) return;
      const [caller, queue] = next;
      const [entry] = queue;
      // To the end of the round, if more of its waiters are left.
      callers.delete(caller);
      if (queue.size > 1) callers.set(caller, queue);
      queue.delete(entry!);
      permits.add();
      entry!.settle(granted);
    }
    if (callers.size > 0) cancelGrant ??= clock.after(permits.timeOf(1) - clock.elapsed(), grant);
  };

  const rejectLate = () => {
    cancelReview = undefined;
    let n = 1;
    for (const [caller, entry] of inOrder(callers)) {
      const time = permits.timeOf(n);
      if (time < entry.waiter.deadline) {
        n += 1;
      } else {
        remove(caller, entry);
        entry.settle(late(time));
      }
    }
  };

  const late = (time: number): Permit => ({ isLate: true, inMs: Math.ceil(time - clock.elapsed()) });

  return {
    tryAcquire() {
      const isFree = callers.size === 0 && permits.hasRoom();
      if (isFree) permits.add();
      return isFree;
    },
    async acquire(waiter, caller) {
      const { signal } = waiter;
      signal?.throwIfAborted();
      const time = permits.timeOf(placeOf(callers, caller));
      if (time >= waiter.deadline) return late(time);
      return new Promise((resolve, reject) => {
        const abort = () => {
          remove(caller, entry);
          reject(signal!.reason as Error);
        };
        const entry: Entry = {
          waiter,
          settle(permit) {
            signal?.removeEventListener("abort", abort);
            resolve(permit);
          },
        };
        signal?.addEventListener("abort", abort);
        add(caller, entry);
      });
    },
    isIdle: () => callers.size === 0 && permits.isIdle(),
  };
}

/** The place in the order of all waiters that the next of this caller would have, 1 being the first. */
function placeOf(callers: ReadonlyMap<string, ReadonlySet<Entry>>, caller: string): number {
  const queued = callers.get(caller)?.size ?? 0;
  let ahead = queued;
  // Callers later in the round get one turn fewer before it.
  let isBefore = true;
  for (const [name, { size }] of callers) {
    if (name === caller) isBefore = false;
    else ahead += Math.min(size, isBefore ? queued + 1 : queued);
  }
  return ahead + 1;
}

/** All waiters with their callers, in the order of their permits. */
function inOrder(callers: ReadonlyMap<string, ReadonlySet<Entry>>): [string, Entry][] {
  const all: [string, Entry][] = [];
  let rest = [...callers].map(([caller, queue]) => ({ caller, queue: queue.values() }));
  while (rest.length > 0) {
    rest = rest.filter(({ caller, queue }) => {
      const { value, done } = queue.next();
      if (!done) all.push([caller, value]);
      return !done;
    });
  }
  return all;
}

/** The permits that were granted in the last second. */
function createPermitLog(clock: Clock, perSecond: number) {
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
    isIdle: () => count() === 0,
    /** When the n-th permit from here on can be granted, 1 being the next. */
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
