import type { FileField } from "../../../../contract/query-fields.ts";

/** Which files a search is about. */
export interface Scope {
  readonly DatasetId: bigint;
  /** The values of the fields that all files of a dataset have in common. */
  readonly common: Readonly<Partial<Record<FileField, string>>>;
}

/** File ids from the first to the last. */
export interface IdRange {
  readonly first: bigint;
  readonly last: bigint;
}

/** The ids that files of a dataset may have. */
export function idsOf({ DatasetId }: Pick<Scope, "DatasetId">): IdRange {
  return { first: DatasetId << 32n, last: ((DatasetId + 1n) << 32n) - 1n };
}
