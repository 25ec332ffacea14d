import type { QueryNode } from "../params/schemas/query-tree.ts";
import { allOf, anyOf, equal } from "./conditions.ts";
import type { Name } from "./names.ts";

const levels = ["Country", "Province", "City", "District", "Township"].map((level) => `Addresses.${level}`);

/** A place that a sentence names: one or more names that are called the same, as a city and its province. */
export type Place = readonly Name[];

/**
 * What one address of a file has to meet. Places that follow each other from large to small, or from small to large, are
 * one within the other; others are one or the other, since a file is of one place.
 */
export function placeCondition(places: readonly Place[]): QueryNode | undefined {
  const ways = chains(places).map((chain) => allOf(chain.map((place) => anyOf(place.map(equal)))));
  return ways.length === 0
    ? undefined
    : { Operation: "nested", Field: "Addresses", SubQueries: [anyOf(ways)] };
}

function chains(places: readonly Place[]): readonly (readonly Place[])[] {
  const all: Place[][] = [];
  let direction = 0;
  for (const place of places) {
    const chain = all.at(-1);
    const step = chain ? directionOf(chain.at(-1)!, place) : 0;
    const goesOn = step !== 0 && (chain!.length === 1 || step === direction);
    if (goesOn) chain!.push(place);
    else all.push([place]);
    direction = goesOn ? step : 0;
  }
  return all;
}

/** 1 if the other place is at a lower level than the one, however they are meant, -1 if at a higher one, else 0. */
function directionOf(one: Place, other: Place): number {
  const [first, second] = [one, other].map((place) => place.map(({ Field }) => levels.indexOf(Field)));
  if (Math.max(...first!) < Math.min(...second!)) return 1;
  return Math.min(...first!) > Math.max(...second!) ? -1 : 0;
}
