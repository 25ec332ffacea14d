import { Counter, Histogram, type Registry } from "prom-client";
import type { CallReport } from "../imm/transport.ts";
import { durationBuckets } from "./request-metrics.ts";

/** Makes the metrics of calls to IMM, and what adds one to them. */
export function createCallMetrics(registers: Registry[]): (call: CallReport) => void {
  const counter = (name: string, help: string) =>
    new Counter({ name: `imm_graphql_imm_${name}`, help, labelNames: ["action"], registers });
  const calls = new Counter({
    name: "imm_graphql_imm_calls_total",
    help: "Calls to IMM that requests made, by action and how they ended, those that waited for another's answer among them.",
    labelNames: ["action", "outcome"],
    registers,
  });
  const durations = new Histogram({
    name: "imm_graphql_imm_call_duration_seconds",
    help: "How long calls to IMM took, all their attempts and waits together, in seconds.",
    labelNames: ["action"],
    buckets: durationBuckets,
    registers,
  });
  const waits = new Histogram({
    name: "imm_graphql_imm_pace_wait_seconds",
    help: "How long calls to IMM that had to wait for their turn by the project's pace waited, in seconds.",
    buckets: durationBuckets,
    registers,
  });
  const attempts = counter("attempts_total", "How many times calls were sent to IMM, retries among them.");
  const retries = counter("retries_total", "How many times calls were sent to IMM once more.");
  const throttled = counter("throttled_attempts_total", "How many attempts IMM refused by throttling.");
  const shared = counter("shared_calls_total", "Calls that were answered by another's call, the same.");

  return ({ action, outcome, ms, waitedMs, ...call }) => {
    calls.inc({ action, outcome });
    durations.observe({ action }, ms / 1000);
    if (waitedMs > 0) waits.observe(waitedMs / 1000);
    attempts.inc({ action }, call.attempts);
    retries.inc({ action }, Math.max(call.attempts - 1, 0));
    throttled.inc({ action }, call.throttled);
    if (call.shared) shared.inc({ action });
  };
}
