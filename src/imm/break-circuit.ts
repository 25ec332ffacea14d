import type { Clock } from "./clock.ts";
import { ImmError, isOutage } from "./error.ts";
import type { ImmCall, Layer } from "./transport.ts";

/** `open`: nothing is sent; `half-open`: one call tries. */
export type BreakerState = "closed" | "half-open" | "open";

const windowMs = 10_000;
const leastCalls = 10;
const openMs = 5_000;
// How long a call takes to try isn't known; who asks meanwhile is told to come back by then.
const probeMs = 1_000;

/**
 * Sends nothing for 5 seconds when at least 10 calls, and at least half of all, failed within 10 seconds; then lets
 * one call try, which closes the circuit or opens it again. What IMM refuses is an answer, no failure. Of a call that
 * waited longer for its turn than it then had to be answered, a timeout tells nothing.
 */
export function breakCircuit({ clock, onBreaker }: BreakerTools): Layer {
  const recent = createRecent(clock);
  let state: BreakerState = "closed";
  let openUntil = 0;
  // What was sent before a change of state says nothing of the state after it.
  let changes = 0;

  const become = (next: BreakerState, ms = 0) => {
    state = next;
    changes += 1;
    openUntil = clock.elapsed() + ms;
    recent.clear();
    onBreaker?.(next);
  };

  const tell = (outcome: "answer" | "failure" | "none") => {
    if (state === "half-open") {
      if (outcome === "answer") become("closed");
      // Where it was not found out, the next call tries.
      else become("open", outcome === "failure" ? openMs : 0);
    } else if (outcome !== "none") {
      recent.add(outcome === "failure");
      if (outcome === "failure" && recent.isBad()) become("open", openMs);
    }
  };

  return (next) => async (call) => {
    const left = openUntil - clock.elapsed();
    if (state === "half-open") throw refusal(call, probeMs);
    if (state === "open" && left > 0) throw refusal(call, Math.ceil(left));
    if (state === "open") become("half-open");
    const sentAt = changes;
    const askedAt = clock.elapsed();
    try {
      const reply = await next(call);
      if (sentAt === changes) tell("answer");
      return reply;
    } catch (error) {
      const waitedMs = call.tally.sentAt - askedAt;
      const isHurried = isTimeout(error) && waitedMs > clock.elapsed() - call.tally.sentAt;
      if (sentAt === changes) tell(isHurried ? "none" : outcomeOf(error));
      throw error;
    }
  };
}

function isTimeout(error: unknown): boolean {
  return error instanceof ImmError && error.failure === "timeout";
}

function outcomeOf(error: unknown): "answer" | "failure" | "none" {
  if (!(error instanceof ImmError) || error.failure === "paced") return "none";
  return isOutage(error) ? "failure" : "answer";
}

interface BreakerTools {
  readonly clock: Clock;
  readonly onBreaker: ((state: BreakerState) => void) | undefined;
}

function refusal({ action }: ImmCall, retryAfterMs: number): ImmError {
  return new ImmError(action, "open", {
    message: `${action} was not sent: IMM fails, and the gateway leaves it alone for a moment.`,
    retryAfterMs,
  });
}

/** The outcomes of the last 10 seconds, second by second. */
function createRecent(clock: Clock) {
  const seconds = new Map<number, { calls: number; failures: number }>();
  return {
    add(failed: boolean) {
      const second = Math.floor(clock.elapsed() / 1000);
      for (const key of seconds.keys()) if (key <= second - windowMs / 1000) seconds.delete(key);
      const counts = seconds.get(second) ?? { calls: 0, failures: 0 };
      counts.calls += 1;
      if (failed) counts.failures += 1;
      seconds.set(second, counts);
    },
    isBad() {
      let calls = 0;
      let failures = 0;
      for (const second of seconds.values()) {
        calls += second.calls;
        failures += second.failures;
      }
      return failures >= leastCalls && failures * 2 >= calls;
    },
    clear: () => seconds.clear(),
  };
}
