import type { PageSize, TypeCalls } from "../../contract/calls.ts";
import type { Action } from "../../contract/wire.ts";

/** What the page knows of the schema beyond introspection. */
export interface SchemaMetadata {
  /** The action that a field calls, by type and field. */
  readonly fields: Readonly<Record<string, Readonly<Record<string, Action>>>>;
  /** The types whose objects are read by their key. */
  readonly types: Readonly<Record<string, TypeCalls>>;
  /** How many items a page of each List action has. */
  readonly pages: Readonly<Partial<Record<Action, PageSize>>>;
  /** The fields that a poll answers, by the subscription that it is made for. */
  readonly polled: Readonly<Record<string, readonly string[]>>;
  /** What IMM calls the values of an enum. */
  readonly enums: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** The TypeScript type of each scalar. */
  readonly scalars: Readonly<Record<string, string | { readonly input: string; readonly output: string }>>;
}
