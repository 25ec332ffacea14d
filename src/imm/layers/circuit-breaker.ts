import type { Clock } from "../clock.ts";
import { ImmError, isOutage } from "../error.ts";
import type { ImmCall, Layer } from "../transport.ts";

/** `open`: nothing is sent; `half-open`: one call tries. */
export type BreakerState = "closed" | "half-open" | "open";

const windowMs = 10_000;
const minFailures = 10;
const openMs = 5_000;
// How long a call takes to try isn't known; who asks meanwhile is told to come back by then.
const probeMs = 1_000;

// A timeout by the request's deadline is IMM's only if it had at least so long to answer.
const minResponseMs = 1_000;

/** The circuit breaker before one endpoint, as two layers: what waits between them is asked for twice. */
export interface Breaker {
  /** Refuses a call while the circuit is open, before it waits for its turn. */
  readonly rejectWhenOpen: Layer;
  /** Refuses a call whose turn came while the circuit is open, and learns from how the others end. */
  readonly recordOutcomes: Layer;
}

/**
 * Makes a breaker that sends nothing for 5 seconds when at least 10 calls, and at least half of all, failed within 10
 * seconds; then lets one call try, which closes the circuit or opens it again. What IMM refuses is an answer, no
 * failure. What settles a lost write passes at all times: it may be the very failure that opened the circuit.
 */
export function createBreaker(tools: {
  clock: Clock;
  onBreaker: ((state: BreakerState) => void) | undefined;
}): Breaker {
  const { clock, onBreaker } = tools;
  const recent = createFailureWindow(clock);
  let state: BreakerState = "closed";
  let openUntil = 0;
  // What was sent in another era than this says nothing of this one.
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
      // Only the call that tries speaks.
      if (settles) return;
      if (outcome === "success") transitionTo("closed");
      // Where it was not found out, the next call tries.
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
    // What the gateway itself ended tells something of IMM only if IMM had a fair time to answer.
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
