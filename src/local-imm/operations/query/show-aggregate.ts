import type { SimpleQueryResponseBodyAggregations } from "../../../contract/wire.ts";
import type { NamedAggregation } from "../../params/aggregations.ts";
import { type Aggregate, kindOf } from "../../store/search/aggregates/aggregation.ts";
import { formatTime } from "../../time.ts";

/** What is computed of a field, as IMM answers it. */
export function showAggregate(
  { Field, subject, operation }: NamedAggregation,
  { value, groups }: Aggregate,
): SimpleQueryResponseBodyAggregations {
  const isTime = kindOf(subject) === "time";
  const show = (each: bigint | number | string) => (isTime ? formatTime(each as bigint) : String(each));
  return {
    ...{ Field, Operation: operation },
    ...(value !== undefined && { Value: value }),
    ...(groups && { Groups: groups.map(({ value: each, count }) => ({ Value: show(each), Count: count })) }),
  };
}
