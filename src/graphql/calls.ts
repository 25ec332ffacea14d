import type { Action } from "../contract/wire.ts";

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

/** The `extensions` by which a field or a type tells the calls to IMM behind it, for whoever shows or counts them. */
export function calls<Calls extends FieldCalls | TypeCalls>(imm: Calls): { imm: Calls } {
  return { imm };
}

/** What a field or type of the schema tells of its calls; undefined where it tells none. */
export function callsOf<Calls extends FieldCalls | TypeCalls>({
  extensions,
}: {
  extensions: Readonly<Record<string, unknown>>;
}): Calls | undefined {
  return extensions["imm"] as Calls | undefined;
}
