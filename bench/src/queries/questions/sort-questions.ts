import { along, inTable, pageFrom, pageSize, where, type Ways } from "./by-hand.ts";
import { endOf, orders, type Known } from "./known.ts";
import type { SortKey } from "../filled/local-store.ts";
import type { PageQuestion } from "./question.ts";

/** First pages of sorted lists, and pages far behind. */
export function sortQuestions(known: Known): PageQuestion[] {
  return [...bySizeAndName(known), ...byWidthAndTime(known)];
}

function bySizeAndName(known: Known): PageQuestion[] {
  const rows = { sizes: along("FileBySize"), table: inTable };
  const after = endOf(known, "sizes");
  const { values, FileId } = after;
  const [size, name] = values as [bigint, string];
  const isBehind = `f.Filename > '${name}' OR (f.Filename = '${name}' AND f.FileId < ${FileId})`;
  return pagesOf(known, {
    title: "Size, Filename",
    keys: [
      { field: "Size", direction: "desc" },
      { field: "Filename", direction: "asc" },
    ],
    ...{ order: orders.sizes, after, rows },
    behind: `f.Size <= ${size} AND (f.Size < ${size} OR ${isBehind})`,
  });
}

function byWidthAndTime(known: Known): PageQuestion[] {
  const rows = { table: inTable };
  const after = endOf(known, "widths");
  const { values, FileId } = after;
  const [width, time] = values as [bigint, bigint | null];
  // Those without a time come last.
  const isBehind =
    time === null
      ? `(f.ProduceTime IS NULL AND f.FileId < ${FileId})`
      : `f.ProduceTime IS NULL OR f.ProduceTime < ${time} OR (f.ProduceTime = ${time} AND f.FileId < ${FileId})`;
  return pagesOf(known, {
    title: "ImageWidth, ProduceTime",
    keys: [
      { field: "ImageWidth", direction: "desc" },
      { field: "ProduceTime", direction: "desc" },
    ],
    ...{ order: orders.widths, after, rows },
    behind: `f.ImageWidth <= ${width} AND (f.ImageWidth < ${width} OR ${isBehind})`,
    columns: "DatasetId, ImageWidth, ProduceTime",
  });
}

interface Sorted extends Pick<PageQuestion, "after" | "title"> {
  readonly keys: readonly SortKey[];
  readonly order: string;
  readonly rows: Ways;
  /** What is asked of the rows behind the position. */
  readonly behind: string;
  /** Of an index for it that nobody has declared. */
  readonly columns?: string;
}

function pagesOf(
  { farPage }: Known,
  { title, keys, after, order, rows, behind, columns }: Sorted,
): PageQuestion[] {
  const list = { kind: "a sort by two fields", condition: undefined, keys } as const;
  const skipping = pageFrom(rows, order, (farPage - 1) * pageSize);
  const index = { index: along("Undeclared") };
  const withIndex = (ways: Ways) =>
    columns !== undefined && { undeclared: { columns, page: pageFrom(ways, order) } };
  return [
    { ...list, title: `${title}: first page`, page: pageFrom(rows, order), ...withIndex(index) },
    {
      ...{ ...list, title: `${title}: page ${farPage.toLocaleString("en")}`, after: after! },
      page: {
        ...pageFrom(where(behind, rows), order),
        ...renamed(skipping, (name) => `${name}, skipping`),
      },
      ...withIndex(where(behind, index)),
    },
  ];
}

const renamed = (ways: Ways, rename: (name: string) => string): Ways =>
  Object.fromEntries(Object.entries(ways).map(([name, statement]) => [rename(name), statement]));
