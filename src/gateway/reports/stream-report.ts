import type { CallReport } from "../../imm/transport.ts";

/**
 * How a stream ended: after its last event (`completed`), by its client (`left`), by an error that is its last event
 * (`failed`), with its caller's token (`expired`), when it was open as long as one may be (`timeout`), or by a stop.
 */
export type StreamEnd = "completed" | "expired" | "failed" | "left" | "stopped" | "timeout";

/** What is told of a stream that has ended. Secrets may be in what its client wrote into its names alone. */
export interface StreamReport {
  /** When it began, in milliseconds since the epoch. */
  readonly startedAt: number;
  /** How long it was open, in milliseconds. */
  readonly ms: number;
  readonly end: StreamEnd;
  readonly caller: string;
  /** The name of its operation; undefined if it has none. */
  readonly operation: string | undefined;
  /** How many events it had; an error that ended it isn't one. */
  readonly events: number;
  /** How often IMM was asked for it. */
  readonly polls: number;
  /** The `extensions.code` of its errors, each once. */
  readonly codes: readonly string[];
}

/** What happens to streams: one begins, a call to IMM is made for one or several, one has ended. */
export type StreamHappening =
  | { readonly kind: "begin" }
  | { readonly kind: "call"; readonly call: CallReport }
  | { readonly kind: "end"; readonly report: StreamReport };

/** Is told of what happens to streams. */
export type OnStream = (happening: StreamHappening) => void;
