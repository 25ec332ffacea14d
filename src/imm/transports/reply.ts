import { replyOf } from "../../contract/contract.ts";
import type { Action } from "../../contract/wire.ts";
import { ImmError, type Denial } from "../error.ts";
import type { ImmReply } from "../transport.ts";
import { parseJson } from "./parse-json.ts";
import { parsePieces } from "./parse-pieces.ts";

/** The headers of a response, their names in lower case. */
export type ReplyHeaders = Readonly<Record<string, string | string[] | undefined>>;

/** An HTTP response whose body hasn't been parsed. */
export interface RawReply {
  readonly status: number;
  readonly bytes: Buffer;
  readonly retryAfterMs?: number | undefined;
  /** What IMM's clock says, in milliseconds since the epoch. */
  readonly date?: number | undefined;
}

const utf8 = new TextDecoder();

/**
 * Reads IMM's reply.
 *
 * @throws ImmError: `refused` for an error body with a Code, `malformed` for what IMM never sends.
 */
export function readReply(action: Action, { status, bytes, retryAfterMs, date }: RawReply): ImmReply {
  const body = parseObject(action, bytes);
  if (body && status >= 200 && status < 300 && !isErrorBody(action, body)) {
    return { status, body, date };
  }
  if (body && status >= 400 && hasCode(body)) throw serviceError(action, { status, body, retryAfterMs });
  throw malformedReply(action, { status, body, retryAfterMs });
}

/** The parts of a response that an error is made of. */
interface FailedResponse {
  readonly status: number;
  readonly body?: Readonly<Record<string, unknown>> | undefined;
  readonly retryAfterMs?: number | undefined;
  readonly cause?: unknown;
}

/** The error for a response that IMM never sends. */
export function malformedReply(action: Action, { status, body, ...more }: FailedResponse): ImmError {
  return new ImmError(action, "malformed", {
    message: `The answer to ${action} is not one of IMM's (HTTP ${status}).`,
    httpStatus: status,
    requestId: textOf(body?.["RequestId"]),
    ...more,
  });
}

/** Whether a body says which error it is. */
export function hasCode(body: Readonly<Record<string, unknown>>): boolean {
  return typeof body["Code"] === "string" && body["Code"] !== "";
}

/** A header's HTTP date in milliseconds since the epoch. */
export function readDate(date: string | string[] | undefined): number | undefined {
  // The oldest of its three forms doesn't name its zone, and `Date.parse` finds a date in nearly any text.
  if (typeof date !== "string" || !/^[A-Z][a-z]{2}/.test(date)) return undefined;
  const time = Date.parse(date.endsWith(" GMT") ? date : `${date} GMT`);
  return Number.isNaN(time) ? undefined : time;
}

// A task's own reply has a Code too.
function isErrorBody(action: Action, body: Readonly<Record<string, unknown>>): boolean {
  return typeof body["Code"] === "string" && !("Code" in replyOf(action));
}

/** The error that an error body of IMM describes. */
export function serviceError(
  action: Action,
  response: { status: number; body: Readonly<Record<string, unknown>>; retryAfterMs?: number | undefined },
): ImmError {
  const { status, body, retryAfterMs } = response;
  const code = textOf(body["Code"]);
  return new ImmError(action, "refused", {
    message: textOf(body["Message"]) || `IMM refused ${action} with ${code}.`,
    code,
    httpStatus: status,
    requestId: textOf(body["RequestId"]),
    recommend: textOf(body["Recommend"]),
    retryAfterMs,
    denial: denialOf(body["AccessDeniedDetail"]),
  });
}

function denialOf(detail: unknown): Denial | undefined {
  if (typeof detail !== "object" || detail === null) return undefined;
  const members = ["AuthAction", "NoPermissionType", "PolicyType"]
    .map((name) => [name, textOf((detail as Record<string, unknown>)[name])])
    .filter(([, value]) => value !== undefined);
  return Object.fromEntries(members);
}

function parseObject(action: Action, bytes: Buffer): Record<string, unknown> | undefined {
  const value =
    unlessMalformed(() => parsePieces(bytes, replyOf(action))) ??
    unlessMalformed(() => parseJson(utf8.decode(bytes)));
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;
}

function unlessMalformed(parse: () => unknown): unknown {
  try {
    return parse();
  } catch {
    return undefined;
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
