/**
 * Of the time that a call has left, what is kept for its answer, in milliseconds: it isn't sent so late that only its
 * deadline could answer, which leaves a write's outcome unknown.
 */
export function responseReserveMs(left: number): number {
  return Math.min(1_000, left / 4);
}
