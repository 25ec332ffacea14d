const second = 1_000_000_000n;
const beijing = 8n * 3_600n * second;

/** The system clock in nanoseconds since the epoch. */
export function systemTime(): bigint {
  // The clock tells milliseconds only; the timer's digits tell two calls of one millisecond apart.
  return BigInt(Date.now()) * 1_000_000n + (process.hrtime.bigint() % 1_000_000n);
}

/** A time as IMM writes it of resources: RFC 3339 with up to nine fraction digits, at +08:00. */
export function formatTime(nanoseconds: bigint): string {
  return `${format(nanoseconds + beijing)}+08:00`;
}

const firstWritten = BigInt(Date.parse("0000-01-02T00:00:00Z")) * 1_000_000n;
const lastWritten = BigInt(Date.parse("9999-12-31T00:00:00Z")) * 1_000_000n;

/** Whether RFC 3339 has a form for a time, in any zone: years have four digits. */
export function canBeWritten(nanoseconds: bigint): boolean {
  return nanoseconds >= firstWritten && nanoseconds < lastWritten;
}

/** A time as IMM writes it of tasks: the same in UTC. */
export function formatUtcTime(nanoseconds: bigint): string {
  return `${format(nanoseconds)}Z`;
}

function format(nanoseconds: bigint): string {
  const fraction = fractionOf(nanoseconds);
  const whole = formatSecond(nanoseconds - fraction);
  return fraction === 0n ? whole : `${whole}.${fraction.toString().padStart(9, "0").replace(/0+$/, "")}`;
}

// Neighbours in a list often have the same one.
let last = { nanoseconds: 0n, text: "1970-01-01T00:00:00" };

function formatSecond(nanoseconds: bigint): string {
  if (nanoseconds !== last.nanoseconds) {
    last = { nanoseconds, text: new Date(Number(nanoseconds / 1_000_000n)).toISOString().slice(0, 19) };
  }
  return last.text;
}

/** The nanoseconds behind the second, also before 1970. */
function fractionOf(nanoseconds: bigint): bigint {
  return ((nanoseconds % second) + second) % second;
}

const rfc3339 = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?(Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

/**
 * Reads a time of RFC 3339 with up to nine fraction digits, in nanoseconds since the epoch; undefined if it isn't one.
 * Before 1677 and after 2262 it is the first or last time that 64 bits hold.
 */
export function parseTime(text: string): bigint | undefined {
  const [, local, fraction = "", zone] = rfc3339.exec(text.toUpperCase()) ?? [];
  if (local === undefined || !isReal(local)) return undefined;
  const nanoseconds = BigInt(Date.parse(`${local}${zone}`)) * 1_000_000n + BigInt(fraction.padEnd(9, "0"));
  if (nanoseconds < firstTime) return firstTime;
  return nanoseconds > lastTime ? lastTime : nanoseconds;
}

// `Date` takes 30 February for 2 March, and 24:00 for 0:00 of the next day.
function isReal(local: string): boolean {
  const milliseconds = Date.parse(`${local}Z`);
  return !Number.isNaN(milliseconds) && new Date(milliseconds).toISOString().startsWith(local);
}

/** The first time that 64 bits hold. */
export const firstTime = -(2n ** 63n);

/** The last time that 64 bits hold. */
export const lastTime = 2n ** 63n - 1n;

/** A span of time, both ends included; an end that is undefined is open. */
export interface TimeRange {
  readonly Start: bigint | undefined;
  readonly End: bigint | undefined;
}

/** The time of an update: always later than the one before, even where the clock was set back. */
export function later(now: bigint, before: bigint): bigint {
  return now > before ? now : before + 1n;
}
