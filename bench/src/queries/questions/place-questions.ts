import { byURI, foundBy, inTable } from "./by-hand.ts";
import { leaf } from "./conditions.ts";
import { firstPages } from "./first-pages.ts";
import { DatasetId, readConditions } from "../filled/local-store.ts";
import type { PageQuestion } from "./question.ts";

// The mean radius of the earth, in metres.
const radius = 6_371_008.8;

/** Files within some distance of a place. */
export function placeQuestions(): PageQuestion[] {
  const [latitude, longitude] = [30.5, 120.5];
  const degree = (radius * Math.PI) / 180;
  const around = (title: string, metres: number) => {
    const height = (metres / degree) * 1.000001;
    const width = height / Math.cos(((latitude + height) * Math.PI) / 180);
    const half = (column: string, value: number) => `sin(radians(${column} - ${value}) / 2)`;
    const isNear = `${2 * radius} * asin(min(1, sqrt(
      ${half("Latitude", latitude)} * ${half("Latitude", latitude)}
      + cos(radians(Latitude)) * ${Math.cos((latitude * Math.PI) / 180)}
      * ${half("Longitude", longitude)} * ${half("Longitude", longitude)}))) <= ${metres}`;
    const inBox = `Latitude BETWEEN ${latitude - height} AND ${latitude + height}
      AND Longitude BETWEEN ${longitude - width} AND ${longitude + width}`;
    const inTree = `MinDataset <= ${DatasetId} AND MaxDataset >= ${DatasetId}
      AND MinLatitude <= ${latitude + height} AND MaxLatitude >= ${latitude - height}
      AND MinLongitude <= ${longitude + width} AND MaxLongitude >= ${longitude - width}`;
    const found = `SELECT FileId FROM FilePlace WHERE ${inTree} AND ${isNear}`;
    const rows = {
      URIs: `${byURI} AND ${inBox} AND ${isNear}`,
      table: `${inTable} AND ${inBox} AND ${isNear}`,
      tree: foundBy(found),
      "URIs, listed": `${byURI} AND +f.FileId IN (${found})`,
    };
    return firstPages({
      ...{ kind: "a circle", title },
      condition: readConditions(leaf("LatLong", "geo-distance", `${latitude},${longitude};${metres}`)),
      rows,
      count: {
        tree: `SELECT count(*) AS count FROM FilePlace WHERE ${inTree} AND ${isNear}`,
        table: `SELECT count(*) AS count FROM ${rows.table}`,
      },
    });
  };
  return [...around("5 km, 0.06 % of files", 5_000), ...around("50 km, 6 % of files", 50_000)];
}
