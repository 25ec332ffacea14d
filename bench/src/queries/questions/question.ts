import type { Ways } from "./by-hand.ts";
import type { Aggregation, Condition, Position, SortKey } from "../filled/local-store.ts";

/** The kinds of questions that have a threshold each. */
export const kinds = [
  ...(["equality", "a range on two fields", "a nested label with its confidence", "a circle"] as const),
  ...(["a prefix", "a phrase", "groups", "distinct values", "numbers"] as const),
  ...(["a sort by two fields", "fuzzy, Latin", "fuzzy, Chinese"] as const),
] as const;

export type Kind = (typeof kinds)[number];

/** What is asked of the local IMM, and the SQL that answers it by hand. */
export type Question = PageQuestion | AggregateQuestion;

interface Named {
  readonly kind: Kind;
  readonly title: string;
}

/** An index of File that nobody has declared, called `Undeclared`, by which SQL by hand would take less time. */
interface Undeclared {
  readonly columns: string;
}

/** A page of files. */
export interface PageQuestion extends Named, PageByHand {
  readonly condition: Condition | undefined;
  readonly keys: readonly SortKey[];
  /** Where the page before ended. */
  readonly after?: Position;
  readonly undeclared?: Undeclared & PageByHand;
}

export interface PageByHand {
  readonly page: Ways;
  /** If it is asked for as well, how many files there are in all. */
  readonly count?: Ways;
}

export interface AggregateQuestion extends Named, AggregateByHand {
  readonly condition: Condition | undefined;
  readonly aggregations: readonly Aggregation[];
  readonly undeclared?: Undeclared & AggregateByHand;
}

export interface AggregateByHand {
  /** Statements whose rows are groups, or one row with the values. */
  readonly aggregate: Ways;
}
