import { Counter, Histogram, type Registry } from "prom-client";
import type { OnRequest } from "../gateway/reports/request-report.ts";

/**
 * The bounds of the histograms of durations, in seconds. A request's calls have 15 seconds together, unless
 * `IMM_DEADLINE_MS` says otherwise, and its client 10 to send it.
 */
export const durationBuckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15, 20];

/** Makes the metrics of requests, and what adds one to them. */
export function createRequestMetrics(registers: Registry[]): OnRequest {
  const requests = new Counter({
    name: "imm_graphql_requests_total",
    help: "Requests, by what they ran (query, mutation, subscription, none) and how they ended (ok, error where their answer had one, left where their client did).",
    labelNames: ["type", "outcome"],
    registers,
  });
  const durations = new Histogram({
    name: "imm_graphql_request_duration_seconds",
    help: "How long requests took until their answer was ready, in seconds.",
    labelNames: ["type"],
    buckets: durationBuckets,
    registers,
  });
  const errors = new Counter({
    name: "imm_graphql_request_errors_total",
    help: "Requests whose answer had an error of this code; one with errors of several codes counts for each.",
    labelNames: ["code"],
    registers,
  });
  const limits = new Counter({
    name: "imm_graphql_limits_hit_total",
    help: "Requests that this limit turned away: rate, or what one request may ask for.",
    labelNames: ["limit"],
    registers,
  });

  return ({ operation, left, failed, ms, codes, limits: hit }) => {
    const type = operation?.type ?? "none";
    const outcome = left ? "left" : failed ? "error" : "ok";
    requests.inc({ type, outcome });
    durations.observe({ type }, ms / 1000);
    for (const code of codes) errors.inc({ code });
    for (const limit of hit) limits.inc({ limit });
  };
}
