import type { Action } from "../contract/wire.ts";

/**
 * What kind of failure a call met:
 * - `denied`: the caller's own policies don't allow it, and nothing was sent;
 * - `paced`: throttled by the gateway: its project had no permit left before the deadline, and nothing was sent;
 * - `open`: the circuit breaker is open, and nothing was sent;
 * - `refused`: IMM answered with a code of its own;
 * - `unreachable`: no connection, or one that was cut before the reply was whole;
 * - `timeout`: connecting, the headers, the body or the request's deadline took too long;
 * - `conflicting`: a write whose answer was lost found something else in its place;
 * - `malformed`: an answer that isn't one of IMM's, or the call could not be made at all.
 */
export type Failure =
  | "conflicting"
  | "denied"
  | "malformed"
  | "open"
  | "paced"
  | "refused"
  | "timeout"
  | "unreachable";

/** The part of IMM's `AccessDeniedDetail` that names no account. */
export interface Denial {
  readonly AuthAction?: string;
  readonly NoPermissionType?: string;
  readonly PolicyType?: string;
}

/** What a caller's policies didn't allow, in RAM's words. */
export interface MissingPermission {
  readonly action: string;
  readonly resource: string;
  /** `ExplicitDeny` or `ImplicitDeny`. */
  readonly reason: string;
}

/** What is known of a failed call, beside its action and kind. */
export interface ImmErrorDetails {
  readonly message: string;
  readonly code?: string | undefined;
  readonly httpStatus?: number | undefined;
  readonly requestId?: string | undefined;
  readonly recommend?: string | undefined;
  readonly retryAfterMs?: number | undefined;
  readonly denial?: Denial | undefined;
  readonly permission?: MissingPermission | undefined;
  /** Whether IMM can't have seen the call. */
  readonly unsent?: true | undefined;
  /** What of the gateway's own ended the call. */
  readonly endedBy?: "deadline" | "stop" | undefined;
  /** What a look-up found of a write whose answer was lost. */
  readonly lost?: "absent" | "unknown" | undefined;
  /** Why, for the log: no secret is in it. */
  readonly reason?: string | undefined;
  /** What IMM refused, as whoever asked named it; undefined if only IMM's own name for it is known. */
  readonly place?: string | undefined;
  readonly cause?: unknown;
}

/** A call to IMM that did not succeed. What is thrown in `imm/` is this, or a bug. */
export class ImmError extends Error {
  override readonly name = "ImmError";
  readonly action: Action;
  readonly failure: Failure;
  /** IMM's own code, such as `ResourceNotFound`; undefined where IMM said none. */
  readonly code: string | undefined;
  readonly httpStatus: number | undefined;
  readonly requestId: string | undefined;
  /** IMM's troubleshooting link. */
  readonly recommend: string | undefined;
  /** How long to wait before another try, in milliseconds, as IMM asks or the gateway knows. */
  readonly retryAfterMs: number | undefined;
  readonly denial: Denial | undefined;
  /** Of a call that was denied here: what its caller lacks. */
  readonly permission: MissingPermission | undefined;
  /** Whether IMM can't have seen the call: it was not sent, or no connection was made. */
  readonly unsent: boolean;
  /** What of the gateway's own ended the call; undefined where it was IMM or the wire. */
  readonly endedBy: "deadline" | "stop" | undefined;
  /** Of a write whose answer was lost: what a look-up found, `unknown` where it could not look. */
  readonly lost: "absent" | "unknown" | undefined;
  /** Why, for the log; undefined if the cause's code says it. */
  readonly reason: string | undefined;
  /** What IMM refused, as whoever asked named it: `where.size.gte`; undefined if only IMM's name for it is known. */
  readonly place: string | undefined;

  constructor(action: Action, failure: Failure, details: ImmErrorDetails) {
    super(details.message, { cause: details.cause });
    this.action = action;
    this.failure = failure;
    this.code = details.code;
    this.httpStatus = details.httpStatus;
    this.requestId = details.requestId;
    this.recommend = details.recommend;
    this.retryAfterMs = details.retryAfterMs;
    this.denial = details.denial;
    this.permission = details.permission;
    this.unsent = details.unsent ?? false;
    this.endedBy = details.endedBy;
    this.lost = details.lost;
    this.reason = details.reason;
    this.place = details.place;
  }
}

/** The same failure, of a call that was not sent. */
export function asUnsent(error: ImmError): ImmError {
  return withDetails(error, { unsent: true });
}

/** The same failure, with what IMM refused as whoever asked named it. Others may have been answered with this one. */
export function withPlace(error: ImmError, place: string): ImmError {
  return withDetails(error, { place });
}

function withDetails(error: ImmError, more: Partial<ImmErrorDetails>): ImmError {
  const { action, failure, unsent, ...details } = error;
  return new ImmError(action, failure, {
    ...details,
    ...(unsent && { unsent }),
    message: error.message,
    cause: error.cause,
    ...more,
  });
}

/** Whether IMM refused a call because there were too many. */
export function isThrottling({ code, httpStatus }: ImmError): boolean {
  return httpStatus === 429 || (code?.startsWith("Throttling") ?? false);
}

/** Whether IMM, or the way to it, failed: the same call may succeed later. A refusal is an answer. */
export function isOutage(error: ImmError): boolean {
  const { failure, code, httpStatus = 0 } = error;
  if (failure === "unreachable" || failure === "timeout") return true;
  return (httpStatus >= 500 || code === "ServiceUnavailable") && !isThrottling(error);
}

/** Whether a call's answer was lost: IMM may have done it. A 502 without IMM's body is a proxy's that lost the answer. */
export function isLost({ failure, httpStatus, unsent }: ImmError): boolean {
  const isByProxy = httpStatus === 504 || (httpStatus === 502 && failure === "malformed");
  return !unsent && (failure === "unreachable" || failure === "timeout" || isByProxy);
}

/** Whether a code is about the key, token, time or signature that the gateway itself signed with. */
export function isCredentialCode(code = ""): boolean {
  return /AccessKey|SecurityToken|Signature|TimeStamp|Nonce/i.test(code);
}
