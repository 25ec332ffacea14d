import {
  fileArrays,
  fileFields,
  type FileArray,
  type FileField,
  type QueryKind,
} from "../../../../contract/query-fields.ts";
import { parseTime } from "../../../time.ts";
import type { Place } from "../conditions/condition.ts";
import { readPlace } from "../conditions/place.ts";
import type { Value } from "../sql.ts";

/** A document, or a part of one, by IMM's names. */
export type Fields = Readonly<Record<string, unknown>>;

/** The table of each list of a file. */
export const tableOf: Readonly<Record<FileArray, string>> = {
  Labels: "FileLabel",
  Figures: "FileFigure",
  Addresses: "FileAddress",
  VideoStreams: "FileVideoStream",
  AudioStreams: "FileAudioStream",
  Subtitles: "FileSubtitle",
};

// What a file has without its document.
const ownColumns: readonly FileField[] = [
  ...(["URI", "ObjectStatus", "CreateTime", "UpdateTime"] as const),
  ...(["ObjectId", "ObjectType", "OwnerId", "ProjectName", "DatasetName"] as const),
];

/** The fields of a document that have a column of File each. */
export const documentFields = (Object.keys(fileFields) as FileField[]).filter(
  (field) => !ownColumns.includes(field) && fileFields[field] !== "place",
);

/** The columns of File for a document: its fields, and its place. */
export const documentColumns: readonly string[] = [...documentFields, "Latitude", "Longitude"];

/** What those columns hold for a document. */
export function columnsOf(fields: Fields): Value[] {
  const place = placeOf(fields);
  return [
    ...documentFields.map((field) => toColumn(fileFields[field], valueOf(fields, field))),
    place?.latitude ?? null,
    place?.longitude ?? null,
  ];
}

/** A column's name as statements write it. */
export function quoted(name: string): string {
  return `"${name}"`;
}

/** What a column holds for a value of a document; null if it isn't of its kind. */
export function toColumn(kind: QueryKind, value: unknown): Value {
  if (value === undefined || value === null) return null;
  switch (kind) {
    case "string":
    case "text":
    case "document":
      return typeof value === "string" ? value : null;
    case "integer":
      return toInteger(value);
    case "number":
      return toNumber(value);
    case "time":
      return typeof value === "string" ? (parseTime(value) ?? null) : null;
    case "place":
      return null;
  }
}

const maxInt64 = 2n ** 63n - 1n;

function toInteger(value: unknown): bigint | null {
  if (typeof value === "number") return Number.isSafeInteger(value) ? BigInt(value) : null;
  return typeof value === "bigint" && value <= maxInt64 && value >= -maxInt64 - 1n ? value : null;
}

function toNumber(value: unknown): number | null {
  const number = typeof value === "bigint" ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) ? number : null;
}

/** The value of a field, whose name may be a path: `ImageScore.OverallQualityScore`. */
function valueOf(fields: Fields, field: string): unknown {
  const own = fields[field];
  if (own !== undefined || !field.includes(".")) return own;
  let value: unknown = fields;
  for (const name of field.split(".")) value = (value as Fields | null | undefined)?.[name];
  return value;
}

/** The place of a document; undefined if it has none. */
export function placeOf({ LatLong }: Fields): Place | undefined {
  return typeof LatLong === "string" ? readPlace(LatLong) : undefined;
}

/** The members of the elements of a list, with what they hold. */
export const membersOf = Object.fromEntries(
  Object.entries(fileArrays).map(([array, members]) => [array, Object.entries(members)]),
) as unknown as Readonly<Record<FileArray, readonly (readonly [member: string, kind: QueryKind])[]>>;
