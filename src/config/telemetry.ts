import { anything, portRule, redacted, type Reader, type Rule } from "./reader.ts";

const logLevels = ["debug", "info", "warn", "error", "off"] as const;

/** How severe a line of the log is; `off` is above them all. */
export type LogLevel = (typeof logLevels)[number];

/** How the gateway can be watched. */
export interface TelemetryConfig {
  /** The least severe lines that are logged. */
  readonly logLevel: LogLevel;
  /** The port of the metrics; undefined where nobody reads them. */
  readonly metricsPort: number | undefined;
  /** Whether each request is sent to a collector of traces, whose address OpenTelemetry itself reads. */
  readonly traces: boolean;
}

/** Reads how the gateway can be watched. */
export function readTelemetry(reader: Reader, { port }: { port: number }): TelemetryConfig {
  const value = reader.text("IMM_METRICS_PORT", "off", portOrOffRule);
  const metricsPort = value === "off" ? undefined : Number(value);
  if (metricsPort === port && port !== 0) {
    reader.addProblem("IMM_METRICS_PORT", `${port} is the gateway's own PORT: metrics need another.`);
  }
  const logLevel = reader.choice("IMM_LOG_LEVEL", "info", logLevels);
  return { logLevel, metricsPort, traces: readTraces(reader) };
}

/**
 * OpenTelemetry's own names, which its packages read too; those that they don't heed are heeded here. Other programs
 * share them, so only what is used can stop the start, and what the gateway lacks is left out with a warning.
 */
function readTraces(reader: Reader): boolean {
  const isExporting = readExporters(reader);
  const endpoint = readEither(reader, "ENDPOINT");
  const protocol = readEither(reader, "PROTOCOL");
  if (!isExporting || endpoint.value === "") return false;
  reader.text(endpoint.name, "", addressRule);
  if (!["", "http/protobuf"].includes(protocol.value.trim().toLowerCase())) {
    reader.addProblem(
      protocol.name,
      `${redacted(protocol.value)} is not http/protobuf, the only protocol that the gateway has; collectors take it at another port than gRPC, usually 4318.`,
    );
  }
  return true;
}

/** The setting for traces, which goes before that for all that OpenTelemetry sends. */
function readEither(reader: Reader, what: string): { readonly name: string; readonly value: string } {
  const [traces, all] = [`OTEL_EXPORTER_OTLP_TRACES_${what}`, `OTEL_EXPORTER_OTLP_${what}`].map((name) => ({
    name,
    value: reader.text(name, ""),
  }));
  return traces!.value === "" ? all! : traces!;
}

/** Whether what is exported is exported by OTLP, the only way that the gateway has. */
function readExporters(reader: Reader): boolean {
  const disabled = reader.text("OTEL_SDK_DISABLED", "false").trim().toLowerCase();
  const names = reader.list("OTEL_TRACES_EXPORTER", anything).map((name) => name.toLowerCase());
  if (disabled === "true") return false;
  if (disabled !== "false") {
    reader.warn("OTEL_SDK_DISABLED", `${redacted(disabled)} is not true or false, and counts as false.`);
  }
  const lacking = names.filter((name) => !["otlp", "none"].includes(name));
  if (lacking.length > 0) {
    const list = lacking.map(redacted).join(", ");
    const are = lacking.length > 1 ? "are" : "is";
    reader.warn("OTEL_TRACES_EXPORTER", `${list} ${are} left out: the gateway exports traces by otlp alone.`);
  }
  return names.length === 0 || (names.includes("otlp") && !names.includes("none"));
}

const portOrOffRule: Rule = {
  allowed: `off, or ${portRule.allowed}`,
  isValid: (value) => value === "off" || portRule.isValid(value),
};

const addressRule: Rule = {
  allowed: "an address such as http://127.0.0.1:4318",
  isValid: isAddress,
};

function isAddress(value: string): boolean {
  // OpenTelemetry would send to its default address, since it puts a path behind the white space.
  if (value !== value.trim() || !URL.canParse(value)) return false;
  const { protocol, search } = new URL(value);
  return /^https?:$/.test(protocol) && search === "";
}
