import { asksForStatus } from "./conditions/condition.ts";
import { indexes } from "./conditions/drivers.ts";
import type { PageOfFiles } from "./sort.ts";
import { limitsOn, limitsOnUris } from "./conditions/limits-on.ts";
import { columnOf } from "./conditions/row-condition.ts";
import type { Searching } from "./searching.ts";
import { comesAfter, compare, orderBy, type Position, positionOf, selected, type Sorting } from "./sort.ts";
import { allOf, join, plain, sql, type Sql, type Value } from "./sql.ts";

type Row = Readonly<Record<string, Value>>;

interface Walking {
  readonly search: Searching;
  readonly sorting: Sorting;
  readonly page: PageOfFiles;
  /** The table with its index. */
  readonly from: Sql;
}

/** Rows that stand side by side in an index, in the order of its columns, in the direction of the first sort key. */
interface Stretch {
  readonly where: Sql;
  readonly columns: readonly Sql[];
  /** Where it begins; undefined at its first row. */
  readonly start: Sql | undefined;
}

/** A look at files along the index of the first sort key, so many at a time. */
export class Walk {
  /** Those of the selection, as far as the walk went. */
  readonly found: Position[] = [];
  /** How many rows were looked at. */
  looked = 0;
  readonly #walking: Walking;
  readonly #stretches: Generator<Stretch | "unordered">;
  #stretch: Stretch | "unordered" | undefined;
  #rest: Sql | undefined;

  /** Undefined if the first sort key has no index. */
  static along(search: Searching, sorting: Sorting, page: PageOfFiles): Walk | undefined {
    const from = indexFor(search, sorting);
    return from && new Walk({ search, sorting, page, from });
  }

  private constructor(walking: Walking) {
    this.#walking = walking;
    this.#stretches = stretchesOf(walking);
    this.#nextStretch();
  }

