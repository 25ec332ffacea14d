import { firstTime, parseTime } from "../../time.ts";
import type { ExifTags, ExifValue } from "./tags.ts";
import { toNumber } from "./text.ts";
import { printLatLong } from "../lat-long.ts";

/** Where it was taken, as `latitude,longitude`. */
export function latLongOf(tags: ExifTags): string | undefined {
  const latitude = degrees(tags.GPSLatitude, sideOf(tags.GPSLatitudeRef, "N", "S"));
  const longitude = degrees(tags.GPSLongitude, sideOf(tags.GPSLongitudeRef, "E", "W"));
  return latitude === undefined || longitude === undefined ? undefined : printLatLong(latitude, longitude);
}

function sideOf(value: ExifValue | undefined, positive: string, negative: string): number | undefined {
  const side = textOf(value)?.slice(0, 1).toUpperCase();
  if (side === positive) return 1;
  return side === negative ? -1 : undefined;
}

function degrees(value: ExifValue | undefined, sign: number | undefined): number | undefined {
  if (!Array.isArray(value) || sign === undefined) return undefined;
  const [degree, minute = 0, second = 0] = value.map(toNumber);
  return degree === undefined ? undefined : sign * (degree + minute / 60 + second / 3600);
}

/** When it was taken. Cameras that don't tell the offset from UTC are taken to be in China, as IMM does. */
export function produceTimeOf(tags: ExifTags): string | undefined {
  return (
    timeOf(tags.DateTimeOriginal, tags.SubSecTimeOriginal, tags.OffsetTimeOriginal) ??
    timeOf(tags.DateTimeDigitized, tags.SubSecTimeDigitized, tags.OffsetTimeDigitized)
  );
}

function timeOf(
  time: ExifValue | undefined,
  fraction: ExifValue | undefined,
  offset: ExifValue | undefined,
): string | undefined {
  const [, year, month, day, clock] =
    /^(\d{4})[:-](\d\d)[:-](\d\d)[ T](\d\d:\d\d:\d\d)/.exec(textOf(time) ?? "") ?? [];
  const [digits = ""] = /^\d{1,9}/.exec(textOf(fraction) ?? "") ?? [];
  const [zone = "+08:00"] = /^(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/.exec(textOf(offset) ?? "") ?? [];
  const text = `${year}-${month}-${day}T${clock}${/[1-9]/.test(digits) ? `.${digits}` : ""}${zone}`;
  const nanoseconds = parseTime(text);
  return nanoseconds === undefined || nanoseconds === firstTime ? undefined : text;
}

function textOf(value: ExifValue | undefined): string | undefined {
  const text = Array.isArray(value) ? value[0] : value;
  return typeof text === "string" ? text.replaceAll("\0", "").trim() : undefined;
}
