import { graphName } from "./names.ts";
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
  /** How one call reads many of them; undefined if each takes a call of its own. */
  readonly batch?: Batch;
  /** How to say which fields IMM returns; undefined if it returns what it has. */
  readonly fieldList?: FieldList;
}

/** How one call reads many objects: those that have all parts of their keys but one in common. */
export interface Batch {
  /** The part of the key that each has of its own: `URI`. */
  readonly part: string;
  /** The parameter that lists those: `URIs`. */
  readonly parameter: string;
  /** How many one call reads at most. */
  readonly max: number;
}

/** How a call says which fields of an object IMM returns. */
export interface FieldList {
  /** The parameter that lists them: `WithFields`. If it's left out, IMM returns all. */
  readonly parameter: string;
  /** The field that is always asked for, since it tells which object is which: `URI`. */
  readonly always: string;
  /** What IMM calls each field of the graph. */
  readonly wireNames: Readonly<Record<string, string>>;
}

/** How many calls read so many objects of a type together. */
export function callsToRead({ batch }: TypeCalls, objects: number): number {
  return batch ? Math.ceil(objects / batch.max) : objects;
}

/** The keys of the objects that a field's arguments name: many if they list the part that each has of its own. */
export function keysOf(
  { key, batch }: TypeCalls,
  names: Readonly<Record<string, unknown>>,
  args: Readonly<Record<string, unknown>>,
): Record<string, unknown>[] {
  const common = Object.fromEntries(key.map((name) => [name, args[graphName(name)] ?? names[name]]));
  const parts = batch && (args[graphName(batch.parameter)] as readonly unknown[] | undefined);
  return parts ? parts.map((part) => ({ ...common, [batch.part]: part })) : [common];
}

/** Fields of an object that not every reply has. */
export interface Detail {
  readonly fields: readonly string[];
  /** The parameter, a boolean, that makes IMM answer them: `WithStatistics`. If undefined, reading by key is enough. */
  readonly parameter?: string;
  /** Whether lists take the parameter too; if not, each object of a list costs a read. */
  readonly inLists: boolean;
}

/** The fields that IMM must return for what is selected of an object; undefined if it can't be told, so all. */
export function fieldsToRead(
  { always, wireNames }: FieldList,
  keyFields: readonly string[],
  selected: Iterable<string>,
): string[] | undefined {
  const fields = new Set([always]);
  for (const name of selected) {
    if (keyFields.includes(name)) continue;
    const wireName = Object.hasOwn(wireNames, name) ? wireNames[name] : undefined;
    if (wireName === undefined) return undefined;
    fields.add(wireName);
  }
  return [...fields];
}
