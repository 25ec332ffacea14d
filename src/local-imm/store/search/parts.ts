import { TooExpensive } from "./too-expensive.ts";
import type { IdRange } from "./conditions/scope.ts";
import type { Condition } from "./conditions/condition.ts";
import { always, plain, sql, type Sql } from "./sql.ts";

/** Rows that a search looks at: those of some ids, which an index found by a condition, or all in a range. */
export type Rows = FoundRows | IdRange;

interface FoundRows {
  readonly ids: readonly bigint[];
  readonly by: Condition;
}

/** A part of such rows, small enough for one statement. */
export interface Part {
  /** From where a statement takes them: the table File, as f. */
  readonly from: Sql;
  readonly where: Sql;
  /** Of the part's ids; undefined if they are single ones. */
  readonly range: IdRange | undefined;
}

/** How many rows a search looks at in which way. */
export interface Sizes {
  /** So many are looked at one by one: rather than along an index, and rather than all in the order of the table. */
  readonly few: { readonly first: number; readonly most: number };
  /** So many ids are listed that an index finds, to look along another for them. */
  readonly members: number;
  /** Of a part. */
  readonly part: { readonly fewest: number; readonly most: number };
  /** Of a walk along an index: at first, to learn how many are in the selection, and later; and if no row is read. */
  readonly window: { readonly first: number; readonly most: number; readonly whole: number };
}

/** What parts are made with. */
export interface PartTools {
  readonly sizes: Sizes;
  /** Lets others have the process: it can't be taken from a statement that runs. */
  pause(): Promise<void>;
  /** Milliseconds, of whatever clock. */
  clock(): number;
}

// A statement may hold the process so long, about.
const shortest = 2;
const longest = 8;

// Two tables' worth of a million files and a hundred conditions each: it would take half a minute.
const maxCost = 20_000_000;

/**
 * Does `work` for one part of rows after the other, as long as it returns true. Parts grow and shrink with the time that
 * they take; `cost` is about that of a row, in microseconds.
 *
 * @throws TooExpensive if all of them together would take too long.
 */
export async function eachPart(
  rows: Rows,
  cost: number,
  { pause, clock, sizes }: PartTools,
  work: (part: Part) => boolean,
): Promise<void> {
  const total = "ids" in rows ? rows.ids.length : Number(rows.last - rows.first) + 1;
  if (total * cost > maxCost) throw new TooExpensive(total);
  const { fewest, most } = sizes.part;
  let size = Math.max(fewest, Math.min(most, Math.round((longest * 500) / cost)));
  for (let done = 0; done < total;) {
    const count = Math.min(size, total - done);
    const part =
      "ids" in rows ? partOfIds(rows.ids.slice(done, done + count)) : partOfRange(rows, done, count);
    const start = clock();
    if (!work(part)) return;
    const took = clock() - start;
    if (took < shortest) size = Math.min(most, size * 2);
    if (took > longest) size = Math.max(fewest, Math.floor(size / 2));
    done += count;
    if (done < total) await pause();
  }
}

function partOfIds(ids: readonly bigint[]): Part {
  // The order of ids is that of the rows in the table.
  const list = `[${ids.join(",")}]`;
  return {
    from: sql`json_each(${list}) j CROSS JOIN File f ON f.FileId = j.value`,
    where: always,
    range: undefined,
  };
}

function partOfRange({ first }: IdRange, done: number, count: number): Part {
  const range = { first: first + BigInt(done), last: first + BigInt(done + count) - 1n };
  return {
    from: plain("File f NOT INDEXED"),
    where: sql`f.FileId BETWEEN ${range.first} AND ${range.last}`,
    range,
  };
}
