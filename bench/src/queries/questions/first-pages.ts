import { along, countOf, pageFrom, where, type Ways } from "./by-hand.ts";
import type { Condition, SortKey } from "../filled/local-store.ts";
import type { Kind, PageQuestion } from "./question.ts";

const inOrderOfURIs: readonly SortKey[] = [{ field: "URI", direction: "asc" }];

interface Asked {
  readonly kind: Kind;
  readonly title: string;
  readonly condition: Condition;
  /** Ways to the rows, without what is selected of them. */
  readonly rows: Ways;
  /** Ways to count them; without them only a page is asked for. */
  readonly count?: Ways;
  /** What is asked of a row, and the columns of an index for it that nobody has declared. */
  readonly undeclared?: { readonly columns: string; readonly condition: string };
}

/** A first page in the order of URIs, and the same with how many files there are in all, if there are ways to count. */
export function firstPages({ kind, title, condition, rows, count, undeclared }: Asked): PageQuestion[] {
  const keys = inOrderOfURIs;
  const byIndex = undeclared && where(undeclared.condition, { index: along("Undeclared") });
  const declared = byIndex && {
    columns: undeclared.columns,
    page: pageFrom(byIndex, "f.URI"),
    count: countOf(byIndex),
  };
  const page = { kind, title, condition, keys, page: pageFrom(rows, "f.URI") };
  const pages = [page, ...(count ? [{ ...page, title: `${title}, with the count`, count }] : [])];
  return pages.map((each) => (declared ? { ...each, undeclared: declared } : each));
}
