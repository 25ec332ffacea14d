import { contract } from "../../contract/contract.ts";
import type { Action } from "../../contract/wire.ts";

/** What the schema tells of a field: the action that it calls. */
export interface FieldCalls {
  readonly action: Action;
}

/** What the schema tells of a type whose objects are read by their key. */
export interface TypeCalls {
  /** The action that reads one. */
  readonly action: Action;
  /** The fields that the key alone answers, without a call. */
  readonly keyFields: readonly string[];
  /** The fields that IMM counts only when asked, `WithStatistics`. */
  readonly statistics: readonly string[];
}

/**
 * The options of a field that calls an action: `extensions` tell which, for whoever shows or counts it; the tag
 * says what RAM calls such an access (`imm-create`, `imm-list`), for whoever cuts a contract out of a supergraph.
 */
export function calling(action: Action): { extensions: { imm: FieldCalls }; tag: string } {
  return { extensions: { imm: { action } }, tag: `imm-${contract.operations[action].access}` };
}

/** The option of a type whose objects an action reads: `extensions` tell how. */
export function readBy(calls: TypeCalls): { extensions: { imm: TypeCalls } } {
  return { extensions: { imm: calls } };
}

/** What a field or type of the schema tells of its calls; undefined where it tells none. */
export function callsOf<Calls extends FieldCalls | TypeCalls>({
  extensions,
}: {
  extensions: Readonly<Record<string, unknown>>;
}): Calls | undefined {
  return extensions["imm"] as Calls | undefined;
}
