/**
 * A square of pixels as it is looked at, by its EXIF orientation of 1 to 8. Turned here and not by sharp, which would hold
 * the whole picture for it.
 */
export function upright(pixels: Uint8Array, side: number, orientation: number): Uint8Array {
  const last = side - 1;
  const from = sources[orientation] ?? sources[1]!;
  return pixels.map((_, index) => {
    const [x, y] = from(index % side, Math.floor(index / side), last);
    return pixels[y * side + x]!;
  });
}

/** Where a pixel of the upright picture stands in the stored one. */
const sources: Readonly<Record<number, (x: number, y: number, last: number) => readonly [number, number]>> = {
  1: (x, y) => [x, y],
  2: (x, y, last) => [last - x, y],
  3: (x, y, last) => [last - x, last - y],
  4: (x, y, last) => [x, last - y],
  5: (x, y) => [y, x],
  6: (x, y, last) => [y, last - x],
  7: (x, y, last) => [last - y, last - x],
  8: (x, y, last) => [last - y, x],
};
