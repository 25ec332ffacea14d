import type { FileField } from "../../../../contract/query-fields.ts";
import { compare } from "../sort.ts";
import type { Condition } from "./condition.ts";
import { conjunctsOf } from "./drivers.ts";
import { firstAfter } from "./row-condition.ts";

type Limit = bigint | number | string;

/** Between which values of a field a condition can be met, both included; undefined where there is no limit. */
export interface Limits {
  readonly lower: Limit | undefined;
  readonly upper: Limit | undefined;
}

/** What a condition says of a field's values. */
export function limitsOn(field: FileField, condition: Condition | undefined): Limits {
  return narrowest(
    conjunctsOf(condition).flatMap((each): Limits[] => {
      if (!("subject" in each) || !("file" in each.subject) || each.subject.file !== field) return [];
      if (each.kind === "prefix") return [{ lower: each.value, upper: firstAfter(each.value) }];
      if (each.kind !== "compare") return [];
      const { operation, value } = each;
      return [
        {
          lower: operation === "lt" || operation === "lte" ? undefined : value,
          upper: operation === "gt" || operation === "gte" ? undefined : value,
        },
      ];
    }),
  );
}

/** The same of URIs that all begin with the same bucket: what is behind it is the file's name. */
export function limitsOnUris(bucket: string, condition: Condition | undefined): Limits {
  const { lower, upper } = limitsOn("Filename", condition);
  const ofNames = {
    lower: lower === undefined ? undefined : `${bucket}${lower}`,
    upper: upper === undefined ? undefined : `${bucket}${upper}`,
  };
  return narrowest([limitsOn("URI", condition), ofNames]);
}

function narrowest(all: readonly Limits[]): Limits {
  let lower: Limit | undefined;
  let upper: Limit | undefined;
  for (const limits of all) {
    if (limits.lower !== undefined && (lower === undefined || compare(limits.lower, lower) > 0)) {
      lower = limits.lower;
    }
    if (limits.upper !== undefined && (upper === undefined || compare(limits.upper, upper) < 0)) {
      upper = limits.upper;
    }
  }
  return { lower, upper };
}
