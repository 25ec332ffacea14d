import type { FileField } from "../../../../contract/query-fields.ts";
import type { Condition } from "./condition.ts";
import { conjunctsOf } from "./drivers.ts";
import { compare } from "../sort.ts";

type Limit = bigint | number | string;

/** Between which values of a field a condition can be met, both included; undefined where there is no limit. */
export interface Limits {
  readonly lower: Limit | undefined;
  readonly upper: Limit | undefined;
}

/** What a condition says of a field's values. */
export function limitsOn(field: FileField, condition: Condition | undefined): Limits {
  let lower: Limit | undefined;
  let upper: Limit | undefined;
  for (const each of conjunctsOf(condition)) {
    if (!("subject" in each) || !("file" in each.subject) || each.subject.file !== field) continue;
    if (each.kind !== "compare" && each.kind !== "prefix") continue;
    const { value } = each;
    const operation = each.kind === "prefix" ? "gte" : each.operation;
    if (operation !== "lt" && operation !== "lte" && (lower === undefined || compare(value, lower) > 0))
      lower = value;
    if (operation !== "gt" && operation !== "gte" && (upper === undefined || compare(value, upper) < 0))
      upper = value;
  }
  return { lower, upper };
}
