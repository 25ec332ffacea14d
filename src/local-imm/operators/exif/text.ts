import type { ExifTags, ExifValue } from "./tags.ts";

const longestValue = 2048;
const longestText = 64 * 1024;

/** What OSS tells beside the tags. */
export interface ImageInfo {
  readonly FileSize: number;
  readonly Format: string;
  readonly ImageHeight: number;
  readonly ImageWidth: number;
}

/** The tags as OSS prints them in `image/info`: `{"Make":{"value":"Canon"}}`, sorted, each value a text. */
export function exifText(tags: ExifTags, info: ImageInfo): string {
  const format = formats[info.Format] ?? info.Format;
  const values = Object.entries({ ...tags, ...info, Format: format }).map(
    ([name, value]) => [name, print(name, value)] as const,
  );
  let length = 0;
  const kept = values
    .filter(([name, text]) => text !== "" && (length += name.length + text.length) <= longestText)
    .toSorted(([one], [other]) => (one < other ? -1 : 1));
  return JSON.stringify(Object.fromEntries(kept.map(([name, value]) => [name, { value }])));
}

const formats: Readonly<Record<string, string>> = { jpeg: "jpg", heif: "heic" };

function print(name: string, value: ExifValue): string {
  const text = /^GPS(Dest)?L(at|ong)itude/.test(name) ? printPlace(value) : printValue(name, value);
  return text.slice(0, longestValue).replaceAll("\0", " ").trim();
}

/** `30deg 8' 3.804"`, and of a side of the equator or of Greenwich its name. */
function printPlace(value: ExifValue): string {
  if (!Array.isArray(value)) return printValue("", value);
  if (value.length === 1 && typeof value[0] === "string") return sides[value[0]] ?? value[0];
  const units = ["deg", "'", '"'];
  return value
    .flatMap((part, index) => {
      const number = toNumber(part);
      return number === undefined || index > 2 ? [] : [`${number}${units[index]}`];
    })
    .join(" ");
}

const sides: Readonly<Record<string, string>> = { N: "North", S: "South", E: "East", W: "West" };

// Two numbers that aren't a fraction.
const pairs = new Set([
  "YCbCrSubSampling",
  "PageNumber",
  "HalftoneHints",
  "DotRange",
  "SubjectLocation",
  "SubjectArea",
]);

function printValue(name: string, value: ExifValue): string {
  if (!Array.isArray(value)) return String(value);
  if (isFraction(value) && !pairs.has(name)) return value.join("/");
  // Texts may be long, lists of numbers too: what is cut later needn't be printed.
  return value
    .slice(0, longestValue)
    .map((part) => printValue("", part))
    .join(" ");
}

function isFraction(value: ExifValue): value is readonly [number, number] {
  return Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === "number");
}

/** A number or fraction; undefined if it is none, or divided by 0. */
export function toNumber(value: ExifValue | undefined): number | undefined {
  const number = value !== undefined && isFraction(value) ? value[0] / value[1] : value;
  return typeof number === "number" && Number.isFinite(number) ? number : undefined;
}
