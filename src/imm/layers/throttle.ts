import type { Clock } from "../clock.ts";
import { asUnsent, ImmError } from "../error.ts";
import type { ImmCall, Layer } from "../transport.ts";
import { createFairQueue, type FairQueue, type Waiter } from "./fair-queue.ts";
import { responseReserveMs } from "./response-reserve.ts";

/**
 * Starts at most `callsPerSecond` calls of a project in any second, in a fair queue of callers; calls that name no
 * project share one. A call whose permit would come too late for a response by its deadline is rejected at once: under
 * overload every call would otherwise wait out its whole deadline.
 */
export function throttle({ clock, callsPerSecond }: { clock: Clock; callsPerSecond: number }): Layer {
  const queues = new Map<string, FairQueue>();
  let sweptAt = clock.elapsed();

  // Project names come from callers: idle queues are dropped, at most once a second.
  const sweep = () => {
    if (clock.elapsed() - sweptAt < 1000) return;
    sweptAt = clock.elapsed();
    for (const [name, queue] of queues) if (queue.isIdle()) queues.delete(name);
  };

  const queueOf = (name: string) => {
    const queue = queues.get(name) ?? createFairQueue({ clock, perSecond: callsPerSecond });
    queues.set(name, queue);
    return queue;
  };

  const acquire = async (queue: FairQueue, call: ImmCall) => {
    const queuedAt = clock.elapsed();
    const reserveMs = responseReserveMs(call.deadline - queuedAt);
    const waiter = new WaitingCall(call, reserveMs);
    call.stats.waitsSince = queuedAt;
    const permit = await queue
      .acquire(waiter, call.caller?.name ?? "")
      .catch((reason: unknown) => {
        if (!(reason instanceof ImmError)) throw reason;
        // The deadline's timer may fire a moment early: it was the throttle all the same that left no permit.
        throw reason.endedBy === "deadline" ? paced(call, 1_000) : asUnsent(reason);
      })
      .finally(() => {
        call.stats.waitsSince = undefined;
        call.stats.waitedMs += Math.round(clock.elapsed() - queuedAt);
      });
    if (permit.isLate) throw paced(call, permit.inMs);
  };

  return (next) => {
    const waitAndSend = async (queue: FairQueue, call: ImmCall) => {
      await acquire(queue, call);
      return next(call);
    };
    return (call) => {
      sweep();
      const queue = queueOf(String(call.params["ProjectName"] ?? ""));
      return queue.tryAcquire() ? next(call) : waitAndSend(queue, call);
    };
  };

  function paced({ action }: ImmCall, retryAfterMs: number): ImmError {
    return new ImmError(action, "paced", {
      message: `${action} was not sent: too many calls wait for their turn before it (${callsPerSecond} a second may start).`,
      retryAfterMs,
    });
  }
}

class WaitingCall implements Waiter {
  readonly #call: ImmCall;
  readonly #reserveMs: number;

  constructor(call: ImmCall, reserveMs: number) {
    this.#call = call;
    this.#reserveMs = reserveMs;
  }
  /** A call that is coalesced with it later may have more time. */
  get deadline() {
    return this.#call.deadline - this.#reserveMs;
  }
  get signal() {
    return this.#call.signal;
  }
}
