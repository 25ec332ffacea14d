import { useGraphiQL } from "@graphiql/react";
import type { OpenTab } from "../editor/open-tab.ts";

/** A call to IMM, as the gateway tells it. */
export interface Call {
  readonly action: string;
  /** By wire name. */
  readonly params: Readonly<Record<string, unknown>>;
  /** Null where no answer came. */
  readonly status: number | null;
  readonly ms: number;
  readonly attempts: number;
  /** There where another call, the same, was on its way already and its answer served for both. */
  readonly shared?: true;
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

const runs = new Map<string, { response: string; run: Run }>();

/** Keeps a tab's run for the panels that show it, with its answer as GraphiQL shows it. */
export function keepRun({ id }: OpenTab, response: string, run: Run): void {
  runs.set(id, { response, run });
}

/** The run whose answer the open tab shows; undefined where it shows none, or what wasn't answered. */
export function useRun(): Run | undefined {
  return useGraphiQL(({ tabs, activeTabIndex }) => {
    const { id = "", response = null } = tabs[activeTabIndex] ?? {};
    const last = runs.get(id);
    return last?.response === response ? last?.run : undefined;
  });
}
