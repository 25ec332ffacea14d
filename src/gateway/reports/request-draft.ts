import type { CallReport } from "../../imm/transport.ts";
import type { ClientDisconnect } from "../http/client-disconnect.ts";
import type { OperationReport } from "./request-report.ts";

/** What is known of a request so far. Whoever learns more of it writes it here, for its report. */
export interface RequestDraft {
  readonly startedAt: number;
  /** The same moment by a clock that is never set. */
  readonly began: number;
  readonly calls: CallReport[];
  readonly codes: Set<string>;
  readonly limits: Set<string>;
  /** Whether its answer has an error. */
  failed: boolean;
  /** Tells when its client left; undefined where nothing ran. */
  disconnect?: ClientDisconnect;
  operation?: Omit<OperationReport, "ms"> & { readonly began: number; ms?: number };
  cost?: number;
}

/** Begins a request's draft. */
export function createDraft(): RequestDraft {
  return {
    startedAt: Date.now(),
    began: performance.now(),
    calls: [],
    codes: new Set(),
    limits: new Set(),
    failed: false,
  };
}

/**
 * A request's draft.
 *
 * @throws Error where none was begun: nothing runs that isn't told of.
 */
export function draftOf({ draft }: { readonly draft?: RequestDraft | undefined }): RequestDraft {
  if (!draft) throw new Error("A request came by that has no draft of its report.");
  return draft;
}
