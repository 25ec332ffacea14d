import { sql, type Statements } from "./sql.ts";

/** A custom label that files have. */
export interface CustomLabel {
  readonly key: string;
  readonly value: string;
}

/** The different custom labels of a dataset's files, as many as that at most. */
export function customLabelsOf(DatasetId: bigint, limit: number, { all }: Statements): CustomLabel[] {
  return all<CustomLabel>(sql`
    SELECT EntryKey AS key, min(Value) AS value FROM FileEntry INDEXED BY FileEntryByValue
    WHERE FileId >> 32 = ${DatasetId} AND Map = 'CustomLabels'
    GROUP BY EntryKey, FoldedValue LIMIT ${BigInt(limit)}
  `);
}
