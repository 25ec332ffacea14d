/** Two pictures look alike if at most so many of the 64 bits of their hashes differ. */
export const alikeDistance = 10;

/** In how many bits two hashes of 16 hex digits differ: 0 to 64. */
export function hammingDistance(one: string, other: string): number {
  return differing(one.slice(0, 8), other.slice(0, 8)) + differing(one.slice(8), other.slice(8));
}

function differing(one: string, other: string): number {
  return ones(Number.parseInt(one, 16) ^ Number.parseInt(other, 16));
}

/** How many of 32 bits are set, counted in pairs, in fours, in bytes, and all together. */
function ones(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55_55_55_55);
  const fours = (pairs & 0x33_33_33_33) + ((pairs >>> 2) & 0x33_33_33_33);
  return Math.imul((fours + (fours >>> 4)) & 0x0f_0f_0f_0f, 0x01_01_01_01) >>> 24;
}
