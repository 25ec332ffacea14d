import type { Action } from "../../contract/wire.ts";

/** What the page knows of the graph beside what introspection tells. */
export interface Graph {
  /** The action that a field calls, by type and field. */
  readonly fields: Readonly<Record<string, Readonly<Record<string, Action>>>>;
  /** The types whose objects are read by their key. */
  readonly types: Readonly<Record<string, EntityCalls>>;
  /** The TypeScript type of each scalar. */
  readonly scalars: Readonly<Record<string, string | { readonly input: string; readonly output: string }>>;
}

/** How the objects of a type are read. */
export interface EntityCalls {
  readonly action: Action;
  /** The fields that the key alone answers, without a call. */
  readonly keyFields: readonly string[];
  /** The fields that IMM counts only when asked, `WithStatistics`. */
  readonly statistics: readonly string[];
}
