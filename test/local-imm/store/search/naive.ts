import { fileArrays, fileFields, fileMaps } from "../../../../src/contract/query-fields.ts";
import type { QueryNode } from "../../../../src/local-imm/params/schemas/query-tree.ts";
import { wordsOf } from "../../../../src/local-imm/store/search/rows/words.ts";
import { parseTime } from "../../../../src/local-imm/time.ts";

/** A file as it is answered. */
export type Shown = Readonly<Record<string, unknown>>;

type Kind = string;

/** Whether a file meets a tree of conditions, looked up in its document, field by field. */
export function meets(
  file: Shown,
  { Operation, Field = "", Value = "", SubQueries = [] }: QueryNode,
): boolean {
  switch (Operation) {
    case "and":
      return SubQueries.every((each) => meets(file, each));
    case "or":
      return SubQueries.some((each) => meets(file, each));
    case "not":
      return !SubQueries.some((each) => meets(file, each));
    case "nested": {
      const elements = (file[Field] ?? []) as readonly Shown[];
      return elements.some((element) => SubQueries.every((each) => elementMeets(element, each)));
    }
    default:
      return valuesAt(file, Field).some(([kind, value]) => valueMeets(kind, value, Operation, Value));
  }
}

function elementMeets(
  element: Shown,
  { Operation, Field = "", Value = "", SubQueries = [] }: QueryNode,
): boolean {
  switch (Operation) {
    case "and":
      return SubQueries.every((each) => elementMeets(element, each));
    case "or":
      return SubQueries.some((each) => elementMeets(element, each));
    case "not":
      return !SubQueries.some((each) => elementMeets(element, each));
    default: {
      const [array, member] = Field.split(".") as ["Labels", "LabelName"];
      const value = element[member];
      return value !== undefined && valueMeets(fileArrays[array][member], value, Operation, Value);
    }
  }
}

/** What is at a path, with what it is. */
export function valuesAt(file: Shown, field: string): [Kind, unknown][] {
  if (Object.hasOwn(fileFields, field)) {
    let value: unknown = file;
    for (const name of field.split(".")) value = (value as Shown | undefined)?.[name];
    return value === undefined ? [] : [[fileFields[field as "Size"], value]];
  }
  const [first, ...others] = field.split(".") as [string, ...string[]];
  const rest = others.join(".");
  if (Object.hasOwn(fileMaps, first)) {
    const { foldsKeys, foldsValues } = fileMaps[first as "CustomLabels"];
    const fold = (text: string, folds: boolean) => (folds ? text.toLowerCase() : text);
    return Object.entries((file[first] ?? {}) as Record<string, string>)
      .filter(([key]) => rest === "" || fold(key, foldsKeys) === fold(rest, foldsKeys))
      .map(([, value]) => [foldsValues ? "folded" : "string", fold(value, foldsValues)]);
  }
  const elements = (file[first] ?? []) as readonly Shown[];
  if (rest === "") return elements.map((element) => ["element", element]);
  return elements
    .filter((element) => element[rest] !== undefined)
    .map((element) => [fileArrays[first as "Labels"][rest as "LabelName"], element[rest]]);
}

function valueMeets(kind: Kind, value: unknown, operation: string, operand: string): boolean {
  switch (operation) {
    case "exist":
      return true;
    case "match-phrase":
      return (
        ` ${wordsOf(value as string).join(" ")} `.includes(` ${wordsOf(operand).join(" ")} `) &&
        wordsOf(operand).length > 0
      );
    case "prefix":
      return (value as string).startsWith(kind === "folded" ? operand.toLowerCase() : operand);
    case "geo-distance": {
      const [place, metres] = operand.split(";");
      return distance(placeAt(value as string), placeAt(place!)) <= Number(metres);
    }
    case "geo-polygon": {
      // Both are rectangles, one of them across the meridian of 180 degrees.
      const [latitude, longitude] = placeAt(value as string);
      if (operand.includes("179")) return Math.abs(latitude) < 1 && Math.abs(longitude) > 179;
      return latitude > 48 && latitude < 50 && longitude > 2 && longitude < 3;
    }
    case "geo-bounding-box": {
      const [[north, west], [south, east]] = operand.split(";").map(placeAt) as [Place, Place];
      const [latitude, longitude] = placeAt(value as string);
      const isBetween =
        west <= east ? longitude >= west && longitude <= east : longitude >= west || longitude <= east;
      return latitude <= north && latitude >= south && isBetween;
    }
    default:
      return compared(order(comparable(kind, value), comparable(kind, operand)), operation);
  }
}

function compared(sign: number, operation: string): boolean {
  switch (operation) {
    case "eq":
      return sign === 0;
    case "gt":
      return sign > 0;
    case "gte":
      return sign >= 0;
    case "lt":
      return sign < 0;
    default:
      return sign <= 0;
  }
}

/** A value as it is compared: numbers as numbers, times as instants. */
export function comparable(kind: Kind, value: unknown): bigint | number | string {
  if (kind === "time") return parseTime(value as string)!;
  if (kind === "folded") return String(value).toLowerCase();
  if (kind !== "integer" && kind !== "number") return value as string;
  const text = String(value as number);
  return /^-?\d+$/.test(text) ? BigInt(text) : Number(text);
}

export function order(a: bigint | number | string, b: bigint | number | string): number {
  if (typeof a === "string" && typeof b === "string") return Buffer.compare(Buffer.from(a), Buffer.from(b));
  return a < b ? -1 : a > b ? 1 : 0;
}

type Place = [latitude: number, longitude: number];

function placeAt(text: string): Place {
  return text.split(",").map(Number) as Place;
}

const degree = Math.PI / 180;

function distance([a, b]: Place, [c, d]: Place): number {
  const other = vector(c, d);
  const chord = Math.hypot(...vector(a, b).map((part, at) => part - other[at]!));
  return 2 * 6_371_008.8 * Math.asin(Math.min(1, chord / 2));
}

function vector(latitude: number, longitude: number): number[] {
  const around = Math.cos(latitude * degree);
  return [
    around * Math.cos(longitude * degree),
    around * Math.sin(longitude * degree),
    Math.sin(latitude * degree),
  ];
}
