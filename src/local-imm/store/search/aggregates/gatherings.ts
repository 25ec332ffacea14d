import type { Aggregate, AggregateOperation, Group, Values } from "./aggregation.ts";
import { DistinctValues } from "./distinct-values.ts";
import { compare } from "../sort.ts";
import { plain, sql, type Sql, type Statements } from "../sql.ts";

/** Computes something over rows, part by part. */
export interface Gathering {
  /** Adds what is in some rows f of a table. */
  gather(from: Sql, where: Sql): void;
  /** The same of all rows at once, from an index: of rows f, or of rows e that are joined to them elsewhere. */
  gatherOnce(from: Sql, where: Sql): void;
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
export function gatherNumbers(values: Values, statements: Statements): Gathering {
  const { joined, column, areMany } = values;
  let [files, count, total] = [0n, 0n, 0];
  let [min, max] = [Infinity, -Infinity];
  const add = (from: Sql, where: Sql) => {
    const inFiles = areMany
      ? sql`count(DISTINCT iif(${column} IS NULL, NULL, e.FileId))`
      : sql`count(${column})`;
    const found = statements.one<Numbers>(sql`
      SELECT ${inFiles} AS files, count(${column}) AS count, total(${column}) AS total, min(${column}) AS min, max(${column}) AS max
      FROM ${from} WHERE ${where}
    `);
    files += found.files;
    count += found.count;
    total += found.total;
    if (found.min !== null) min = Math.min(min, Number(found.min));
    if (found.max !== null) max = Math.max(max, Number(found.max));
  };
  return {
    gather: (from, where) => add(sql`${from} ${joined}`, where),
    gatherOnce: add,
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

/** The values of rows, each once a file. */
function eachValue({ column, shown, areMany }: Values, from: Sql, where: Sql): Sql {
  const distinct = plain(areMany ? "DISTINCT" : "");
  const id = plain(areMany ? ", e.FileId" : "");
  return sql`SELECT ${distinct} ${column} AS value, ${shown} AS shown${id} FROM ${from} WHERE ${where} AND ${column} IS NOT NULL`;
}

/** Counts how many different values there are. */
export function countDistinct(values: Values, statements: Statements): Gathering {
  const distinct = new DistinctValues();
  let exactly: bigint | undefined;
  return {
    gather(from, where) {
      const found = statements.all<{ value: bigint | number | string }>(
        sql`SELECT DISTINCT ${values.column} AS value FROM ${from} ${values.joined} WHERE ${where} AND ${values.column} IS NOT NULL`,
      );
      for (const { value } of found) distinct.add(value);
    },
    gatherOnce(from, where) {
      exactly = statements.one<{ count: bigint }>(
        sql`SELECT count(*) AS count FROM (SELECT 1 FROM ${from} WHERE ${where} AND ${values.column} IS NOT NULL GROUP BY ${values.column})`,
      ).count;
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
  const counted = (from: Sql, where: Sql) =>
    sql`SELECT value, min(shown) AS shown, count(*) AS count FROM (${eachValue(values, from, where)}) GROUP BY value`;
  return {
    gather: (from, where) => add(statements.all<FoundGroup>(counted(sql`${from} ${values.joined}`, where))),
    gatherOnce(from, where) {
      const limit = sql`ORDER BY count DESC, value LIMIT ${BigInt(maxGroups)}`;
      add(statements.all<FoundGroup>(sql`${counted(from, where)} ${limit}`));
    },
    result: () => ({
      value: undefined,
      groups: inOrder()
        .slice(0, maxGroups)
        .map(([, { shown, count }]) => ({ value: shown, count })),
    }),
  };
}
