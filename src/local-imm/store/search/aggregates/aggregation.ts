import { fileArrays, fileFields, type QueryKind } from "../../../../contract/query-fields.ts";
import type { Subject } from "../conditions/condition.ts";
import { quoted, tableOf } from "../rows/columns.ts";
import { foldKey } from "../rows/folding.ts";
import { columnOf } from "../conditions/row-condition.ts";
import { type Scope } from "../conditions/scope.ts";
import { plain, sql, type Sql } from "../sql.ts";

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

/** Where the values of a subject stand: beside a row f, in a column or in rows of another table. */
export interface Values {
  /** What is joined to the rows; empty if they have the column themselves. */
  readonly joined: Sql;
  readonly column: Sql;
  /** What is shown of several that are compared as one. */
  readonly shown: Sql;
  /** Whether a file may have several. */
  readonly areMany: boolean;
}

export function valuesOf(subject: Subject, { common }: Scope): Values {
  if ("file" in subject) {
    const column = columnOf(subject.file, common);
    return { joined: plain(""), column, shown: column, areMany: false };
  }
  if ("map" in subject) {
    const { map, key } = subject;
    const joined = sql`JOIN FileEntry e ON e.FileId = f.FileId AND e.Map = ${map} AND e.EntryKey = ${foldKey(map, key)}`;
    return { joined, column: plain("e.FoldedValue"), shown: plain("e.Value"), areMany: true };
  }
  const column = plain(`e.${quoted(subject.member)}`);
  const joined = plain(`JOIN ${tableOf[subject.array]} e ON e.FileId = f.FileId`);
  return { joined, column, shown: column, areMany: true };
}

/** What the values of a subject are. */
export function kindOf(subject: Subject): QueryKind {
  if ("file" in subject) return fileFields[subject.file];
  if ("map" in subject) return "string";
  return (fileArrays[subject.array] as Readonly<Record<string, QueryKind>>)[subject.member]!;
}
