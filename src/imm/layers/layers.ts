import type { Clock } from "../clock.ts";
import type { AuthorizeCaller } from "../permissions.ts";
import type { Shutdown } from "../shutdown.ts";
import type { Layer } from "../transport.ts";
import { authorize } from "./authorize.ts";
import { checkReply } from "./check-reply.ts";
import { createBreaker, type BreakerState } from "./circuit-breaker.ts";
import { coalesce } from "./coalesce.ts";
import { deadline } from "./deadline.ts";
import { reconcile } from "./reconcile.ts";
import { report } from "./report.ts";
import { createRetryBudget } from "./retry-budget.ts";
import { retry } from "./retry.ts";
import { throttle } from "./throttle.ts";

/** What the layers are made with. */
export interface LayerTools {
  readonly authorizeCaller: AuthorizeCaller;
  readonly callsPerSecond: number;
  readonly onBreaker: ((state: BreakerState) => void) | undefined;
  readonly shutdown: Shutdown;
  readonly clock: Clock;
  readonly random: () => number;
}

/**
 * The layers around every call, the outermost first.
 *
 * The order matters: a call that reconciles a lost write is a call of its own, authorized and reported; a call that is
 * denied to its caller is never coalesced with another; a coalesced call is retried once for all that wait for it; and
 * each attempt passes the breaker and the throttle like any call.
 */
export function layers(tools: LayerTools): Layer[] {
  const { authorizeCaller, callsPerSecond, onBreaker, shutdown, clock, random } = tools;
  const budget = createRetryBudget();
  const breaker = createBreaker({ clock, onBreaker });
  return [
    reconcile({ clock, budget }),
    authorize(authorizeCaller),
    report(clock),
    deadline(clock, shutdown),
    coalesce(),
    checkReply,
    retry({ clock, random, budget }),
    breaker.rejectWhenOpen,
    throttle({ clock, callsPerSecond }),
    breaker.recordOutcomes,
  ];
}
