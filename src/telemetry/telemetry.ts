import type { Logger } from "../gateway/logger.ts";
import type { OnRequest } from "../gateway/reports/request-report.ts";
import type { OnStream } from "../gateway/reports/stream-report.ts";
import type { BreakerState } from "../imm/layers/circuit-breaker.ts";
import type { MetricsSources } from "./metrics.ts";

/** Receives reports, for metrics and traces. Disposed of, it sends what it still holds. */
export interface Telemetry extends AsyncDisposable {
  readonly onRequest: OnRequest;
  readonly onStream: OnStream;
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
  { logger, ...sources }: MetricsSources & { readonly logger: Logger },
): Promise<Telemetry> {
  const metrics = port === undefined ? undefined : await startMetrics({ host, port }, sources);
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
    onStream: (happening) => metrics?.onStream(happening),
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

async function startMetrics(at: { host: string; port: number }, sources: MetricsSources) {
  const { createMetrics } = await import("./metrics.ts");
  const { startMetricsServer } = await import("./metrics-server.ts");
  const metrics = createMetrics(sources);
  return { ...metrics, ...(await startMetricsServer({ ...at, metrics })) };
}
