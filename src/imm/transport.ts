import type { Action } from "../contract/wire.ts";
import type { Caller } from "./caller.ts";
import type { AbortSignalLike } from "./cancellation-token.ts";
import type { Failure } from "./error.ts";

/** One call on its way to IMM, with what its request asks of every call. */
export interface ImmCall {
  readonly action: Action;
  /** Parameters by wire name. */
  readonly params: Readonly<Record<string, unknown>>;
  /** For whom it is made. */
  readonly caller?: Caller | undefined;
  /**
   * Aborts the call. It is the call's own and ends with it: no listener need be taken back. What takes no other than
   * Node's, as `fetch`, gets one by `abortSignalOf`.
   */
  readonly signal?: AbortSignalLike | undefined;
  /** When the whole request must be done, by the clock's `elapsed`; Infinity where it may take any time. */
  readonly deadline: number;
  readonly onCall?: ((report: CallReport) => void) | undefined;
  /** Whether it settles a write whose answer was lost: an open circuit lets it pass. */
  readonly settles?: true;
  readonly stats: CallStats;
}

/** What has become of a call so far. A layer that hands on a copy of the call hands on the same stats. */
export interface CallStats {
  /** How many times it has been handed to the transport. */
  attempts: number;
  /** How many of those IMM refused by throttling. */
  throttled: number;
  /** Since when it waits for a permit of the throttle, by the clock's `elapsed`; undefined if it doesn't. */
  waitsSince: number | undefined;
  /** How long it has waited for the permits that it has had, in milliseconds. */
  waitedMs: number;
  /** Whether it waits for the answer to another's call, the same. */
  shared: boolean;
  /** When it was last handed to the transport, by the clock's `elapsed`; 0 where it wasn't. */
  sentAt: number;
}

/** The stats of a call that hasn't been made yet. */
export function createCallStats(): CallStats {
  return { attempts: 0, throttled: 0, waitsSince: undefined, waitedMs: 0, shared: false, sentAt: 0 };
}

/** A reply that IMM gave with success. */
export interface ImmReply {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
  /** What IMM's clock said when the reply was whole, in milliseconds since the epoch; undefined where it didn't say. */
  readonly date?: number | undefined;
  /** Whether its integers above 2^53 have lost digits: a double can't hold them. */
  readonly isRounded?: true;
  /** Whether the answer was lost, and this is what was looked up. */
  readonly reconciled?: true;
}

/** How a call ended: `cancelled` where nobody waited for it any more, `throttled` where IMM refused it so. */
export type Outcome = "cancelled" | "failed" | "ok" | "throttled" | Failure;

/** What is told of a finished call. */
export interface CallReport extends Readonly<Omit<CallStats, "sentAt" | "waitsSince">> {
  readonly action: Action;
  readonly params: Readonly<Record<string, unknown>>;
  readonly outcome: Outcome;
  /** IMM's own code; undefined where it said none. */
  readonly code: string | undefined;
  /** The HTTP status; undefined where no answer came. */
  readonly status: number | undefined;
  /** Grows from call to call: which of two was made first. */
  readonly number: number;
  /** When it was made, in milliseconds since the epoch. */
  readonly startedAt: number;
  /** How long it took, all its attempts and waits together, in milliseconds. */
  readonly ms: number;
  readonly requestId: string | undefined;
}

/** Hands a call on, and answers with its reply. It throws an ImmError, or its signal's reason, at once or later. */
export type Send = (call: ImmCall) => Promise<ImmReply>;

/** Something that is done around a call. */
export type Layer = (next: Send) => Send;

/** The innermost part of the client: what puts a call on the wire. */
export interface Transport extends AsyncDisposable {
  readonly send: Send;
}
