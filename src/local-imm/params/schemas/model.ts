import { z } from "zod";
import type { Field } from "../../../contract/contract-types.ts";
import { contract, elementType, isList } from "../../../contract/contract.ts";
import { jsonInteger } from "./integer.ts";
import { list } from "./list.ts";
import { text } from "./text.ts";

/** Schemas of members whose values IMM documents, by the names of their structure and of themselves: `InputFile.URI`. */
export type Rules = Readonly<Record<string, z.ZodType>>;

/** A schema for a structure of the contract: each member as the contract types it, or as a rule says. Others are left out. */
export function model<T extends object>(name: string, rules: Rules = {}): z.ZodType<T> {
  const fields = contract.models[name];
  if (!fields) throw new Error(`The contract has no model ${name}.`);
  const members = Object.entries(fields).map(([member, field]) => {
    const schema = rules[`${name}.${member}`] ?? schemaOf(field, rules);
    return [member, field.required ? schema : schema.optional()] as const;
  });
  return z.object(Object.fromEntries(members)) as unknown as z.ZodType<T>;
}

function schemaOf(field: Field, rules: Rules): z.ZodType {
  const element = elementOf(elementType(field), rules);
  return isList(field) ? list(element) : element;
}

const maxInt64 = 2n ** 63n - 1n;

function elementOf(type: string, rules: Rules): z.ZodType {
  switch (type) {
    case "string":
      return text();
    case "boolean":
      return z.boolean();
    case "int32":
    case "int64":
      return jsonInteger(-maxInt64 - 1n, maxInt64);
    case "double":
    case "float":
      return z.preprocess((value) => (typeof value === "bigint" ? Number(value) : value), z.number());
    default:
      return model(type, rules);
  }
}
