import type { Fault } from "../http/fault.ts";
import type { Leaf } from "../store/search/conditions/condition.ts";
import { readPlace } from "../store/search/conditions/place.ts";

type Operation = "geo-bounding-box" | "geo-distance" | "geo-polygon";

// A circle around the earth is no longer.
const mostMetres = 40_100_000;

/** Reads the value of a geo condition: places as `latitude,longitude`, with semicolons between. */
export function readPlaces(operation: Operation, value: string, refused: (message: string) => Fault): Leaf {
  const parts = value.split(";");
  if (operation === "geo-distance") {
    const place = readPlace(parts[0]!);
    const metres = /^\s*\d+(?:\.\d*)?\s*$/.test(parts[1] ?? "") ? Number(parts[1]) : NaN;
    if (!place || !(metres <= mostMetres) || parts.length !== 2) {
      throw refused(
        `must be latitude,longitude;metres with at most ${mostMetres} metres, such as 33,119;1000`,
      );
    }
    return { kind: "near", place, metres };
  }
  const places = parts.map(readPlace).filter((place) => place !== undefined);
  const areAll = places.length === parts.length;
  if (operation === "geo-polygon") {
    if (!areAll || places.length < 3) {
      throw refused("must be 3 or more places with ; between, such as 33,118;33,120;35,120");
    }
    return { kind: "polygon", points: places };
  }
  const [topLeft, bottomRight] = places;
  if (!areAll || !topLeft || !bottomRight || places.length > 2) {
    throw refused("must be the top left and the bottom right corner, such as 35,118.5;33.5,120");
  }
  if (topLeft.latitude < bottomRight.latitude) throw refused("must begin with the corner in the north");
  return { kind: "box", topLeft, bottomRight };
}
