const beijing = 8n * 3_600n * 1_000_000_000n;

/** The system clock in nanoseconds since the epoch. */
export function systemTime(): bigint {
  // The clock tells milliseconds only; the timer's digits tell two calls of one millisecond apart.
  return BigInt(Date.now()) * 1_000_000n + (process.hrtime.bigint() % 1_000_000n);
}

/** A time as IMM writes it: RFC 3339 with up to nine fraction digits, at +08:00. */
export function formatTime(nanoseconds: bigint): string {
  const seconds = new Date(Number((nanoseconds + beijing) / 1_000_000n)).toISOString().slice(0, 19);
  const fraction = (nanoseconds % 1_000_000_000n).toString().padStart(9, "0").replace(/0+$/, "");
  return `${seconds}${fraction && `.${fraction}`}+08:00`;
}

/** The time of an update: always later than the one before, even where the clock was set back. */
export function later(now: bigint, before: bigint): bigint {
  return now > before ? now : before + 1n;
}
