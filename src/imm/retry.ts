import { contract } from "../contract/contract.ts";
import { wait, type Clock } from "./clock.ts";
import { ImmError, isOutage, isThrottling } from "./error.ts";
import type { RetryBudget } from "./retry-budget.ts";
import type { ImmCall, Layer } from "./transport.ts";

const maxAttempts = 3;
const baseMs = 100;
// Whoever sets no deadline doesn't wait for an hour either.
const maxWaitMs = 30_000;
// Left for those who look after a write that was lost.
const reserve = 20;

/**
 * Repeats what may succeed the next time: a repeatable call that failed, and whatever IMM refused by throttling.
 * Between two attempts lies a random part of 100, then 200 ms, on top of what IMM asks for. A write that failed isn't
 * repeated: IMM may have done it.
 */
export function retry(tools: { clock: Clock; random: () => number; budget: RetryBudget }): Layer {
  const { clock, random, budget } = tools;
  return (next) => async (call) => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        const reply = await next(call);
        budget.refill();
        return reply;
      } catch (error) {
        if (!(error instanceof ImmError)) throw error;
        if (isThrottling(error)) call.tally.throttled += 1;
        else if (error.failure === "refused" && !isOutage(error)) budget.refill();
        if (attempt === maxAttempts || !mayRepeat(call, error)) throw error;
        const jitter = random() * baseMs * 2 ** (attempt - 1);
        const waitMs = Math.max(0, error.retryAfterMs ?? 0) + jitter;
        if (waitMs > maxWaitMs || clock.elapsed() + waitMs >= call.deadline) throw error;
        if (!budget.take(reserve)) throw error;
        await wait(clock, waitMs, call.signal);
      }
    }
  };
}

function mayRepeat({ action }: ImmCall, error: ImmError): boolean {
  return isThrottling(error) || (isOutage(error) && contract.operations[action].repeatable);
}
