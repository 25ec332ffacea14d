import type { FileField } from "../../../../contract/query-fields.ts";
import { quoted } from "../rows/columns.ts";
import type { Condition } from "./condition.ts";
import { foldKey } from "../rows/folding.ts";
import { boxesAround, boxesAroundPolygon, boxesOf, distanceTo, type Box } from "./place.ts";
import { beginsWith, compares, elementCondition, inPolygon } from "./row-condition.ts";
import { type IdRange, type Scope } from "./scope.ts";
import { allOf, always, join, plain, sql, type Sql } from "../sql.ts";
import { foundInText, phraseQuery, words } from "./text-query.ts";

/** An index that finds exactly the files which meet a condition. */
export interface Driver {
  /** Selects the FileId of those with ids in a range. */
  found(range: IdRange): Sql;
  /** Whether it may find a file more than once. */
  readonly mayRepeat?: boolean;
  /** Whether a smaller range takes less time. */
  readonly isDivisible: boolean;
  /** Whether it finds them in the order of their ids. */
  readonly isInOrder?: boolean;
  /** Whether it looks at places, which takes long for each. */
  readonly isOfPlaces?: boolean | undefined;
  /** Selects all that it looks at one by one, to find those; undefined if those are all. */
  lookedAt?(range: IdRange): Sql;
  /** About what it costs to look for a file, in microseconds. Default: next to nothing. */
  readonly cost?: number;
}

// Each part of a search for the beginning of a word puts together all words that begin so: few words are found at once.
const costAtOnce = 0.8;

/** Whether an index is better asked part by part, since it would take long. */
export function isDivided({ isDivisible, cost = 0 }: Driver): boolean {
  return isDivisible && cost > costAtOnce;
}

/** The indexes of File, by the field that they order a dataset's files by. */
export const indexes: Readonly<Partial<Record<FileField, string>>> = {
  Size: "FileBySize",
  MediaType: "FileByMediaType",
  ContentType: "FileByContentType",
  Filename: "FileByFilename",
  ProduceTime: "FileByProduceTime",
  FileModifiedTime: "FileByFileModifiedTime",
  CreateTime: "FileByCreateTime",
  UpdateTime: "FileByUpdateTime",
};

// They hold only the files that have the field.
const partialIndexes: Readonly<Partial<Record<FileField, string>>> = {
  CustomId: "FileByCustomId",
  ETag: "FileByETag",
};

/** The conditions that all must hold for one to hold. */
export function conjunctsOf(condition: Condition | undefined): readonly Condition[] {
  if (condition === undefined) return [];
  return condition.kind === "and" ? condition.of.flatMap(conjunctsOf) : [condition];
}

/** The index that finds what meets a condition; undefined if none does. */
export function driverOf(condition: Condition, scope: Scope): Driver | undefined {
  switch (condition.kind) {
    case "compare":
    case "prefix":
      return ofSubject(condition, scope);
    case "nested":
      return condition.array === "Labels"
        ? ofLabel(conjunctsOf({ kind: "and", of: condition.of }), scope)
        : undefined;
    case "phrase": {
      const query = phraseQuery(condition);
      return typeof query === "string" ? ofText(query) : undefined;
    }
    case "words": {
      const query = words(condition.phrases);
      return query === undefined ? undefined : ofText(query);
    }
    case "near": {
      const { place, metres } = condition;
      const isNear = sql`${distanceTo(place, latitude, longitude)} <= ${metres}`;
      return ofPlace(scope, boxesAround(place, metres), { condition: isNear, cost: 1.5 });
    }
    case "box":
      return ofPlace(scope, boxesOf(condition.topLeft, condition.bottomRight));
    case "polygon": {
      const boxes = boxesAroundPolygon(condition.points);
      const isInside = inPolygon(condition.points, latitude, longitude);
      return ofPlace(scope, boxes, { condition: isInside, cost: 2 + condition.points.length / 10 });
    }
    case "or":
      return ofAny(condition.of.map((each) => driverOf(each, scope)));
    default:
      return undefined;
  }
}

type OnSubject = Extract<Condition, { kind: "compare" | "prefix" }>;

function ofSubject(condition: OnSubject, scope: Scope): Driver | undefined {
  const { subject } = condition;
  if ("file" in subject) return ofColumn(subject.file, condition, scope);
  if ("map" in subject) {
    const { map, key } = subject;
    const value = on(plain("FoldedValue"), condition);
    const isEqual = condition.kind === "compare" && condition.operation === "eq";
    return {
      isDivisible: isEqual,
      isInOrder: isEqual,
      mayRepeat: true,
      found: ({ first, last }) =>
        sql`SELECT FileId FROM FileEntry INDEXED BY FileEntryByValue WHERE FileId >> 32 = ${scope.DatasetId} AND Map = ${map} AND EntryKey = ${foldKey(map, key)} AND ${value} AND FileId BETWEEN ${first} AND ${last}`,
    };
  }
  return ofLabel([condition], scope);
}

