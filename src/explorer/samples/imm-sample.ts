import type { Field, ImmEndpointInfo, Model } from "../../contract/contract-types.ts";
import { modelOf, parametersOf, withNumbers } from "../../contract/contract.ts";
import { getOwn } from "../own-property.ts";
import type { PlannedCall } from "../planning/planned-calls.ts";

/** Writes code that makes calls to IMM, one after the other. */
export type ImmSample = (calls: readonly PlannedCall[], endpointInfo: ImmEndpointInfo) => string;

/** A parameter, or a member of a structure, with its wire name and what the contract says of it. */
export interface Member {
  readonly name: string;
  readonly value: unknown;
  readonly field: Field;
}

/** A call's parameters; their 64-bit numbers are bigints. */
export function parameters({ action, params }: PlannedCall): Member[] {
  return members(params, parametersOf(action));
}

/** The members of a structure, of a field that holds one. */
export function membersOf(structure: object, field: Field): Member[] {
  return members(structure, modelOf(field) ?? {});
}

function members(structure: object, model: Model): Member[] {
  return Object.entries(structure).map(([name, value]) => {
    const field = getOwn(model, name);
    if (!field) throw new Error(`The contract knows no ${name} here.`);
    return { name, value: withNumbers(value, field), field };
  });
}
