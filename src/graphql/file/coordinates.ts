import { builder } from "../schema/builder.ts";

interface Coordinates {
  readonly latitude: number;
  readonly longitude: number;
}

export const CoordinatesType = builder.objectRef<Coordinates>("Coordinates").implement({
  description: "A place on earth.",
  fields: (t) => ({
    latitude: t.exposeFloat("latitude", {
      nullable: true,
      description: "In degrees, -90 to 90; positive to the north. Example: `30.13439`.",
    }),
    longitude: t.exposeFloat("longitude", {
      nullable: true,
      description: "In degrees, -180 to 180; positive to the east. Example: `120.074997`.",
    }),
  }),
});

const pair = /^\s*([+-]?\d+(?:\.\d*)?)\s*,\s*([+-]?\d+(?:\.\d*)?)\s*$/;

/** Reads a latitude and a longitude, as `30.134390,120.074997`; null if there are none on earth. */
export function readCoordinates(text: unknown): Coordinates | null {
  const found = typeof text === "string" ? pair.exec(text) : null;
  if (!found) return null;
  const [latitude, longitude] = [Number(found[1]), Number(found[2])];
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : null;
}