function ofColumn(field: FileField, condition: OnSubject, { DatasetId }: Scope): Driver | undefined {
  const isEqual = condition.kind === "compare" && condition.operation === "eq";
  const where = on(plain(quoted(field)), condition);
  const inRange = ({ first, last }: IdRange) =>
    isEqual ? sql`FileId BETWEEN ${first} AND ${last}` : sql`+FileId BETWEEN ${first} AND ${last}`;
  if (field === "URI") {
    return {
      isDivisible: false,
      found: (range) =>
        sql`SELECT FileId FROM File WHERE DatasetId = ${DatasetId} AND ${where} AND +ObjectStatus = 'Indexed' AND ${inRange(range)}`,
    };
  }
  const index = indexes[field] ?? partialIndexes[field];
  if (index === undefined) return undefined;
  return {
    isDivisible: isEqual,
    isInOrder: isEqual,
    found: (range) =>
      sql`SELECT FileId FROM File INDEXED BY ${plain(index)} WHERE DatasetId = ${DatasetId} AND ObjectStatus = 'Indexed' AND ${where} AND ${inRange(range)}`,
  };
}

function on(column: Sql, condition: OnSubject): Sql {
  return condition.kind === "prefix" ? beginsWith(column, condition) : compares(column, condition);
}

/** By a label's name, if one is asked for, beside what else is asked of the same label. */
function ofLabel(conditions: readonly Condition[], { DatasetId }: Scope): Driver | undefined {
  const isName = (each: Condition) =>
    each.kind === "compare" &&
    each.operation === "eq" &&
    "array" in each.subject &&
    each.subject.array === "Labels" &&
    each.subject.member === "LabelName";
  if (!conditions.some(isName)) return undefined;
  const all = allOf(conditions.map((each) => elementCondition(each, "Labels")));
  return {
    isDivisible: true,
    isInOrder: true,
    mayRepeat: true,
    found: ({ first, last }) =>
      sql`SELECT FileId FROM FileLabel e INDEXED BY FileLabelByName WHERE FileId >> 32 = ${DatasetId} AND FileId BETWEEN ${first} AND ${last} AND ${all}`,
  };
}

function ofText(query: string): Driver {
  return {
    isDivisible: true,
    isInOrder: true,
    cost: 0.1 * query.split(" ").length,
    found: (range) => foundInText(query, range),
  };
}

const latitude = plain("Latitude");
const longitude = plain("Longitude");

function ofPlace(
  { DatasetId }: Scope,
  boxes: readonly Box[],
  exactly?: { readonly condition: Sql; readonly cost: number },
): Driver {
  // The tree's own columns are rounded outwards.
  const inBox = ({ south, north, west, east }: Box) =>
    sql`MinLatitude <= ${north} AND MaxLatitude >= ${south} AND MinLongitude <= ${east} AND MaxLongitude >= ${west}
      AND Latitude BETWEEN ${south} AND ${north} AND Longitude BETWEEN ${west} AND ${east}`;
  const inOne = (box: Box, { first, last }: IdRange) =>
    sql`SELECT FileId FROM FilePlace WHERE MinDataset <= ${DatasetId} AND MaxDataset >= ${DatasetId} AND ${inBox(box)}
      AND FileId BETWEEN ${first} AND ${last}`;
  const inAny = (range: IdRange, condition: Sql) =>
    join(
      boxes.map((box) => sql`${inOne(box, range)} AND ${condition}`),
      " UNION ALL ",
    );
  return {
    isDivisible: false,
    isOfPlaces: true,
    found: (range) => inAny(range, exactly?.condition ?? always),
    ...(exactly && {
      cost: exactly.cost,
      lookedAt: (range: IdRange) => inAny(range, always),
    }),
  };
}

function ofAny(drivers: readonly (Driver | undefined)[]): Driver | undefined {
  const all = drivers.filter((driver) => driver !== undefined);
  if (all.length < drivers.length || all.length === 0) return undefined;
  return {
    isDivisible: all.every(({ isDivisible }) => isDivisible),
    mayRepeat: true,
    isOfPlaces: all.some(({ isOfPlaces }) => isOfPlaces),
    cost: all.reduce((sum, { cost = 0.1 }) => sum + cost, 0),
    found: (range) => together(all.map((driver) => driver.found(range))),
    ...(all.some(({ lookedAt }) => lookedAt) && {
      lookedAt: (range: IdRange) =>
        together(all.map((driver) => driver.lookedAt?.(range) ?? driver.found(range))),
    }),
  };
}

function together(selects: readonly Sql[]): Sql {
  return join(
    selects.map((select) => sql`SELECT FileId FROM (${select})`),
    " UNION ALL ",
  );
}
