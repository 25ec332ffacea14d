/** Where the gateway tells what failed. */
export type Logger = Readonly<Record<"debug" | "error" | "info" | "warn", (...parts: unknown[]) => void>>;
