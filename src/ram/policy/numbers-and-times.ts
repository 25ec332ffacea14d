/**
 * Reads a decimal number of up to 30 digits and 15 more behind the point, exactly: 64-bit counts don't fit
 * a JavaScript number. The result is in units of the 15th place. Undefined where the text is none.
 */
export function readNumber(text: string): bigint | undefined {
  const [, whole, fraction = ""] = /^(-?\d{1,30})(?:\.(\d{1,15}))?$/.exec(text) ?? [];
  return whole === undefined ? undefined : BigInt(whole + fraction.padEnd(15, "0"));
}

/**
 * Reads an ISO 8601 time with an offset, in nanoseconds since the epoch, as finely as IMM tells its own.
 * Undefined where the text is none, or is no day of the calendar. A time without an offset is none: which
 * zone RAM would take it in is not documented.
 */
export function readTime(text: string): bigint | undefined {
  const found = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?(?:Z|([+-])(\d\d):(\d\d))$/.exec(text);
  if (!found) return undefined;
  const [, local = "", fraction = "", sign, hours = "0", minutes = "0"] = found;
  const milliseconds = Date.parse(`${local}Z`);
  // Date.parse takes the 30th of February for the 2nd of March.
  if (Number.isNaN(milliseconds) || !new Date(milliseconds).toISOString().startsWith(local)) return undefined;
  if (Number(hours) > 23 || Number(minutes) > 59) return undefined;

  const offset = (Number(hours) * 60 + Number(minutes)) * 60_000 * (sign === "-" ? -1 : 1);
  return BigInt(milliseconds - offset) * 1_000_000n + BigInt(fraction.padEnd(9, "0"));
}
