import type { Clock } from "../clock.ts";
import type { Judge } from "../permissions.ts";
import type { Ending } from "../shutdown.ts";
import type { Layer } from "../transport.ts";
import { authorise } from "./authorize.ts";
import { checkReply } from "./check-reply.ts";
import { createBreaker, type BreakerState } from "./circuit-breaker.ts";
import { share } from "./coalesce.ts";
import { keepDeadline } from "./deadline.ts";
import { reconcile } from "./reconcile.ts";
import { report } from "./report.ts";
import { createRetryBudget } from "./retry-budget.ts";
import { retry } from "./retry.ts";
import { pace } from "./throttle.ts";

/** What the layers are made with. */
export interface LayerTools {
  readonly judge: Judge;
  readonly callsPerSecond: number;
  readonly onBreaker: ((state: BreakerState) => void) | undefined;
  readonly ending: Ending;
  readonly clock: Clock;
  readonly random: () => number;
}

/**
 * What is done around every call, the outermost first.
 *
 * The order carries meaning: what settles a lost write is a call of its own, judged and told of; what is refused to a
 * caller is no call and is never shared; what is shared is retried once for all; and each try is asked for at the
 * breaker and waits for its turn like any call.
 */
export function layers(tools: LayerTools): Layer[] {
  const { judge, callsPerSecond, onBreaker, ending, clock, random } = tools;
  const budget = createRetryBudget();
  const breaker = createBreaker({ clock, onBreaker });
  return [
    reconcile({ clock, budget }),
    authorise(judge),
    report(clock),
    keepDeadline(clock, ending),
    share(),
    checkReply,
    retry({ clock, random, budget }),
    breaker.refuse,
    pace({ clock, callsPerSecond }),
    breaker.learn,
  ];
}
