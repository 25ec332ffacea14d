import type { Clock } from "./clock.ts";
import { ImmError } from "./error.ts";
import { createTurns, type Turns } from "./turns.ts";
import type { Layer } from "./transport.ts";

/**
 * Starts no more calls of a project in a second than IMM bears; those that name none are paced together. Callers take
 * turns. A call whose turn would come after its deadline is refused at once.
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

  return (next) => async (call) => {
    sweep();
    const project = String(call.params["ProjectName"] ?? "");
    const askedAt = clock.elapsed();
    const turn = await turnsOf(project)
      .take(call, call.caller?.name ?? "")
      .finally(() => (call.tally.waitedMs += Math.round(clock.elapsed() - askedAt)));
    if (turn.isLate) {
      throw new ImmError(call.action, "paced", {
        message: `${call.action} was not sent: its project has too many calls waiting (${callsPerSecond} a second may start).`,
        retryAfterMs: turn.inMs,
      });
    }
    return next(call);
  };
}
