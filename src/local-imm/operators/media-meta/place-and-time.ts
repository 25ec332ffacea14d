import type { MetadataTags } from "mediabunny";
import { printLatLong } from "../lat-long.ts";
import { parseTime } from "../../time.ts";

/** Where and when a video was taken, as phones write it into its tags. */
export function videoPlace({ raw = {} }: MetadataTags): { LatLong?: string; ProduceTime?: string } {
  const place = textOf(raw["com.apple.quicktime.location.ISO6709"] ?? raw["©xyz"] ?? raw.LOCATION);
  const [, latitude, longitude] = /^([+-]\d{2}(?:\.\d+)?)([+-]\d{3}(?:\.\d+)?)/.exec(place) ?? [];
  const LatLong = latitude && longitude ? printLatLong(Number(latitude), Number(longitude)) : undefined;
  const time = textOf(raw["com.apple.quicktime.creationdate"]).replace(/([+-]\d\d)(\d\d)$/, "$1:$2");
  const nanoseconds = parseTime(time);
  // A file whose clock wasn't set is of 1904.
  const isTime = nanoseconds !== undefined && nanoseconds > 0n;
  return { ...(LatLong && { LatLong }), ...(isTime && { ProduceTime: time }) };
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
