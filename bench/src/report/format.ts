/** Bytes as megabytes. */
export const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);

/** A number with as many digits as say something: three, and all of those before the point. */
export function formatNumber(value: number): string {
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.max(Math.abs(value), 0.01))));
  return value.toLocaleString("en", { maximumFractionDigits: digits });
}

/** How many times as much. */
export const times = (value: number) => `${value.toFixed(2)} ×`;
