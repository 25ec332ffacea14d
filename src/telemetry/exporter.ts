import type { Agent } from "node:http";
import { ExportResultCode } from "@opentelemetry/core";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-proto";
import { convertLegacyHttpOptions } from "@opentelemetry/otlp-exporter-base/node-http";
import type { SpanExporter } from "@opentelemetry/sdk-trace-base";

/** Sends spans to the collector that OpenTelemetry's settings name. */
export interface Exporter extends SpanExporter {
  /** Ends requests in flight, and sends nothing more. */
  abort(): void;
  /** Resolves when it is aborted. */
  readonly aborted: Promise<void>;
}

/** Makes the exporter. Spans that the collector doesn't take are lost, and reported to `onFailure`. */
export function createExporter({ onFailure }: { onFailure: (message: string) => void }): Exporter {
  const { agentFactory } = convertLegacyHttpOptions({}, "TRACES", "v1/traces", {});
  // Without a network error's code, or the exporter would retry.
  const stopped = new Error("The gateway stops, and what the collector hasn't taken is lost.");
  const agents: Agent[] = [];
  const otlpExporter = new OTLPTraceExporter({
    // As it would make them itself, certificates and all; kept, because the exporter has no way to end a request.
    async httpAgentOptions(protocol) {
      const agent = await agentFactory(protocol);
      agents.push(agent);
      return agent;
    },
  });
  const destroySockets = () => {
    const lists = agents.flatMap(({ sockets, freeSockets }) => [sockets, freeSockets]);
    const sockets = lists.flatMap((list) => Object.values(list).flat());
    for (const socket of sockets) socket?.destroy(stopped);
  };
  let resolveAborted = () => {};
  const aborted = new Promise<void>((resolve) => (resolveAborted = resolve));

  return {
    export(spans, done) {
      otlpExporter.export(spans, ({ code, error }) => {
        if (code === ExportResultCode.FAILED) onFailure(error?.message ?? "no reason was given");
        done({ code: ExportResultCode.SUCCESS });
      });
    },
    forceFlush: () => otlpExporter.forceFlush(),
    async shutdown() {
      await otlpExporter.shutdown();
      destroySockets();
    },
    abort() {
      const refuse = (_options: unknown, answer: (error: Error) => void) => answer(stopped);
      for (const agent of agents) Object.assign(agent, { createConnection: refuse });
      onFailure(stopped.message);
      destroySockets();
      resolveAborted();
    },
    aborted,
  };
}
