import type { Clock } from "../clock.ts";
import { ImmError, isOutage } from "../error.ts";
import type { ImmCall, Layer } from "../transport.ts";

/** `open`: nothing is sent; `half-open`: one call tries. */
export type BreakerState = "closed" | "half-open" | "open";

const windowMs = 10_000;
const minFailures = 10;
const openMs = 5_000;
// `retryAfterMs` while the probe is in flight: how long that takes isn't known in advance.
const probeMs = 1_000;

// A deadline timeout counts as a failure of IMM only if IMM had at least this long to respond.
const minResponseMs = 1_000;

/** The circuit breaker before one endpoint, as two layers: a call that waits between them is checked twice. */
export interface Breaker {
  /** Rejects a call while the circuit is open, before it waits for a permit. */
  readonly rejectWhenOpen: Layer;
  /** Rejects a call that got its permit while the circuit is open, and records how the others end. */
  readonly recordOutcomes: Layer;
}

/**
 * Makes a breaker that opens for 5 seconds when at least 10 calls, and at least half of all, failed within 10 seconds;
 * then one probe call closes the circuit or opens it again. A refusal by IMM is a success. Calls that reconcile a lost
 * write always pass: that write may be what opened the circuit.
 */
export function createBreaker(tools: {
  clock: Clock;
  onBreaker: ((state: BreakerState) => void) | undefined;
}): Breaker {
  const { clock, onBreaker } = tools;
  const recent = createFailureWindow(clock);
  let state: BreakerState = "closed";
  let openUntil = 0;
  // Grows with each change of state: outcomes of calls that were sent before the last one are ignored.
  let generation = 0;

  const transitionTo = (next: BreakerState, ms = 0) => {
    state = next;
    generation += 1;
    openUntil = clock.elapsed() + ms;
    recent.clear();
    onBreaker?.(next);
  };

  const record = (outcome: "success" | "failure" | "ignored", { settles }: ImmCall) => {
    if (state === "half-open") {
      // Only the probe counts.
      if (settles) return;
      if (outcome === "success") transitionTo("closed");
      // If the probe showed nothing, the next call is the probe.
      else transitionTo("open", outcome === "failure" ? openMs : 0);
    } else if (state === "closed" && outcome !== "ignored") {
      recent.add(outcome === "failure");
      if (outcome === "failure" && recent.exceedsThreshold()) transitionTo("open", openMs);
    }
  };

  const checkOpen = (call: ImmCall) => {
    const left = openUntil - clock.elapsed();
    if (state === "closed" || call.settles) return;
    if (state === "half-open") throw circuitOpenError(call, probeMs);
    if (left > 0) throw circuitOpenError(call, Math.ceil(left));
  };

  const outcomeOf = (error: unknown, { stats }: ImmCall) => {
    if (!(error instanceof ImmError)) return "ignored";
    if (!isOutage(error)) return error.unsent ? "ignored" : "success";
    if (error.endedBy === undefined) return "failure";
    // A call that the gateway itself ended is evidence only if IMM had enough time to respond.
    const hadMs = clock.elapsed() - stats.sentAt;
    const hadEnoughTime = hadMs >= minResponseMs && hadMs >= stats.waitedMs;
    return error.endedBy === "stop" || error.unsent || !hadEnoughTime ? "ignored" : "failure";
  };

  return {
    rejectWhenOpen: (next) => (call) => {
      checkOpen(call);
      return next(call);
    },
    recordOutcomes: (next) => async (call) => {
      checkOpen(call);
      if (state === "open" && !call.settles) transitionTo("half-open");
      const sentInGeneration = generation;
      try {
        const reply = await next(call);
        if (sentInGeneration === generation) record("success", call);
        return reply;
      } catch (error) {
        if (sentInGeneration === generation) record(outcomeOf(error, call), call);
        throw error;
      }
    },
  };
}

function circuitOpenError({ action }: ImmCall, retryAfterMs: number): ImmError {
  return new ImmError(action, "open", {
    message: `${action} was not sent: IMM fails, and the gateway leaves it alone for a moment.`,
    retryAfterMs,
  });
}

/** The outcomes of the last 10 seconds, second by second. */
function createFailureWindow(clock: Clock) {
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
    exceedsThreshold() {
      let calls = 0;
      let failures = 0;
      for (const second of seconds.values()) {
        calls += second.calls;
        failures += second.failures;
      }
      return failures >= minFailures && failures * 2 >= calls;
    },
    clear: () => seconds.clear(),
  };
}
