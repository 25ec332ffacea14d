import { median } from "../measure/statistics.ts";
import { askForPage } from "./ask.ts";
import { pageSize } from "./questions/by-hand.ts";
import { cpuOf } from "./cpu.ts";
import type { Queryable, SortKey, Position } from "./filled/local-store.ts";

/** What pages cost on the way through a whole dataset. */
export interface Paging {
  readonly title: string;
  /** Microseconds of a page in the first tenth and in the last: the medians of the rounds. */
  readonly first: number;
  readonly last: number;
  /** How many times the first the last takes: the median of what each round says. */
  readonly ratio: number;
}

const lists: readonly { readonly title: string; readonly keys: readonly SortKey[] }[] = [
  { title: "URI", keys: [{ field: "URI", direction: "asc" }] },
  {
    title: "Size, Filename",
    keys: [
      { field: "Size", direction: "desc" },
      { field: "Filename", direction: "asc" },
    ],
  },
];

/** Goes through all files in pages, and then again and again through the first and the last tenth of them. */
export async function measurePaging(store: Queryable, files: number, rounds: number): Promise<Paging[]> {
  const results: Paging[] = [];
  for (const { title, keys } of lists) {
    const pages = files / pageSize;
    const tenth = Math.ceil(pages / 10);
    const lastTenth = await beginOfLast(tenth, { store, keys, pages });
    const costs: { first: number; last: number }[] = [];
    for (let round = 0; round < rounds; round++) {
      const costOf = async (after: Position | undefined) =>
        (await cpuOf(() => walk({ store, keys, pages: tenth, after }))) / tenth;
      costs.push({ first: await costOf(undefined), last: await costOf(lastTenth) });
    }
    results.push({
      title,
      first: median(costs.map(({ first }) => first)),
      last: median(costs.map(({ last }) => last)),
      ratio: median(costs.map(({ first, last }) => last / first)),
    });
  }
  return results;
}

interface Walk {
  readonly store: Queryable;
  readonly keys: readonly SortKey[];
  readonly pages: number;
  readonly after?: Position | undefined;
}

/** Reads so many pages, one behind the other, and shows each to `see`. */
async function walk({ store, keys, pages, after }: Walk, see?: (page: FoundPage) => void): Promise<void> {
  let end = after;
  for (let n = 0; n < pages; n++) {
    const page = await askForPage({ keys, after: end, withTotal: false }, store);
    see?.(page);
    ({ end } = page);
  }
}

type FoundPage = Awaited<ReturnType<typeof askForPage>>;

/**
 * Where the last so many pages begin.
 *
 * @throws Error unless each file stands on one page.
 */
async function beginOfLast(count: number, list: Walk): Promise<Position | undefined> {
  const ends: (Position | undefined)[] = [];
  const found = new Set<string | undefined>();
  await walk(list, ({ files, end }) => {
    ends.push(end);
    for (const { URI } of files) found.add(URI);
  });
  const files = list.pages * pageSize;
  if (found.size !== files) throw new Error(`${list.pages} pages have ${found.size} of ${files} files.`);
  return ends.at(-count - 1);
}
