import type { Action } from "./wire.ts";

/** How many items a page of a list has: at most what one call may bring, and what it brings unless asked. */
export interface PageSize {
  readonly max: number;
  readonly default: number;
}

// Pages of pages are expensive.
const nestedDefault = 10;

/** How many items a page has if nobody says: fewer in a list within another list. */
export function defaultFirst(size: PageSize, isNested: boolean): number {
  return isNested ? Math.min(nestedDefault, size.default) : size.default;
}

/** How the objects of a type of the graph are read by their key. */
export interface TypeCalls {
  /** The action that reads one. */
  readonly action: Action;
  /** The parts of its key, by wire name. */
  readonly key: readonly string[];
  /** The fields that the key alone answers, without a call. */
  readonly keyFields: readonly string[];
  /** The fields that not every reply has. */
  readonly details: readonly Detail[];
}

/** Fields of an object that not every reply has. */
export interface Detail {
  readonly fields: readonly string[];
  /** The parameter, a boolean, that makes IMM answer them: `WithStatistics`. If undefined, reading by key is enough. */
  readonly parameter?: string;
  /** Whether lists take the parameter too; if not, each object of a list costs a read. */
  readonly inLists: boolean;
}
