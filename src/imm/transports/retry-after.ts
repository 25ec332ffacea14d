import { readDate, type ReplyHeaders } from "./reply.ts";

// The longest wait that is honoured or passed on.
const maxMs = 3_600_000;

/**
 * How long a response asks to wait, in milliseconds: IMM's own `x-acs-retry-after`, else `Retry-After` in seconds or as
 * a date, which is counted from the response's own `Date` if it has one. At most an hour; undefined if it asks for no
 * wait, or for a time before now.
 */
export function readRetryAfter(headers: ReplyHeaders, now: () => number): number | undefined {
  const ms = numberOf(headers["x-acs-retry-after"]) ?? retryAfter(headers, now);
  return ms !== undefined && ms >= 0 ? Math.min(Math.ceil(ms), maxMs) : undefined;
}

function retryAfter(headers: ReplyHeaders, now: () => number): number | undefined {
  const header = headers["retry-after"];
  const seconds = numberOf(header);
  if (seconds !== undefined) return seconds * 1000;
  const date = readDate(header);
  return date === undefined ? undefined : date - (readDate(headers["date"]) ?? now());
}

function numberOf(header: string | string[] | undefined): number | undefined {
  return typeof header === "string" && /^\d+(\.\d+)?$/.test(header) ? Number(header) : undefined;
}
