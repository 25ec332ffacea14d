import type { Reader, Rule } from "./reader.ts";

/** How the gateway can be watched. */
export interface TelemetryConfig {
  /** The port of the metrics; undefined where nobody reads them. */
  readonly metricsPort: number | undefined;
  /** Whether each request is told to a collector of traces, whose address OpenTelemetry itself reads. */
  readonly traces: boolean;
}

/** Reads how the gateway can be watched. */
export function readTelemetry(reader: Reader, { port }: { port: number }): TelemetryConfig {
  const value = reader.text("IMM_METRICS_PORT", "off", aPortOrOff);
  const metricsPort = value === "off" ? undefined : Number(value);
  if (metricsPort === port && port !== 0) {
    reader.refuse("IMM_METRICS_PORT", `${port} is the gateway's own PORT: metrics need another.`);
  }
  const endpoints = ["OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT"].map((name) =>
    reader.text(name, "", anAddress),
  );
  return { metricsPort, traces: endpoints.some((endpoint) => endpoint !== "") };
}

const aPortOrOff: Rule = {
  allowed: "off, or a port, 0 to 65535",
  fits: (value) => value === "off" || (/^\d{1,5}$/.test(value) && Number(value) <= 65535),
};

const anAddress: Rule = {
  allowed: "an address such as http://127.0.0.1:4318",
  fits: (value) => value === "" || (URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)),
};
