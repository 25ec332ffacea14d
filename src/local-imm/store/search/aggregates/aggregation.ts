import { fileArrays, fileFields, type QueryKind } from "../../../../contract/query-fields.ts";
import type { Subject } from "../conditions/condition.ts";
import { quoted, tableOf } from "../rows/columns.ts";
import { foldKey } from "../rows/folding.ts";
import { columnOf } from "../conditions/row-condition.ts";
import { type Scope } from "../conditions/scope.ts";
import { always, plain, sql, type Sql } from "../sql.ts";

export type AggregateOperation = "average" | "count" | "distinct" | "group" | "max" | "min" | "sum";

/** What is computed of a field over all files of a selection. */
export interface Aggregation {
  readonly subject: Subject;
  readonly operation: AggregateOperation;
}

export interface Group {
  /** Times are nanoseconds since the epoch. */
  readonly value: bigint | number | string;
  /** How many files have it. */
  readonly count: bigint;
}

export interface Aggregate {
  /** Undefined of a group, and of no values. */
  readonly value: number | undefined;
  /** The largest first; of a group alone. */
  readonly groups: readonly Group[] | undefined;
}

/** Where the values of a subject stand: in a column of rows f, or in rows e of another table. */
export interface Values {
  readonly column: Sql;
  /** What is shown of several that are compared as one. */
  readonly shown: Sql;
  /** What of rows e belongs to a row f; undefined if the values are in its own column. */
  readonly others?: OtherRows;
}

interface OtherRows {
  readonly table: Sql;
  /** What else is asked of them. */
  readonly where: Sql;
  /** That no row of the same file before has the same value. */
  readonly isFirst: Sql;
}

export function valuesOf(subject: Subject, { common }: Scope): Values {
  if ("file" in subject) {
    const column = columnOf(subject.file, common);
    return { column, shown: column };
  }
  if ("map" in subject) {
    const { map, key } = subject;
    const where = sql`e.Map = ${map} AND e.EntryKey = ${foldKey(map, key)}`;
    const others = { table: plain("FileEntry"), where, isFirst: always };
    return { column: plain("e.FoldedValue"), shown: plain("e.Value"), others };
  }
  const name = quoted(subject.member);
  const table = tableOf[subject.array];
  const isFirst = plain(
    table === "FileLabel" && subject.member === "LabelName"
      ? "e.Repeats IS NULL"
      : `(e.Ordinal = 0 OR NOT EXISTS (SELECT 1 FROM ${table} d WHERE d.FileId = e.FileId AND d.Ordinal < e.Ordinal AND d.${name} = e.${name}))`,
  );
  const column = plain(`e.${name}`);
  return { column, shown: column, others: { table: plain(table), where: always, isFirst } };
}

/** What the values of a subject are. */
export function kindOf(subject: Subject): QueryKind {
  if ("file" in subject) return fileFields[subject.file];
  if ("map" in subject) return "string";
  return (fileArrays[subject.array] as Readonly<Record<string, QueryKind>>)[subject.member]!;
}
