import type { PageSize, TypeCalls } from "../../contract/calls.ts";
import { contract } from "../../contract/contract.ts";
import type { Action } from "../../contract/wire.ts";

/** The extension of a field: the action that it calls. */
export interface FieldCalls {
  /** Undefined if it only divides what comes with the object that it is of. */
  readonly action?: Action;
  /** Of a connection, or a list that `first` cuts, how many items a page has. */
  readonly page?: PageSize;
  /** Of a mutation, the list in its input that has as many items as its payload's list. */
  readonly batch?: string;
  /** Of a subscription, the fields that an event brings along: any other takes a call for each event. */
  readonly polled?: readonly string[];
}

/**
 * The options of a field that calls an action: an extension that names it, for the explorer and the cost; and a tag of
 * RAM's access level (`imm-create`, `imm-list`), for contracts of a supergraph.
 */
export function callsAction(
  action: Action,
  page?: PageSize,
  { batch }: Pick<FieldCalls, "batch"> = {},
): { extensions: { imm: FieldCalls }; tag: string } {
  const { access } = contract.operations[action];
  return {
    extensions: { imm: { action, ...(page && { page }), ...(batch && { batch }) } },
    tag: `imm-${access}`,
  };
}

/** The options of a subscription that calls an action until it has had its events, which bring these fields along. */
export function pollsAction(
  action: Action,
  polled: readonly string[],
): { extensions: { imm: FieldCalls }; tag: string } {
  const { tag } = callsAction(action);
  return { extensions: { imm: { action, polled } }, tag };
}

/** The option of a list that `first` cuts, which comes with the object that it is of: an extension with its size. */
export function bringsPage(page: PageSize): { extensions: { imm: Pick<FieldCalls, "page"> } } {
  return { extensions: { imm: { page } } };
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
