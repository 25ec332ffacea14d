/** A place as IMM writes it; undefined if it isn't one. */
export function printLatLong(latitude: number, longitude: number): string | undefined {
  const isPlace = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  // Cameras without a fix write 0, 0.
  if (!isPlace || (latitude === 0 && longitude === 0)) return undefined;
  return `${latitude.toFixed(6)},${longitude.toFixed(6)}`;
}
