const max = 2n ** 63n - 1n;

/** What a double keeps of a 64-bit integer, to the digit and within 64 bits: a bigint where a number shows other digits. */
export function asDouble(integer: bigint | number | string): bigint | number {
  const double = Number(integer);
  if (!Number.isInteger(double)) return double;
  const exact = BigInt(double);
  if (exact > max) return max;
  if (exact < -max) return -max - 1n;
  return String(double) === String(exact) ? double : exact;
}
