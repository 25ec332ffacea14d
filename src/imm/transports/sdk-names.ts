import type { Field, Model } from "../../contract/contract-types.ts";
import { elementType, modelOf } from "../../contract/contract.ts";
import { sdkName } from "../../contract/names.ts";
import { asDouble } from "../wire/as-double.ts";

/** One way between IMM's names and the SDK's, and what becomes of an integer on it. */
export interface Direction {
  names(wireName: string): { from: string; to: string };
  integer(value: unknown): unknown;
}

/** From IMM's names to the SDK's. */
export const toSdk: Direction = {
  names: (wireName) => ({ from: wireName, to: sdkName(wireName) }),
  integer: writable,
};

/** From the SDK's names to IMM's. */
export const toWire: Direction = {
  names: (wireName) => ({ from: sdkName(wireName), to: wireName }),
  integer: (value) => (typeof value === "number" ? asDouble(value) : value),
};

/** The same structure by the other names, without members that the contract doesn't know. */
export function rename(value: object, fields: Model, direction: Direction): Record<string, unknown> {
  const members = value as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(fields).flatMap(([wireName, field]) => {
      const { from, to } = direction.names(wireName);
      const member = members[from];
      return member === undefined || member === null ? [] : [[to, renameMember(member, field, direction)]];
    }),
  );
}

function renameMember(member: unknown, field: Field, direction: Direction): unknown {
  if (Array.isArray(member)) return member.map((each) => renameMember(each, field, direction));
  const inner = modelOf(field);
  if (inner) return rename(member as object, inner, direction);
  return elementType(field) === "int64" ? direction.integer(member) : member;
}

/** An integer as the SDK can write it: a number where that holds it, else decimal text. */
function writable(integer: unknown): unknown {
  if (typeof integer === "number") return integer;
  const number = Number(integer);
  return Number.isSafeInteger(number) && String(number) === String(integer) ? number : String(integer);
}
