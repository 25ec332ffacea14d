import { aPort, type Reader, type Rule } from "./reader.ts";

const logLevels = ["debug", "info", "warn", "error", "off"] as const;

/** How severe a line of the log is; `off` is above them all. */
export type LogLevel = (typeof logLevels)[number];

/** How the gateway can be watched. */
export interface TelemetryConfig {
  /** The least severe lines that are logged. */
  readonly logLevel: LogLevel;
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
  const logLevel = reader.choice("IMM_LOG_LEVEL", "info", logLevels);
  return { logLevel, metricsPort, traces: readTraces(reader) };
}

/** OpenTelemetry's own names, which its packages read too; those that they don't heed are heeded here. */
function readTraces(reader: Reader): boolean {
  const endpoints = ["OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT"].map((name) =>
    reader.text(name, "", anAddress),
  );
  const isDisabled = reader.text("OTEL_SDK_DISABLED", "false").toLowerCase() === "true";
  const exporter = reader.choice("OTEL_TRACES_EXPORTER", "otlp", ["otlp", "none"]);
  for (const name of ["OTEL_EXPORTER_OTLP_PROTOCOL", "OTEL_EXPORTER_OTLP_TRACES_PROTOCOL"]) {
    reader.choice(name, "http/protobuf", ["http/protobuf"]);
  }
  return !isDisabled && exporter === "otlp" && endpoints.some((endpoint) => endpoint !== "");
}

const aPortOrOff: Rule = {
  allowed: `off, or ${aPort.allowed}`,
  fits: (value) => value === "off" || aPort.fits(value),
};

const anAddress: Rule = {
  allowed: "an address such as http://127.0.0.1:4318",
  fits: (value) => value === "" || isAddress(value),
};

function isAddress(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, search } = new URL(value);
  return /^https?:$/.test(protocol) && search === "";
}
