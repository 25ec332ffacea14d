import { useGraphiQL } from "@graphiql/react";
import type { OpenTab } from "../editor/open-tab.ts";

/** A call to IMM, as the gateway reports it. */
export interface Call {
  readonly action: string;
  /** By wire name. */
  readonly params: Readonly<Record<string, unknown>>;
  /** Null where no answer came. */
  readonly status: number | null;
  readonly ms: number;
  readonly attempts: number;
  /** Set if the call was coalesced with an identical one in flight. */
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

/** The result of running an operation. */
export interface Run {
  /** The operation's name; undefined where it has none. */
  readonly name: string | undefined;
  /** Undefined if the gateway doesn't report its calls. */
  readonly calls: readonly Call[] | undefined;
  readonly errors: readonly RunError[];
}

const runs = new Map<string, { response: string; run: Run }>();

/** Keeps a tab's run for the panels, with the response as GraphiQL shows it. */
export function keepRun({ id }: OpenTab, response: string, run: Run): void {
  runs.set(id, { response, run });
}

/** The run whose response the open tab shows, if it shows one. */
export function useRun(): Run | undefined {
  return useGraphiQL(({ tabs, activeTabIndex }) => {
    const { id = "", response = null } = tabs[activeTabIndex] ?? {};
    const last = runs.get(id);
    return last?.response === response ? last?.run : undefined;
  });
}
