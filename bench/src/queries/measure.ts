import { askForPage, showAll } from "./ask.ts";
import { byURI, pageSize } from "./questions/by-hand.ts";
import { compare, type Comparison } from "./compare.ts";
import { cpuOf } from "./cpu.ts";
import { diskUseOf, type DiskUse } from "./disk.ts";
import { longestHold } from "./hold.ts";
import { lookUp, type Known } from "./questions/known.ts";
import { openQueryable, type QueryableDatabase } from "./filled/local-store.ts";
import { measurePaging, type Paging } from "./paging.ts";
import { bomb } from "./questions/conditions.ts";
import { questionsOf } from "./questions/questions.ts";

// Asks all questions of a filled store and by hand, pages through it, and looks at its file. Prints what it found.

const { DIR, FILES, ROUNDS, WORK_MS } = process.env as Record<string, string>;
const rounds = { queryRounds: Number(ROUNDS), queryMs: Number(WORK_MS) };

/** What one process finds out about queries. */
export interface Answered {
  readonly known: Known;
  readonly comparisons: readonly Comparison[];
  /** The longest that a hundred conditions without an index hold the process, in milliseconds. */
  readonly bombHold: number;
  /** Microseconds to read and show a page of files whose ids are known. */
  readonly showing: number;
  readonly paging: readonly Paging[];
  readonly disk: readonly DiskUse[];
}

using database = openQueryable(DIR!);
const known = lookUp(database.connection, Number(FILES));
const comparisons: Comparison[] = [];
for (const question of questionsOf(known)) {
  const comparison = await compare(question, database, rounds);
  comparisons.push(comparison);
  const { kind, title, ours, byHand, ratio, ways, hold } = comparison;
  console.error(
    `${kind}: ${title}: ${(ours / 1_000).toFixed(2)} ms, by hand (${ways.join("; ")}) ${(byHand / 1_000).toFixed(2)} ms, ${ratio.toFixed(2)} ×, holds ${hold.toFixed(1)} ms`,
  );
}
const inOrder = [{ field: "URI", direction: "asc" }] as const;
const bombHold = await longestHold(() =>
  askForPage({ condition: bomb, keys: inOrder, withTotal: true }, database),
);
const showing = await costOfShowing(database);
const paging = await measurePaging(database, known.files, rounds.queryRounds);
const answered: Answered = {
  ...{ known, comparisons, bombHold, showing, paging },
  disk: diskUseOf(database.connection),
};
console.log(JSON.stringify(answered));

function costOfShowing(store: QueryableDatabase): Promise<number> {
  const some = store.connection
    .prepare(`SELECT f.FileId FROM ${byURI} ORDER BY f.URI LIMIT ${pageSize}`)
    .all();
  const ids = (some as { FileId: bigint }[]).map(({ FileId }) => FileId);
  return cpuOf(() => showAll(ids, store), 200);
}
