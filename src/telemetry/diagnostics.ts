import { diag, DiagLogLevel } from "@opentelemetry/api";
import type { Logger } from "../gateway/logger.ts";

/** Reports what goes wrong with traces. */
export interface Diagnostics {
  /** Reports one problem. */
  readonly report: (message: string) => void;
  /** Stops listening to OpenTelemetry's diagnostics. */
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
  // The message alone: its arguments may hold what was sent, or what the collector answered.
  const report = (message: string) => {
    const safeMessage = withoutPasswords(message);
    if (now() < (quietUntil.get(safeMessage) ?? 0)) return;
    // Messages that differ each time, as by a count, must not pile up.
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
