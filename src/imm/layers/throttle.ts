import type { Clock } from "../clock.ts";
import { asUnsent, ImmError } from "../error.ts";
import type { ImmCall, Layer } from "../transport.ts";
import { createTurns, type Turns } from "./fair-queue.ts";
import { timeToAnswer } from "./time-to-answer.ts";

/**
 * Starts no more calls of a project in a second than IMM bears; those that name none are paced together. Callers take
 * turns. A call whose turn would come too late to be answered by its deadline is refused at once: where more is asked
 * than IMM bears, whoever comes stands last in a queue as long as the deadline.
 */
export function pace({ clock, callsPerSecond }: { clock: Clock; callsPerSecond: number }): Layer {
  const projects = new Map<string, Turns>();
  let sweptAt = clock.elapsed();

  // Names of projects come from callers: those that rest are forgotten, at most once a second.
  const sweep = () => {
    if (clock.elapsed() - sweptAt < 1000) return;
    sweptAt = clock.elapsed();
    for (const [name, turns] of projects) if (turns.isAtRest()) projects.delete(name);
  };

  const turnsOf = (name: string) => {
    const turns = projects.get(name) ?? createTurns({ clock, perSecond: callsPerSecond });
    projects.set(name, turns);
    return turns;
  };

  const waitFor = async (turns: Turns, call: ImmCall) => {
    const askedAt = clock.elapsed();
    const kept = timeToAnswer(call.deadline - askedAt);
    const waiter = {
      signal: call.signal,
      // Whoever shares the call later may have more time.
      get deadline() {
        return call.deadline - kept;
      },
    };
    call.tally.waitsSince = askedAt;
    const turn = await turns
      .take(waiter, call.caller?.name ?? "")
      .catch((reason: unknown) => {
        if (!(reason instanceof ImmError)) throw reason;
        // The deadline's bell may ring a moment early: it is the pace all the same that left no turn.
        throw reason.endedBy === "deadline" ? paced(call, 1_000) : asUnsent(reason);
      })
      .finally(() => {
        call.tally.waitsSince = undefined;
        call.tally.waitedMs += Math.round(clock.elapsed() - askedAt);
      });
    if (turn.isLate) throw paced(call, turn.inMs);
  };

  return (next) => {
    const sendInTurn = async (turns: Turns, call: ImmCall) => {
      await waitFor(turns, call);
      return next(call);
    };
    return (call) => {
      sweep();
      const turns = turnsOf(String(call.params["ProjectName"] ?? ""));
      return turns.takeNow() ? next(call) : sendInTurn(turns, call);
    };
  };

  function paced({ action }: ImmCall, retryAfterMs: number): ImmError {
    return new ImmError(action, "paced", {
      message: `${action} was not sent: too many calls wait for their turn before it (${callsPerSecond} a second may start).`,
      retryAfterMs,
    });
  }
}
