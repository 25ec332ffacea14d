import type { Action } from "../../contract/wire.ts";

/** What the page knows of the schema beyond introspection. */
export interface SchemaMetadata {
  /** The action that a field calls, by type and field. */
  readonly fields: Readonly<Record<string, Readonly<Record<string, Action>>>>;
  /** The types whose objects are read by their key. */
  readonly types: Readonly<Record<string, EntityCalls>>;
  /** How many items a page of each List action has. */
  readonly pages: Readonly<Partial<Record<Action, PageSize>>>;
  /** What IMM calls the values of an enum. */
  readonly enums: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** The TypeScript type of each scalar. */
  readonly scalars: Readonly<Record<string, string | { readonly input: string; readonly output: string }>>;
}

/** How many items a page has: at most, and unless asked. */
export interface PageSize {
  readonly max: number;
  readonly default: number;
}

/** How the objects of a type are read. */
export interface EntityCalls {
  readonly action: Action;
  /** The parts of its key, by wire name. */
  readonly key: readonly string[];
  /** The fields that the key alone answers, without a call. */
  readonly keyFields: readonly string[];
  /** The fields that not every reply has. */
  readonly details: readonly Detail[];
}

/** Fields that not every reply has. */
export interface Detail {
  readonly fields: readonly string[];
  /** The parameter that makes IMM answer them; if undefined, reading by key is enough. */
  readonly parameter?: string;
  /** Whether lists take the parameter too. */
  readonly inLists: boolean;
}
