import type { Action } from "../contract/wire.ts";
import type { Caller } from "./caller.ts";

/** One call on its way to IMM, with what its request asks of every call. */
export interface ImmCall {
  readonly action: Action;
  /** Parameters by wire name. */
  readonly params: Readonly<Record<string, unknown>>;
  /** For whom it is made. */
  readonly caller?: Caller | undefined;
  /** Aborts the call. */
  readonly signal?: AbortSignal | undefined;
  /** When the whole request must be done, in milliseconds since the epoch. */
  readonly deadline?: number | undefined;
  readonly onCall?: ((report: CallReport) => void) | undefined;
  /** How many times the call has been handed to the transport. */
  attempts: number;
}

/** A reply that IMM gave with success. */
export interface ImmReply {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** What is told of a finished call. */
export interface CallReport {
  readonly action: Action;
  readonly params: Readonly<Record<string, unknown>>;
  /** The HTTP status; undefined where no answer came. */
  readonly status: number | undefined;
  /** Grows from call to call: which of two was made first. */
  readonly number: number;
  /** How long it took, all its attempts and waits together. */
  readonly ms: number;
  readonly attempts: number;
  readonly requestId: string | undefined;
}

/** Hands a call on, and answers with its reply or an ImmError. */
export type Send = (call: ImmCall) => Promise<ImmReply>;

/** Something that is done around a call. */
export type Layer = (next: Send) => Send;

/** The innermost part of the client: what puts a call on the wire. */
export interface Transport extends AsyncDisposable {
  readonly send: Send;
}
