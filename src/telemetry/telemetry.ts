import type { Logger } from "../gateway/logger.ts";
import type { OnRequest } from "../gateway/reports/request-report.ts";
import type { BreakerState } from "../imm/layers/circuit-breaker.ts";

/** Receives reports, for metrics and traces. Disposed of, it sends what it still holds. */
export interface Telemetry extends AsyncDisposable {
  readonly onRequest: OnRequest;
  readonly onBreaker: (state: BreakerState) => void;
}

/** What is measured, and where it can be read. */
export interface TelemetryOptions {
  readonly host: string;
  /** Undefined where nobody reads metrics. */
  readonly metricsPort: number | undefined;
  readonly traces: boolean;
}

/**
 * Starts what the settings ask for, and loads nothing else.
 *
 * @throws Error where the port of the metrics can't be had.
 */
export async function startTelemetry(
  { host, metricsPort: port, traces: isTracing }: TelemetryOptions,
  { logger, lostLogLines }: { logger: Logger; lostLogLines?: (() => number) | undefined },
): Promise<Telemetry> {
  const metrics = port === undefined ? undefined : await startMetrics({ host, port }, lostLogLines);
  const traces = isTracing ? (await import("./traces.ts")).startTraces({ logger }) : undefined;
  if (metrics) logger.info(`metrics: for whoever can reach ${metrics.url} (IMM_METRICS_PORT)`);
  if (traces) logger.info("traces: to the collector that OTEL_EXPORTER_OTLP_* names");

  // Each probe that fails opens it again, which isn't worth a line.
  let isClosed = true;

  return {
    onRequest(report) {
      metrics?.onRequest(report);
      traces?.onRequest(report);
    },
    onBreaker(state) {
      if (state === "open" && isClosed) logger.warn("IMM fails: its circuit breaker opens");
      if (state === "closed") logger.info("IMM answers again: its circuit breaker closes");
      if (state !== "half-open") isClosed = state === "closed";
      metrics?.onBreaker(state);
    },
    async [Symbol.asyncDispose]() {
      await traces?.[Symbol.asyncDispose]();
      await metrics?.[Symbol.asyncDispose]();
    },
  };
}

async function startMetrics(at: { host: string; port: number }, lostLogLines?: () => number) {
  const { createMetrics } = await import("./metrics.ts");
  const { startMetricsServer } = await import("./metrics-server.ts");
  const metrics = createMetrics({ lostLogLines });
  return { ...metrics, ...(await startMetricsServer({ ...at, metrics })) };
}
