import type { Aggregate, AggregateOperation, Group, Values } from "./aggregation.ts";
import { DistinctValues } from "./distinct-values.ts";
import { compare } from "../sort.ts";
import { always, plain, sql, type Sql, type Statements } from "../sql.ts";

/** Rows whose values are computed with: f, or e where those are in another table. */
export interface Source {
  readonly from: Sql;
  readonly where: Sql;
}

/** Computes something over rows, part by part. */
export interface Gathering {
  /** Adds what is in some rows. If they are all there are, as in an index, that may take less. */
  gather(source: Source, options: { areAll: boolean }): void;
  result(operation: AggregateOperation): Aggregate;
}

interface Numbers {
  readonly files: bigint;
  readonly count: bigint;
  readonly total: number;
  readonly min: bigint | number | null;
  readonly max: bigint | number | null;
}

/** Counts the files that have a value, and sums up the values, if they are numbers. */
export function gatherNumbers({ column, others }: Values, statements: Statements): Gathering {
  let [files, count, total] = [0n, 0n, 0];
  let [min, max] = [Infinity, -Infinity];
  const inFiles = others
    ? sql`count(DISTINCT iif(${column} IS NULL, NULL, e.FileId))`
    : sql`count(${column})`;
  return {
    gather({ from, where }) {
      const found = statements.one<Numbers>(sql`
        SELECT ${inFiles} AS files, count(${column}) AS count, total(${column}) AS total, min(${column}) AS min, max(${column}) AS max
        FROM ${from} WHERE ${where}
      `);
      files += found.files;
      count += found.count;
      total += found.total;
      if (found.min !== null) min = Math.min(min, Number(found.min));
      if (found.max !== null) max = Math.max(max, Number(found.max));
    },
    result(operation) {
      if (operation === "count") return { value: Number(files), groups: undefined };
      const results: Partial<Record<AggregateOperation, number>> = {
        min,
        max,
        sum: total,
        average: total / Number(count),
      };
      return { value: count === 0n ? undefined : results[operation], groups: undefined };
    },
  };
}

/** Counts how many different values there are. */
export function countDistinct({ column }: Values, statements: Statements): Gathering {
  const distinct = new DistinctValues();
  let exactly: bigint | undefined;
  return {
    gather({ from, where }, { areAll }) {
      const values = sql`SELECT ${column} AS value FROM ${from} WHERE ${where} AND ${column} IS NOT NULL GROUP BY ${column}`;
      if (areAll) {
        exactly = statements.one<{ count: bigint }>(sql`SELECT count(*) AS count FROM (${values})`).count;
      } else {
        for (const { value } of statements.all<{ value: bigint | number | string }>(values))
          distinct.add(value);
      }
    },
    result: () => ({ value: Number(exactly ?? distinct.count), groups: undefined }),
  };
}

// More are cut to the half with the most files: the counts of others may then be too small.
const mostGroups = 200_000;

type FoundGroup = Group & { readonly shown: bigint | number | string };

/** Counts how many files have each value. */
export function countGroups(values: Values, statements: Statements, maxGroups: number): Gathering {
  let groups = new Map<bigint | number | string, { shown: bigint | number | string; count: bigint }>();
  const inOrder = () =>
    [...groups].toSorted(([a, one], [b, other]) =>
      one.count === other.count ? compare(a, b) : one.count > other.count ? -1 : 1,
    );
  const add = (found: readonly FoundGroup[]) => {
    for (const { value, shown, count } of found) {
      const group = groups.get(value);
      if (group) group.count += count;
      else groups.set(value, { shown, count });
    }
    if (groups.size > mostGroups) groups = new Map(inOrder().slice(0, mostGroups / 2));
  };
  const { column, shown, others } = values;
  const each = sql`${column} AS value, ${shown === column ? column : sql`min(${shown})`} AS shown, count(*) AS count`;
  return {
    gather({ from, where }, { areAll }) {
      const isCounted = sql`${column} IS NOT NULL AND ${others?.isFirst ?? always}`;
      const order = areAll ? sql`ORDER BY count DESC, value LIMIT ${BigInt(maxGroups)}` : plain("");
      add(
        statements.all<FoundGroup>(
          sql`SELECT ${each} FROM ${from} WHERE ${where} AND ${isCounted} GROUP BY ${column} ${order}`,
        ),
      );
    },
    result: () => ({
      value: undefined,
      groups: inOrder()
        .slice(0, maxGroups)
        .map(([, group]) => ({ value: group.shown, count: group.count })),
    }),
  };
}
