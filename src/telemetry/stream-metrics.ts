import { Counter, Gauge, type Registry } from "prom-client";
import type { OnStream } from "../gateway/reports/stream-report.ts";

/** Makes the metrics of streams, and what counts one that begins or has ended. */
export function createStreamMetrics(registers: Registry[]): OnStream {
  const open = new Gauge({
    name: "imm_graphql_streams_open",
    help: "Streams of subscriptions that are open.",
    registers,
  });
  const streams = new Counter({
    name: "imm_graphql_streams_total",
    help: "Streams that have ended, by how: completed, left by their client, failed, expired with their caller's token, timeout, stopped.",
    labelNames: ["end"],
    registers,
  });
  const events = new Counter({
    name: "imm_graphql_stream_events_total",
    help: "Events that streams had which have ended.",
    registers,
  });

  return (happening) => {
    if (happening.kind === "begin") open.inc();
    if (happening.kind !== "end") return;
    open.dec();
    streams.inc({ end: happening.report.end });
    events.inc(happening.report.events);
  };
}
