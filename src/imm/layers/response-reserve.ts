/**
 * The milliseconds of a call's remaining time that are reserved for IMM's response: a call isn't sent later than that,
 * since the outcome of a write that times out is unknown.
 */
export function responseReserveMs(left: number): number {
  return Math.min(1_000, left / 4);
}
