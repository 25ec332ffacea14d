export const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

/** The middle of some numbers; of an even count, between the two. */
export function median(numbers: readonly number[]): number {
  if (numbers.length === 0) throw new Error("There is no median of nothing.");
  const sorted = numbers.toSorted((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

/** How much more y there is for one more x, by least squares. */
export function slope(points: readonly (readonly [x: number, y: number])[]): number {
  const meanX = sum(points.map(([x]) => x)) / points.length;
  const meanY = sum(points.map(([, y]) => y)) / points.length;
  const covariance = sum(points.map(([x, y]) => (x - meanX) * (y - meanY)));
  const variance = sum(points.map(([x]) => (x - meanX) ** 2));
  if (variance === 0) throw new Error("There is no slope without two different x.");
  return covariance / variance;
}
