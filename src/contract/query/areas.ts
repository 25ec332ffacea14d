import { isGiven, memberOf, elementsOf, type Placed } from "./operands.ts";
import { plainNumber } from "./plain-number.ts";
import { QueryProblem } from "./query-problem.ts";

/** An area on earth: the operator and its operand. */
export interface Area {
  readonly operation: "geo-bounding-box" | "geo-distance" | "geo-polygon";
  readonly operand: string;
  readonly place: string;
}

/** A circle around a point: `48.85,2.29;5000`. */
export function circleOf(near: Placed): Area {
  const { value, place } = memberOf(near, "metres");
  const metres = plainNumber(value as number);
  if ((value as number) < 0) {
    throw new QueryProblem({ place, message: "A radius is not negative.", allowed: "0..", sent: metres });
  }
  return { operation: "geo-distance", operand: `${pointOf(near)};${metres}`, place: near.place };
}

/** What lies within a box, or a polygon. */
export function areasOf(within: Placed): Area[] {
  const [box, polygon] = [memberOf(within, "box"), memberOf(within, "polygon")];
  return [
    ...(isGiven(box.value) ? [boxOf(box)] : []),
    ...(isGiven(polygon.value) ? [polygonOf(polygon)] : []),
  ];
}

function boxOf(box: Placed): Area {
  const [northWest, southEast] = [memberOf(box, "northWest"), memberOf(box, "southEast")];
  const operand = `${pointOf(northWest)};${pointOf(southEast)}`;
  const latitudeOf = (corner: Placed) => memberOf(corner, "latitude").value as number;
  if (latitudeOf(northWest) < latitudeOf(southEast)) {
    throw new QueryProblem({ place: box.place, message: "Its `northWest` is south of its `southEast`." });
  }
  return { operation: "geo-bounding-box", operand, place: box.place };
}

const fewestCorners = 3;

function polygonOf(polygon: Placed): Area {
  const corners = elementsOf(polygon);
  if (corners.length < fewestCorners) {
    throw new QueryProblem({
      place: polygon.place,
      message: `A polygon has at least ${fewestCorners} points.`,
      allowed: `${fewestCorners}.. points`,
      sent: String(corners.length),
    });
  }
  return { operation: "geo-polygon", operand: corners.map(pointOf).join(";"), place: polygon.place };
}

function pointOf(point: Placed): string {
  const latitude = numberOf(memberOf(point, "latitude"), { from: -90, to: 90 });
  const longitude = numberOf(memberOf(point, "longitude"), { from: -180, to: 180 });
  return `${latitude},${longitude}`;
}

function numberOf({ value, place }: Placed, { from, to }: { from: number; to: number }): string {
  const number = value as number;
  if (number >= from && number <= to) return plainNumber(number);
  const allowed = `${from}..${to}`;
  throw new QueryProblem({
    place,
    message: `The value is outside ${allowed}.`,
    allowed,
    sent: plainNumber(number),
  });
}
