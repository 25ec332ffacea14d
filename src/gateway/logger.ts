import { createLogger } from "graphql-yoga";
import { swallowErrors } from "../imm/swallow-errors.ts";

/** Where the gateway logs. */
export type Logger = Readonly<Record<"debug" | "error" | "info" | "warn", (...parts: unknown[]) => void>>;

/**
 * Wraps a logger so that a line that it can't write is lost, and nothing fails with it. Default: the console, warnings
 * and errors.
 */
export function nonThrowingLogger(logger: Logger = createLogger("warn")): Logger {
  const write = (level: keyof Logger) => swallowErrors((...parts: unknown[]) => logger[level](...parts));
  return { debug: write("debug"), error: write("error"), info: write("info"), warn: write("warn") };
}
