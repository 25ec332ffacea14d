import type { CallReport } from "../../imm/transport.ts";

/**
 * What is told of a finished request. Secrets may be in the parameters of its calls alone, and in what its client wrote
 * into its names and its trace's headers.
 */
export interface RequestReport {
  /** When it came, in milliseconds since the epoch. */
  readonly startedAt: number;
  /** How long it took until its answer was ready, in milliseconds. */
  readonly ms: number;
  /** The HTTP status of its answer. */
  readonly status: number;
  /** Whether its client left before. */
  readonly left: boolean;
  /** Whether its answer has an error; one need not have a code. */
  readonly failed: boolean;
  /** Who sent it; undefined where it was turned away before that was known. */
  readonly caller: string | undefined;
  /** What it ran; undefined where nothing ran. */
  readonly operation: OperationReport | undefined;
  /** What its operation was priced at; undefined where it had no price. */
  readonly cost: number | undefined;
  /** The calls to IMM that it caused and that are finished, in the order in which they were made. */
  readonly calls: readonly CallReport[];
  /** The `extensions.code` of its errors, each once. */
  readonly codes: readonly string[];
  /** The limits that turned it away: the names of `Limits`, or `rate`. */
  readonly limits: readonly string[];
  /** The trace that it is a part of, as W3C's headers say it. */
  readonly traceparent: string | undefined;
  readonly tracestate: string | undefined;
}

/** What a request ran. */
export interface OperationReport {
  readonly name: string | undefined;
  readonly type: "mutation" | "query" | "subscription";
  /** When its execution began, in milliseconds since the epoch. */
  readonly startedAt: number;
  /** How long its execution took, in milliseconds. */
  readonly ms: number;
}

/** Is told of each finished request. */
export type OnRequest = (report: RequestReport) => void;
