/** The side of the square of greys that a hash is made of. */
export const side = 32;

// Frequencies in each direction; their product is the number of bits.
const frequencies = 8;

// Of a picture of one grey only noise is left, which would be alike with no copy of it.
const leastContrast = 4;

// What compression adds to an amount, or takes from it: of a plain drawing most amounts are no more.
const noise = 32;

const cosines = Array.from({ length: frequencies }, (_, frequency) =>
  Array.from({ length: side }, (_cell, at) => Math.cos((Math.PI * frequency * (2 * at + 1)) / (2 * side))),
);

/**
 * What a square of greys, row by row, looks like: 64 bits as hex digits, each of which says whether the picture has clearly
 * more of a low frequency than of half of the others. Undefined if nothing is to be seen on it.
 */
export function hashGreys(greys: Uint8Array): string | undefined {
  if (Math.max(...greys) - Math.min(...greys) < leastContrast) return undefined;
  // The cosine transform, of the rows and then of the columns of those.
  const rows = Array.from({ length: side }, (_, y) =>
    cosines.map((wave) => weigh(wave, (x) => greys[y * side + x]!)),
  );
  const amounts = cosines.flatMap((wave) =>
    Array.from({ length: frequencies }, (_, column) => weigh(wave, (y) => rows[y]![column]!)),
  );
  const median = amounts.toSorted((one, other) => one - other)[amounts.length / 2]!;
  const bits = amounts.map((amount) => (amount >= median + noise ? "1" : "0")).join("");
  return BigInt(`0b${bits}`).toString(16).padStart(16, "0");
}

function weigh(wave: readonly number[], valueAt: (index: number) => number): number {
  return wave.reduce((sum, factor, index) => sum + factor * valueAt(index), 0);
}
