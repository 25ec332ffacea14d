import { collectDefaultMetrics, Counter, Gauge, Registry } from "prom-client";
import type { OnRequest } from "../gateway/reports/request-report.ts";
import type { OnStream } from "../gateway/reports/stream-report.ts";
import type { BreakerState } from "../imm/layers/circuit-breaker.ts";
import { createCallMetrics } from "./call-metrics.ts";
import { localFileMetrics, type LocalFiles } from "./local-file-metrics.ts";
import { createRequestMetrics } from "./request-metrics.ts";
import { createStreamMetrics } from "./stream-metrics.ts";

/** Counts what happens, for Prometheus. */
export interface Metrics {
  readonly onRequest: OnRequest;
  readonly onStream: OnStream;
  readonly onBreaker: (state: BreakerState) => void;
  /** Everything counted so far, as Prometheus reads it. */
  text(): Promise<string>;
  /** What `text` is. */
  readonly contentType: string;
}

/** What is asked for when somebody reads the metrics. */
export interface MetricsSources {
  readonly lostLogLines?: (() => number) | undefined;
  /** Of the local IMM. Default: there is none. */
  readonly localFiles?: (() => LocalFiles) | undefined;
}

const breakerStates: readonly BreakerState[] = ["closed", "half-open", "open"];

/**
 * Makes the metrics of one process. Their labels hold what there are few of: never a caller, a project, a dataset or
 * the name of an operation.
 */
export function createMetrics({ lostLogLines = () => 0, localFiles }: MetricsSources = {}): Metrics {
  const registry = new Registry();
  // Its watch on the event loop holds no process up, so that nothing has to end it.
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const countRequest = createRequestMetrics(registers);
  const countCall = createCallMetrics(registers);
  const countStream = createStreamMetrics(registers);
  const breaker = new Gauge({
    name: "imm_graphql_imm_breaker_state",
    help: "1 for the state that the circuit breaker before IMM is in, 0 for the others.",
    labelNames: ["state"],
    registers,
  });
  const openings = new Counter({
    name: "imm_graphql_imm_breaker_openings_total",
    help: "How many times the circuit breaker before IMM has opened, after each try that did not close it too.",
    registers,
  });
  registry.registerMetric(
    new Counter({
      name: "imm_graphql_log_lines_lost_total",
      help: "Lines of the log that could not be written, because its reader was too slow or the disk full.",
      registers: [],
      collect() {
        this.reset();
        this.inc(lostLogLines());
      },
    }),
  );
  for (const metric of localFiles ? localFileMetrics(localFiles) : []) registry.registerMetric(metric);
  const showBreaker = (current: BreakerState) => {
    for (const state of breakerStates) breaker.set({ state }, state === current ? 1 : 0);
  };
  showBreaker("closed");

  return {
    onRequest(report) {
      countRequest(report);
      for (const call of report.calls) countCall(call);
    },
    onStream(happening) {
      if (happening.kind === "call") countCall(happening.call);
      else countStream(happening);
    },
    onBreaker(state) {
      showBreaker(state);
      if (state === "open") openings.inc();
    },
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
