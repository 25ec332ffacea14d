/** A number as people read it. A `Long` comes as text, since a JSON number would lose digits; a bigint keeps them all. */
export function grouped(value: number | string | null | undefined): string {
  return value === null || value === undefined ? "–" : BigInt(value).toLocaleString("en");
}
