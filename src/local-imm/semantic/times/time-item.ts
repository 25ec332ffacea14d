import type { ClosedSpan } from "./calendar.ts";
import type { PartOfYear, Which } from "./part-of-year.ts";

/** What words of a sentence say of a time. */
export type TimeItem =
  | { readonly kind: "year"; readonly year: number }
  | { readonly kind: "span"; readonly span: ClosedSpan; readonly year?: number | undefined }
  /** It waits for a year, which another word may tell. */
  | { readonly kind: "part"; readonly part: PartOfYear; readonly which: Which };

/** Where an item stands in its text. */
export interface PlacedTime {
  readonly start: number;
  readonly end: number;
  readonly item: TimeItem;
}

/** Where a pattern stands in the sentence. */
export interface Surroundings {
  /** The local time. */
  readonly now: number;
  readonly before: string;
  readonly after: string;
}

type Groups = Readonly<Record<string, string | undefined>>;

/** Words that say something of a time. What looks like it and isn't has no item. */
export interface TimePattern {
  /** Sticky; its groups have names. */
  readonly form: RegExp;
  item(groups: Groups, surroundings: Surroundings): TimeItem | undefined;
}
