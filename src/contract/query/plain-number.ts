const scientific = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/;

/** A number as decimal text without an exponent: `0.0000001`, not `1e-7`. */
export function plainNumber(value: number): string {
  const text = String(value);
  const found = scientific.exec(text);
  if (!found) return text;
  const [, sign = "", first = "", rest = "", exponent] = found;
  const digits = `${first}${rest}`;
  const point = 1 + Number(exponent);
  // A double has at most 17 digits, and an exponent stands only behind more than 21.
  return point > 0 ? `${sign}${digits.padEnd(point, "0")}` : `${sign}0.${"0".repeat(-point)}${digits}`;
}
