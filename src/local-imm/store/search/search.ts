import type { Connection } from "../database/connection.ts";
import type { Transactions } from "../database/transactions.ts";
import { aggregate } from "./aggregates/aggregate.ts";
import type { Aggregate, Aggregation } from "./aggregates/aggregation.ts";
import type { Place } from "./conditions/condition.ts";
import { countSelected } from "./count.ts";
import { type Alike, findAlike } from "./find-alike.ts";
import { findPage } from "./find-page.ts";
import type { PageOfFiles } from "./sort.ts";
import type { PartTools, Sizes } from "./parts.ts";
import { isInside } from "./conditions/place.ts";
import { locate } from "./locate.ts";
import { searching, type Selection } from "./searching.ts";
import type { Position } from "./sort.ts";
import { createStatements, type Statements } from "./sql.ts";
import { type CustomLabel, customLabelsOf } from "./vocabulary.ts";
import { hammingDistance } from "../../operators/image-hash/distance.ts";
import { objectIdOf } from "./rows/object-id.ts";
import { wordsOf } from "./rows/words.ts";

/** What is asked of the files of a dataset. */
export interface Search {
  /** The positions of the files on a page, and how many files are in the whole selection, if that is asked for. */
  find(
    selection: Selection,
    page: PageOfFiles & { readonly withTotal: boolean },
    signal?: AbortSignal,
  ): Promise<Found>;
  /** What is computed over all files of a selection, in the order in which it is asked for. */
  aggregate(selection: Selection, asked: Aggregations, signal?: AbortSignal): Promise<Aggregate[]>;
  /** The files of a selection that look most like a picture, the most alike first. */
  findAlike(selection: Selection, picture: Picture, signal?: AbortSignal): Promise<readonly Alike[]>;
  /** The different custom labels of a dataset's files, as many as that at most. */
  customLabels(DatasetId: bigint, limit: number): readonly CustomLabel[];
}

/** A picture that others are compared with. */
export interface Picture {
  readonly hash: string;
  /** In how many bits their hashes may differ. */
  readonly mostDistant: number;
  readonly limit: number;
}

export interface Found {
  readonly positions: readonly Position[];
  readonly total: bigint | undefined;
}

export interface Aggregations {
  readonly aggregations: readonly Aggregation[];
  readonly maxGroups: number;
}

/**
 * Prepares searches. Each looks at its files in parts, and lets others have the process in between. A search that is
 * aborted ends with the signal's reason.
 */
export function createSearch(
  db: Connection,
  { read }: Pick<Transactions, "read">,
  parts: PartTools = { pause: nextTurn, clock: () => performance.now(), sizes: usualSizes },
): Search {
  defineFunctions(db);
  const prepared = createStatements(db);
  const statements: Statements = {
    all: (statement) => read(() => prepared.all(statement)),
    one: (statement) => read(() => prepared.one(statement)),
  };
  const toolsFor = (signal: AbortSignal | undefined) => ({
    ...parts,
    statements,
    async pause() {
      await parts.pause();
      signal?.throwIfAborted();
    },
  });

  return {
    async find(selection, { withTotal, ...page }, signal) {
      const search = searching(selection, toolsFor(signal));
      const where = await locate(search, "first");
      const positions = await findPage(search, where, page);
      return { positions, total: withTotal ? await countSelected(search, where.rows) : undefined };
    },
    aggregate: (selection, { aggregations, maxGroups }, signal) =>
      aggregate(searching(selection, toolsFor(signal)), aggregations, maxGroups),
    findAlike: (selection, picture, signal) => findAlike(searching(selection, toolsFor(signal)), picture),
    customLabels: (DatasetId, limit) => customLabelsOf(DatasetId, limit, statements),
  };
}

const usualSizes: Sizes = {
  few: { first: 250, most: 4000 },
  members: 50_000,
  part: { fewest: 16, most: 32_768 },
  window: { first: 150, most: 4000, whole: 500_000 },
};

let last = Promise.resolve();

/** Ends in the next turn of the event loop in which no other search goes on. */
function nextTurn(): Promise<void> {
  last = last.then(() => new Promise((resolve) => setImmediate(resolve)));
  return last;
}

function defineFunctions(db: Connection): void {
  const deterministic = { deterministic: true };
  const toInt = (is: boolean) => (is ? 1 : 0);
  // Conditions on the same field look at the same text, one after the other.
  const wordsIn = remembered((text: string) => ` ${wordsOf(text).join(" ")} `);
  db.function("hasPhrase", deterministic, (text: unknown, words: unknown) => {
    if (typeof text !== "string" || typeof words !== "string") return null;
    return toInt(wordsIn(text).includes(` ${words} `));
  });
  const pointsOf = remembered((text: string) =>
    (JSON.parse(text) as [number, number][]).map(([latitude, longitude]): Place => ({ latitude, longitude })),
  );
  db.function("isInside", deterministic, (text: unknown, latitude: unknown, longitude: unknown) => {
    if (typeof latitude !== "number" || typeof longitude !== "number") return null;
    return toInt(isInside(pointsOf(String(text)), latitude, longitude));
  });
  db.function("hammingDistance", deterministic, (one: unknown, other: unknown) =>
    typeof one === "string" && typeof other === "string" ? hammingDistance(one, other) : null,
  );
  const idOf = remembered(objectIdOf);
  db.function("objectIdOf", deterministic, (uri: unknown) => idOf(String(uri)));
}

/** The same function, which knows its last results. */
function remembered<Result>(compute: (text: string) => Result): (text: string) => Result {
  const results = new Map<string, Result>();
  return (text) => {
    const known = results.get(text);
    if (known !== undefined) return known;
    const result = compute(text);
    // As many as a query has conditions, and texts of a few hundred kilobytes at most.
    if (results.size >= 128) results.clear();
    if (text.length <= 4096) results.set(text, result);
    return result;
  };
}
