import { contract } from "../../contract/contract.ts";
import { wait, type Clock } from "../clock.ts";
import { ImmError, isOutage, isThrottling } from "../error.ts";
import type { ImmCall, Layer } from "../transport.ts";
import { responseReserveMs } from "./response-reserve.ts";
import type { RetryBudget } from "./retry-budget.ts";

const maxAttempts = 3;
const baseMs = 100;
// IMM counts calls by the second.
const throttledMs = 1_000;
// The longest wait between two attempts, even without a deadline.
const maxWaitMs = 30_000;
// Left in the budget for reconciling lost writes.
const reserve = 20;

/**
 * Retries what may succeed the next time: a repeatable call that failed, and any call that IMM throttled. Between two
 * attempts it waits a random part of 100, then 200 ms, on top of what IMM asks for, which is a second if it throttles
 * and doesn't say. A write that failed isn't retried: IMM may have done it.
 */
export function retry(tools: { clock: Clock; random: () => number; budget: RetryBudget }): Layer {
  const { clock, random, budget } = tools;
  return (next) => async (call) => {
    let previousError: ImmError | undefined;
    for (let attempt = 1; ; attempt += 1) {
      try {
        const reply = await next(call);
        budget.refill();
        return reply;
      } catch (error) {
        if (!(error instanceof ImmError)) throw error;
        // A retry that is rejected before it is sent fails with the previous error.
        if (previousError && (error.failure === "open" || error.failure === "paced")) throw previousError;
        previousError = error;
        if (isThrottling(error)) call.stats.throttled += 1;
        else if (error.failure === "refused" && !error.unsent && !isOutage(error)) budget.refill();
        if (attempt === maxAttempts || !mayRepeat(call, error)) throw error;
        const jitter = random() * baseMs * 2 ** (attempt - 1);
        const waitMs = (error.retryAfterMs ?? (isThrottling(error) ? throttledMs : 0)) + jitter;
        const left = call.deadline - clock.elapsed();
        if (waitMs > maxWaitMs || waitMs >= left - responseReserveMs(left)) throw error;
        if (!budget.take(reserve)) throw error;
        await wait(clock, waitMs, call.signal).catch((reason: unknown) => {
          // If the deadline or a stop ends the wait, the call fails with its last error.
          throw reason instanceof ImmError ? error : reason;
        });
      }
    }
  };
}

function mayRepeat({ action }: ImmCall, error: ImmError): boolean {
  return isThrottling(error) || (isOutage(error) && contract.operations[action].repeatable);
}
