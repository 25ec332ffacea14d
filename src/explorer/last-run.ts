import { useSyncExternalStore } from "react";

/** A call to IMM, as the gateway tells it. */
export interface Call {
  readonly action: string;
  /** By wire name. */
  readonly params: Readonly<Record<string, unknown>>;
  /** Null where no answer came. */
  readonly status: number | null;
  readonly ms: number;
  readonly attempts: number;
  readonly requestId: string | null;
}

/** An error of the answer. */
export interface RunError {
  readonly message: string;
  readonly extensions?: {
    readonly code?: string;
    /** What IMM said, where it was IMM that refused. */
    readonly imm?: {
      readonly action: string;
      readonly code?: string;
      readonly requestId?: string;
      readonly recommend?: string;
    };
  };
}

/** What running an operation came to. */
export interface Run {
  /** The operation's name; undefined where it has none. */
  readonly name: string | undefined;
  /** Undefined where the gateway doesn't tell its calls. */
  readonly calls: readonly Call[] | undefined;
  readonly errors: readonly RunError[];
}

let lastRun: Run | undefined;
const listeners = new Set<() => void>();

/** Keeps a run for the panels that show it. */
export function keepRun(run: Run): void {
  lastRun = run;
  for (const listener of listeners) listener();
}

/** The run that ended last; undefined before the first. */
export function useLastRun(): Run | undefined {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => lastRun,
  );
}
