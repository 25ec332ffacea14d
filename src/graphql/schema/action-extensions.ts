import { contract } from "../../contract/contract.ts";
import type { Action } from "../../contract/wire.ts";

/** The extension of a field: the action that it calls. */
export interface FieldCalls {
  readonly action: Action;
  /** Of a connection, how many items a page has. */
  readonly page?: PageSize;
}

/** How many items a page of a list has: at most what one call may bring, and what IMM brings unless asked. */
export interface PageSize {
  readonly max: number;
  readonly default: number;
}

/** The extension of a type whose objects are read by their key. */
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

/**
 * The options of a field that calls an action: an extension that names it, for the explorer and the cost; and a tag of
 * RAM's access level (`imm-create`, `imm-list`), for contracts of a supergraph.
 */
export function callsAction(
  action: Action,
  page?: PageSize,
): { extensions: { imm: FieldCalls }; tag: string } {
  const { access } = contract.operations[action];
  return { extensions: { imm: { action, ...(page && { page }) } }, tag: `imm-${access}` };
}

/** The option of a type whose objects an action reads: an extension that says how. */
export function readByAction(calls: TypeCalls): { extensions: { imm: TypeCalls } } {
  return { extensions: { imm: calls } };
}

/** The extension of a field or type about its calls; undefined if it has none. */
export function callsOf<Calls extends FieldCalls | TypeCalls>({
  extensions,
}: {
  extensions: Readonly<Record<string, unknown>>;
}): Calls | undefined {
  return extensions["imm"] as Calls | undefined;
}
