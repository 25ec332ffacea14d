import { diag, DiagLogLevel } from "@opentelemetry/api";
import type { Logger } from "../gateway/logger.ts";

/** Tells what goes wrong with traces. */
export interface Diagnostics {
  /** Tells of one thing that went wrong. */
  readonly report: (message: string) => void;
  /** Hears nothing more of OpenTelemetry. */
  end(): void;
}

// A collector that is gone fails every few seconds.
const quietMs = 60_000;
const maxKept = 100;

/**
 * Warns of what goes wrong with traces, OpenTelemetry's own warnings among it: of the same thing once a minute at most,
 * and of no secret.
 */
export function createDiagnostics(logger: Logger, now: () => number = Date.now): Diagnostics {
  const quietUntil = new Map<string, number>();
  // What is beside a message may hold what was sent, or what a collector answered.
  const report = (message: string) => {
    const safeMessage = withoutPasswords(message);
    if (now() < (quietUntil.get(safeMessage) ?? 0)) return;
    // Messages that are never the same, such as with a count in them, shall not be kept.
    if (quietUntil.size >= maxKept) quietUntil.clear();
    quietUntil.set(safeMessage, now() + quietMs);
    logger.warn(`traces: ${safeMessage}`);
  };
  const silence = () => {};
  diag.setLogger(
    { error: report, warn: report, info: silence, debug: silence, verbose: silence },
    { logLevel: DiagLogLevel.WARN, suppressOverrideMessage: true },
  );
  return { report, end: () => diag.disable() };
}

function withoutPasswords(message: string): string {
  return message.replace(/\/\/\S*@/g, "//…@");
}
