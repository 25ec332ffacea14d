import type { Queries } from "../queries/queries.ts";
import { formatNumber, megabytes, times } from "./format.ts";
import { table } from "./table.ts";

/** What queries cost, as Markdown: a sentence and a table for each part, for each number of files. */
export function queryTables(all: readonly Queries[]): string[] {
  return all.flatMap((queries) => [
    `A dataset of ${queries.files.toLocaleString("en")} files, asked by the local IMM's search and by the best SQL by hand; "first page" where nothing else is said, of 100 files with their documents, in the order of URIs:`,
    comparisonTable(queries),
    undeclaredNote(queries),
    `Of a page of 100 files, reading and showing them took the local IMM ${ms(queries.showing)} ms. A hundred conditions that no index helps held its process for ${formatNumber(queries.bombHold)} ms at most.`,
    `Through all ${queries.files.toLocaleString("en")} files in pages of 100:`,
    pagingTable(queries),
    `Storing a file took ${formatNumber(queries.storing)} µs of CPU, with all that queries ask. A process that had the store open had ${megabytes(queries.memory.opened)} MB resident, and at most ${megabytes(queries.memory.most)} MB while it was asked all of this. On disk:`,
    diskTable(queries),
  ]);
}

const ms = (microseconds: number) => formatNumber(microseconds / 1_000);

const comparisonTable = ({ comparisons }: Queries) =>
  table(
    ["", "CPU, ms", "by hand, ms", "that by hand", "with an index, ms", "holds the process, ms"],
    comparisons.map((comparison) => [
      `${comparison.kind}: ${comparison.title}`,
      ms(comparison.ours),
      ms(comparison.byHand),
      times(comparison.ratio),
      comparison.undeclared ? ms(comparison.undeclared.byHand) : "–",
      formatNumber(comparison.hold),
    ]),
  );

/** Which indexes would help, that nobody has declared. */
function undeclaredNote({ comparisons }: Queries): string {
  const columns = new Set(comparisons.flatMap(({ undeclared }) => (undeclared ? [undeclared.columns] : [])));
  const list = [...columns].map((each) => `(${each})`).join(", ");
  return `"With an index" is by hand too, with one made for the question that nobody has declared and every file that is stored would pay for: on ${list}.`;
}

const pagingTable = ({ paging }: Queries) =>
  table(
    ["in the order of", "CPU of a page in the first tenth, ms", "in the last tenth, ms", "that in the first"],
    paging.map(({ title, first, last, ratio }) => [title, ms(first), ms(last), times(ratio)]),
  );

const diskTable = ({ disk }: Queries) =>
  table(
    ["table or index", "bytes a file"],
    disk.map(({ name, bytes }) => [name, formatNumber(bytes)]),
  );
