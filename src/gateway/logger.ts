/** Where the gateway tells what failed. */
export type Logger = Readonly<Record<"debug" | "error" | "info" | "warn", (...parts: unknown[]) => void>>;

/** The same logger, but one whose failures fail nothing else: a line that it can't write is lost. */
export function failSafe(logger: Logger): Logger {
  const write =
    (level: keyof Logger) =>
    (...parts: unknown[]) => {
      try {
        const written: unknown = logger[level](...parts);
        if (written instanceof Promise) written.catch(() => {});
      } catch {
        // There is nowhere left to say so.
      }
    };
  return { debug: write("debug"), error: write("error"), info: write("info"), warn: write("warn") };
}
