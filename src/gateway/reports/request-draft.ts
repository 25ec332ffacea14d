import type { CallReport } from "../../imm/transport.ts";
import type { ClientDisconnect } from "../http/client-disconnect.ts";
import type { OperationReport } from "./request-report.ts";

/** What is known of a request so far, for its report; plugins add to it. */
export interface RequestDraft {
  readonly startedAt: number;
  /** The same moment by a clock that is never set. */
  readonly began: number;
  readonly calls: CallReport[];
  readonly codes: Set<string>;
  readonly limits: Set<string>;
  /** Whether its answer has an error. */
  failed: boolean;
  /** Its client's disconnect; undefined if nothing ran. */
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
 * @throws Error if none was begun: nothing runs unreported.
 */
export function draftOf({ draft }: { readonly draft?: RequestDraft | undefined }): RequestDraft {
  if (!draft) throw new Error("A request came by that has no draft of its report.");
  return draft;
}
