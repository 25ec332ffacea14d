import type { FileArray, FileField } from "../../../../contract/query-fields.ts";
import { quoted, tableOf } from "../rows/columns.ts";
import type { Condition, Place, Subject } from "./condition.ts";
import { foldKey, foldValue } from "../rows/folding.ts";
import { boxesAround, boxesAroundPolygon, boxesOf, distanceTo, inBoxes, unwrap, type Box } from "./place.ts";
import { always, join, never, plain, sql, type Sql } from "../sql.ts";
import type { IdRange, Scope } from "./scope.ts";
import { inSearchedText, phraseInText, words } from "./text-query.ts";

/** How a condition is written for a row. */
export interface Writing {
  readonly scope: Scope;
  /** If the rows have ids in a range, which lets an index of words be read once instead of for each row. */
  readonly range?: IdRange | undefined;
}

const latitude = plain('f."Latitude"');
const longitude = plain('f."Longitude"');

/** A condition on a row of File, which is called f. It isn't true, and may be null, for a file that doesn't meet it. */
export function rowCondition(condition: Condition, writing: Writing): Sql {
  switch (condition.kind) {
    case "and":
    case "or":
    case "none":
      return combined(
        condition.kind,
        condition.of.map((each) => rowCondition(each, writing)),
      );
    case "nested": {
      const members = condition.of.map((each) => elementCondition(each, condition.array));
      return anyElement(condition.array, combined("and", members));
    }
    case "near": {
      const { place, metres } = condition;
      const near = sql`${distanceTo(place, latitude, longitude)} <= ${metres}`;
      return sql`(${inBoxes(boxesAround(place, metres), latitude, longitude)} AND ${near})`;
    }
    case "box":
      return inBoxes(boxesOf(condition.topLeft, condition.bottomRight), latitude, longitude);
    case "polygon":
      return inPolygon(condition.points, latitude, longitude);
    case "words":
      return inSearchedText(words(condition.phrases), writing.range);
    case "exist":
      return "list" in condition.subject
        ? anyOfList(condition.subject.list)
        : onSubject(condition.subject, writing.scope, (column) => sql`${column} IS NOT NULL`);
    case "phrase": {
      const found = phraseInText(condition, writing.range);
      return (
        found ?? onSubject(condition.subject, writing.scope, (column) => phrase(column, condition.words))
      );
    }
    case "prefix":
      return onSubject(condition.subject, writing.scope, (column) => beginsWith(column, condition));
    case "compare":
      return onSubject(condition.subject, writing.scope, (column) => compares(column, condition));
  }
}

/** A condition on a row of a list's table, which is called e. */
export function elementCondition(condition: Condition, array: FileArray): Sql {
  switch (condition.kind) {
    case "and":
    case "or":
    case "none":
      return combined(
        condition.kind,
        condition.of.map((each) => elementCondition(each, array)),
      );
    case "exist":
      return sql`${memberOf(condition.subject)} IS NOT NULL`;
    case "phrase":
      return phrase(memberOf(condition.subject), condition.words);
    case "prefix":
      return beginsWith(memberOf(condition.subject), condition);
    case "compare":
      return compares(memberOf(condition.subject), condition);
    default:
      throw new TypeError(`No element of ${array} meets a condition of the kind ${condition.kind}.`);
  }
}

function memberOf(subject: object): Sql {
  if (!("member" in subject)) throw new TypeError("The elements of a list have members alone.");
  return plain(`e.${quoted(subject.member as string)}`);
}

function combined(kind: "and" | "none" | "or", parts: readonly Sql[]): Sql {
  if (parts.length === 0) return kind === "or" ? never : always;
  if (kind === "and") return sql`(${join(parts, " AND ")})`;
  const any = sql`(${join(parts, " OR ")})`;
  return kind === "or" ? any : sql`(${any} IS NOT TRUE)`;
}

/** A condition on what a subject names: a column, any element's member, or an entry of a map. */
function onSubject(subject: Subject, { common }: Scope, condition: (column: Sql) => Sql): Sql {
  if ("array" in subject) return anyElement(subject.array, condition(memberOf(subject)));
  if ("map" in subject) {
    const { map, key } = subject;
    const value = condition(plain("e.FoldedValue"));
    return sql`EXISTS (SELECT 1 FROM FileEntry e WHERE e.FileId = f.FileId AND e.Map = ${map} AND e.EntryKey = ${foldKey(map, key)} AND ${value})`;
  }
  return condition(columnOf(subject.file, common));
}

/** The column of a file's field, or its value where all files of a dataset have the same. */
export function columnOf(field: FileField, common: Scope["common"]): Sql {
  const value = common[field];
  if (value !== undefined) return sql`${value}`;
  if (field === "LatLong") return latitude;
  return plain(field === "ObjectId" ? "objectIdOf(f.URI)" : `f.${quoted(field)}`);
}

function anyElement(array: FileArray, condition: Sql): Sql {
  return sql`EXISTS (SELECT 1 FROM ${plain(tableOf[array])} e WHERE e.FileId = f.FileId AND ${condition})`;
}

function anyOfList(list: string): Sql {
  const table = (tableOf as Readonly<Record<string, string>>)[list];
  return table === undefined
    ? sql`EXISTS (SELECT 1 FROM FileEntry e WHERE e.FileId = f.FileId AND e.Map = ${list})`
    : sql`EXISTS (SELECT 1 FROM ${plain(table)} e WHERE e.FileId = f.FileId)`;
}

const operators = { eq: "=", gt: ">", gte: ">=", lt: "<", lte: "<=" } as const;

/** The comparison of a column. */
export function compares(
  column: Sql,
  { subject, operation, value }: Extract<Condition, { kind: "compare" }>,
): Sql {
  return sql`${column} ${plain(operators[operation])} ${folded(subject, value)}`;
}

/** Whether a column begins with a text: a range, which an index serves. */
export function beginsWith(column: Sql, { subject, value }: Extract<Condition, { kind: "prefix" }>): Sql {
  const prefix = folded(subject, value) as string;
  const end = firstAfter(prefix);
  return end === undefined
    ? sql`${column} >= ${prefix}`
    : sql`(${column} >= ${prefix} AND ${column} < ${end})`;
}

function folded<Value>(subject: Subject, value: Value): Value | string {
  return "map" in subject ? foldValue(subject.map, String(value)) : value;
}

/** The first text that comes after all that begin with this one; undefined if there is none. */
export function firstAfter(prefix: string): string | undefined {
  const characters = Array.from(prefix);
  for (let last = characters.pop(); last !== undefined; last = characters.pop()) {
    const code = last.codePointAt(0)!;
    // Between these two are halves of surrogate pairs, which aren't characters.
    const next = code === 0xd7ff ? 0xe000 : code + 1;
    if (next <= 0x10ffff) return characters.join("") + String.fromCodePoint(next);
  }
  return undefined;
}

function phrase(column: Sql, phraseWords: readonly string[]): Sql {
  if (phraseWords.length === 0) return never;
  return sql`hasPhrase(${column}, ${phraseWords.join(" ")})`;
}

/** Whether a place, of these columns, is in a polygon. */
export function inPolygon(points: readonly Place[], latitudes: Sql, longitudes: Sql): Sql {
  const boxes: readonly Box[] = boxesAroundPolygon(points);
  const written = unwrap(points).map(({ latitude: north, longitude: east }) => [north, east]);
  const inside = sql`isInside(${JSON.stringify(written)}, ${latitudes}, ${longitudes})`;
  return sql`(${inBoxes(boxes, latitudes, longitudes)} AND ${inside})`;
}
