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

/** Warns of what goes wrong with traces, OpenTelemetry's own warnings among it: once a minute at most, and no secret. */
export function diagnoseTo(logger: Logger, now: () => number = Date.now): Diagnostics {
  let quietUntil = 0;
  let untold = 0;
  // What is beside a message may hold what was sent, or what a collector answered.
  const report = (message: string) => {
    if (now() < quietUntil) {
      untold += 1;
      return;
    }
    const before = untold > 0 ? ` (${untold} more before it)` : "";
    logger.warn(`traces: ${withoutPasswords(message)}${before}`);
    quietUntil = now() + quietMs;
    untold = 0;
  };
  const silence = () => {};
  diag.setLogger(
    { error: report, warn: report, info: silence, debug: silence, verbose: silence },
    { logLevel: DiagLogLevel.WARN, suppressOverrideMessage: true },
  );
  return { report, end: () => diag.disable() };
}

function withoutPasswords(message: string): string {
  return message.replace(/\/\/[^/\s]*@/g, "//…@");
}
