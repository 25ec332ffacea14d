import { useGraphiQL } from "@graphiql/react";

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

// By the answer that is shown, so that a tab shows the calls of its own; a few are enough.
const runs = new Map<string, Run>();
const maxRuns = 50;

/** Keeps a run for the panels that show it, by its answer as GraphiQL shows it. */
export function keepRun(answer: string, run: Run): void {
  runs.delete(answer);
  runs.set(answer, run);
  const [oldest] = runs.keys();
  if (runs.size > maxRuns && oldest !== undefined) runs.delete(oldest);
}

/** The run whose answer the open tab shows; undefined before the first. */
export function useRun(): Run | undefined {
  return useGraphiQL(({ tabs, activeTabIndex }) => runs.get(tabs[activeTabIndex]?.response ?? ""));
}
