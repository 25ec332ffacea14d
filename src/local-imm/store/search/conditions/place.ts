import { join, plain, sql, type Sql } from "../sql.ts";
import type { Place } from "./condition.ts";

/** A rectangle in degrees, from west to east. */
export interface Box {
  readonly south: number;
  readonly north: number;
  readonly west: number;
  readonly east: number;
}

// The mean radius of the earth.
const radius = 6_371_008.8;
const degrees = 180 / Math.PI;

/** The rectangles that hold all places so near to one: two if the meridian of 180 degrees lies between. */
export function boxesAround({ latitude, longitude }: Place, metres: number): Box[] {
  // A little more, since what is computed is rounded.
  const angle = (metres / radius) * 1.000001 + 1e-9;
  const height = angle * degrees;
  const [south, north] = [Math.max(-90, latitude - height), Math.min(90, latitude + height)];
  // A circle around a pole, or one that touches it, has all longitudes.
  if (south <= -90 || north >= 90) return [{ south, north, west: -180, east: 180 }];
  const width = Math.asin(Math.min(1, Math.sin(angle) / Math.cos(latitude / degrees))) * degrees + 1e-7;
  return boxesBetween({ south, north, west: longitude - width, east: longitude + width });
}

/** The rectangles between two corners: two if the west lies behind the east. */
export function boxesOf(topLeft: Place, bottomRight: Place): Box[] {
  const { longitude: west } = topLeft;
  const { longitude: east } = bottomRight;
  const rows = { south: bottomRight.latitude, north: topLeft.latitude };
  return west <= east
    ? [{ ...rows, west, east }]
    : [
        { ...rows, west, east: 180 },
        { ...rows, west: -180, east },
      ];
}

/** The same for longitudes that may lie beyond 180 degrees. */
function boxesBetween({ south, north, west, east }: Box): Box[] {
  if (east - west >= 360) return [{ south, north, west: -180, east: 180 }];
  if (west < -180) {
    return [
      { south, north, west: west + 360, east: 180 },
      { south, north, west: -180, east },
    ];
  }
  if (east > 180) {
    return [
      { south, north, west, east: 180 },
      { south, north, west: -180, east: east - 360 },
    ];
  }
  return [{ south, north, west, east }];
}

/** Whether a place, of these columns, is in one of some rectangles. */
export function inBoxes(boxes: readonly Box[], latitude: Sql, longitude: Sql): Sql {
  const each = boxes.map(
    ({ south, north, west, east }) =>
      sql`${latitude} BETWEEN ${south} AND ${north} AND ${longitude} BETWEEN ${west} AND ${east}`,
  );
  return sql`(${join(each, " OR ")})`;
}

/** How far a place, of these columns, is from another, in metres, on a sphere. */
export function distanceTo(place: Place, latitude: Sql, longitude: Sql): Sql {
  const half = (one: Sql, other: number) => sql`sin(radians(${one} - ${other}) / 2)`;
  const [a, b] = [half(latitude, place.latitude), half(longitude, place.longitude)];
  const cosines = sql`cos(radians(${latitude})) * ${Math.cos(place.latitude / degrees)}`;
  return sql`${plain(String(2 * radius))} * asin(min(1, sqrt(${a} * ${a} + ${cosines} * ${b} * ${b})))`;
}

/** The rectangle around a polygon, whose longitudes may lie beyond 180 degrees. */
function boxAround(points: readonly Place[]): Box {
  const latitudes = points.map(({ latitude }) => latitude);
  const longitudes = points.map(({ longitude }) => longitude);
  return {
    south: Math.min(...latitudes),
    north: Math.max(...latitudes),
    west: Math.min(...longitudes),
    east: Math.max(...longitudes),
  };
}

/** The rectangles that hold a polygon. */
export function boxesAroundPolygon(points: readonly Place[]): Box[] {
  return boxesBetween(boxAround(unwrap(points)));
}

/** A polygon's points without a jump at the meridian of 180 degrees: each side goes the shorter way around the earth. */
export function unwrap(points: readonly Place[]): Place[] {
  const unwrapped: Place[] = [];
  for (const { latitude, longitude } of points) {
    const before = unwrapped.at(-1)?.longitude ?? longitude;
    const turns = Math.round((before - longitude) / 360);
    unwrapped.push({ latitude, longitude: longitude + 360 * turns });
  }
  return unwrapped;
}

/** Whether a place lies in a polygon whose points don't jump. Sides are straight in degrees, not on the sphere. */
export function isInside(points: readonly Place[], latitude: number, longitude: number): boolean {
  return (
    hasOddCrossings(points, latitude, longitude) ||
    hasOddCrossings(points, latitude, longitude - 360) ||
    hasOddCrossings(points, latitude, longitude + 360)
  );
}

/** Whether a line from a place to the east crosses an odd number of sides. */
function hasOddCrossings(points: readonly Place[], latitude: number, longitude: number): boolean {
  let isOdd = false;
  // Iterators would take ten times as long, for each place and each side.
  for (let index = 0, before = points.length - 1; index < points.length; before = index, index += 1) {
    const one = points[before]!;
    const other = points[index]!;
    if (one.latitude > latitude === other.latitude > latitude) continue;
    const share = (latitude - one.latitude) / (other.latitude - one.latitude);
    if (longitude < one.longitude + share * (other.longitude - one.longitude)) isOdd = !isOdd;
  }
  return isOdd;
}

const degreesText = String.raw`[+-]?\d{1,3}(?:\.\d*)?`;
const pair = new RegExp(String.raw`^\s*(${degreesText})\s*,\s*(${degreesText})\s*$`);

/** Reads a place as IMM writes it, `30.134390,120.074997`; undefined if there is none on earth. */
export function readPlace(text: string): Place | undefined {
  const [, latitude, longitude] = pair.exec(text) ?? [];
  const place = { latitude: Number(latitude), longitude: Number(longitude) };
  return Math.abs(place.latitude) <= 90 && Math.abs(place.longitude) <= 180 ? place : undefined;
}