  /**
   * Looks at the next so many rows: `whole` if all that was asked for is found, `stuck` if the rest isn't found this way,
   * since there is no order in the index, or too many have the same value.
   */
  step(isSelected: Sql, size: number): "more" | "stuck" | "whole" {
    const { page } = this.#walking;
    if (this.#stretch === undefined) return "whole";
    if (this.#stretch === "unordered") return "stuck";
    const window = windowOf(this.#walking, this.#stretch, this.#rest!, size);
    if (window === "crowded") return "stuck";
    const limit = page.limit - this.found.length;
    this.found.push(...selectedIn(this.#walking, allOf([window.where, isSelected]), limit));
    if (this.found.length >= page.limit) return "whole";
    this.looked += size;
    this.#rest = window.rest;
    if (!window.rest) this.#nextStretch();
    return this.#stretch === undefined ? "whole" : "more";
  }

  /** How many are asked for. */
  get limit(): number {
    return this.#walking.page.limit;
  }

  /** About how many rows must be looked at to find all that is asked for, as far as can be told; 0 before the first. */
  get expected(): number {
    return (this.limit * this.looked) / Math.max(this.found.length, 0.5);
  }

  #nextStretch(): void {
    this.#stretch = this.#stretches.next().value as Stretch | "unordered" | undefined;
    this.#rest = typeof this.#stretch === "object" ? (this.#stretch.start ?? plain("1")) : undefined;
  }
}

/** The index of the first sort key; undefined if it has none, or none that holds all that is searched. */
function indexFor({ condition, scope }: Searching, { keys }: Sorting): Sql | undefined {
  const { field } = keys[0]!;
  // The planner finds the one that makes URIs unique.
  if (field === "URI") return plain("File f");
  const index = indexes[field];
  if (index === undefined || scope.common[field] !== undefined) return undefined;
  return condition && asksForStatus(condition) ? undefined : plain(`File f INDEXED BY ${index}`);
}

/** Those with the first key's field, then those without it, of which several keys make no stretch. */
function* stretchesOf(walking: Walking): Generator<Stretch | "unordered"> {
  const { search, sorting, page } = walking;
  const { condition, scope } = search;
  const { field, direction } = sorting.keys[0]!;
  const column = columnOf(field, scope.common);
  const id = plain("f.FileId");
  const isAlone = sorting.keys.length === 1;
  const inIndex =
    field === "URI"
      ? sql`f.DatasetId = ${scope.DatasetId}`
      : sql`f.DatasetId = ${scope.DatasetId} AND f.ObjectStatus = 'Indexed'`;
  const behind = plain(direction === "asc" ? ">" : "<");
  const { after } = page;
  const value = after?.values[0];
  const bucket = field === "URI" ? bucketOf(search) : undefined;
  const { lower, upper } =
    bucket === undefined ? limitsOn(field, condition) : limitsOnUris(bucket, condition);
  if (value !== null) {
    const isResumed = value !== undefined;
    const resumed = (each: Value) =>
      isAlone
        ? sql`(${column}, ${id}) ${behind} (${each}, ${after!.FileId})`
        : sql`${column} ${behind}= ${each}`;
    const [first, last] = direction === "asc" ? [lower, upper] : [upper, lower];
    const isWithin = isResumed && (first === undefined || isNotBefore(value, first, direction));
    const start = isWithin
      ? resumed(value)
      : first !== undefined
        ? sql`${column} ${behind}= ${first}`
        : undefined;
    const before = plain(direction === "asc" ? "<=" : ">=");
    yield {
      where: allOf([
        inIndex,
        sql`${column} IS NOT NULL`,
        ...(last === undefined ? [] : [sql`${column} ${before} ${last}`]),
      ]),
      columns: isAlone ? [column, id] : [column],
      start,
    };
  }
  if (field === "URI" || lower !== undefined || upper !== undefined) return;
  const areMissing = sql`${inIndex} AND ${column} IS NULL`;
  if (!isAlone && isAny(walking, areMissing)) yield "unordered";
  if (!isAlone) return;
  const start = after && value === null ? sql`${id} ${behind} ${after.FileId}` : undefined;
  yield { where: areMissing, columns: [id], start };
}

/** How all URIs of a dataset begin, if its files are of one bucket: `oss://photos/`. */
function bucketOf({ scope, tools }: Searching): string | undefined {
  const end = (which: "max" | "min") =>
    tools.statements.one<{ uri: string | null }>(
      sql`SELECT ${plain(which)}(URI) AS uri FROM File WHERE DatasetId = ${scope.DatasetId}`,
    ).uri;
  const [first, last] = [end("min"), end("max")];
  const [bucket] = (first !== null && /^oss:\/\/[^/]+\//.exec(first)) || [];
  return bucket !== undefined && last?.startsWith(bucket) ? bucket : undefined;
}

function isNotBefore(
  value: bigint | number | string,
  other: bigint | number | string,
  direction: "asc" | "desc",
): boolean {
  return direction === "asc" ? compare(value, other) >= 0 : compare(value, other) <= 0;
}

/** The next so many rows of a stretch, and what comes behind them. */
function windowOf(walking: Walking, stretch: Stretch, rest: Sql, size: number) {
  const { where, columns } = stretch;
  const { ids } = walking.search;
  const isLast = size > ids.last - ids.first;
  const end = isLast ? undefined : endOf(walking, stretch, rest, size);
  if (!end) return { where: allOf([where, rest]), rest: undefined };
  const isAscending = walking.sorting.keys[0]!.direction === "asc";
  const compared = (operator: string) =>
    sql`${vectorOf(columns)} ${plain(operator)} ${vectorOf(end.map((value) => sql`${value}`))}`;
  // It ends with all that have the same values.
  if (columns.length === 1 && hasMany(walking, allOf([where, compared("=")]))) return "crowded";
  return {
    where: allOf([where, rest, compared(isAscending ? "<=" : ">=")]),
    rest: compared(isAscending ? ">" : "<"),
  };
}

/** The values of the last of the next so many rows; undefined if there are fewer. */
function endOf({ from, search, sorting }: Walking, { where, columns }: Stretch, rest: Sql, size: number) {
  const direction = plain(sorting.keys[0]!.direction);
  const values = join(
    columns.map((column, at) => sql`${column} AS ${plain(`c${at}`)}`),
    ", ",
  );
  const order = join(
    columns.map((column) => sql`${column} ${direction}`),
    ", ",
  );
  const [row] = search.tools.statements.all<Row>(
    sql`SELECT ${values} FROM ${from} WHERE ${where} AND ${rest} ORDER BY ${order} LIMIT 1 OFFSET ${BigInt(size - 1)}`,
  );
  return row && columns.map((_column, at) => row[`c${at}`]!);
}

function isAny({ from, search }: Walking, where: Sql): boolean {
  return search.tools.statements.all(sql`SELECT 1 FROM ${from} WHERE ${where} LIMIT 1`).length > 0;
}

function hasMany({ from, search }: Walking, where: Sql): boolean {
  const limit = BigInt(search.tools.sizes.window.most);
  const some = sql`SELECT 1 FROM ${from} WHERE ${where} LIMIT ${limit}`;
  const { count } = search.tools.statements.one<{ count: bigint }>(
    sql`SELECT count(*) AS count FROM (${some})`,
  );
  return count === limit;
}

/** The first of the rows there, in the order of the list. */
function selectedIn({ search, sorting, page, from }: Walking, where: Sql, limit: number): Position[] {
  const conditions = allOf([where, ...(page.after ? [comesAfter(page.after, sorting)] : [])]);
  const order = orderBy(sorting, { isMixed: false });
  const rows = search.tools.statements.all<Row>(
    sql`SELECT ${selected(sorting)} FROM ${from} WHERE ${conditions} ORDER BY ${order} LIMIT ${BigInt(limit)}`,
  );
  return rows.map((row) => positionOf(row, sorting));
}

function vectorOf(parts: readonly Sql[]): Sql {
  return parts.length === 1 ? parts[0]! : sql`(${join(parts, ", ")})`;
}
