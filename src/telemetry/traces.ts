import {
  defaultResource,
  detectResources,
  envDetector,
  resourceFromAttributes,
} from "@opentelemetry/resources";
import { BasicTracerProvider, BatchSpanProcessor } from "@opentelemetry/sdk-trace-base";
import type { Logger } from "../gateway/logger.ts";
import type { OnRequest } from "../gateway/reports/request-report.ts";
import { createDiagnostics } from "./diagnostics.ts";
import { createExporter } from "./exporter.ts";
import { writeSpans } from "./spans.ts";

/** Sends each request to a collector. Disposed of, it sends what it still holds, for a second at most. */
export interface Traces extends AsyncDisposable {
  readonly onRequest: OnRequest;
}

// The server that stops before may have taken 8.5 of the 10 seconds that a stop has.
const defaultFlushMs = 1000;

/**
 * Traces requests by OpenTelemetry, which reads its settings (`OTEL_*`) itself: the collector's address, headers and
 * certificate, what is sampled, how much is sent at once.
 */
export function startTraces({
  logger,
  flushMs = defaultFlushMs,
}: {
  logger: Logger;
  flushMs?: number;
}): Traces {
  const diagnostics = createDiagnostics(logger);
  const exporter = createExporter({ onFailure: diagnostics.report });
  const provider = new BasicTracerProvider({
    resource: defaultResource()
      .merge(resourceFromAttributes({ "service.name": "imm-graphql" }))
      .merge(detectResources({ detectors: [envDetector] })),
    spanProcessors: [new BatchSpanProcessor(exporter)],
  });
  const tracer = provider.getTracer("imm-graphql");

  return {
    onRequest: (report) => writeSpans(tracer, report),
    async [Symbol.asyncDispose]() {
      const late = setTimeout(() => exporter.abort(), flushMs);
      await Promise.race([provider.shutdown().catch(() => {}), exporter.aborted]);
      clearTimeout(late);
      diagnostics.end();
    },
  };
}
