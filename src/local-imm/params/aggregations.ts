import { z } from "zod";
import { isNumeric } from "../../contract/query-fields.ts";
import type { AggregateOperation, Aggregation } from "../store/search/aggregates/aggregation.ts";
import { subjectOf } from "./conditions.ts";
import { list } from "./schemas/list.ts";
import { text } from "./schemas/text.ts";

const ofNumbers: readonly AggregateOperation[] = ["min", "max", "sum", "average"];
const ofAll: readonly AggregateOperation[] = ["count", "distinct", "group"];

/** An aggregation, with the field as it was sent. */
export interface NamedAggregation extends Aggregation {
  readonly Field: string;
}

const aggregation = z
  .object({ Field: text(), Operation: z.enum([...ofNumbers, ...ofAll]) })
  .transform(({ Field, Operation }, { issues }): NamedAggregation => {
    const found = subjectOf(Field);
    const isComputed = found && found.kind !== "place" && found.kind !== "document";
    if (!isComputed) {
      const message = "must name a field that is aggregated, such as Size or Labels.LabelName";
      issues.push({ code: "custom", path: ["Field"], message, input: Field });
      return z.NEVER;
    }
    if (ofNumbers.includes(Operation) && !isNumeric(found.kind)) {
      const message = `must be one of ${ofAll.join(", ")} for ${Field}, which isn't a number`;
      issues.push({ code: "custom", path: ["Operation"], message, input: Operation });
      return z.NEVER;
    }
    return { Field, subject: found.subject, operation: Operation };
  });

/** The parameter Aggregations; how many there may be isn't documented. */
export const aggregations: z.ZodType<NamedAggregation[]> = list(aggregation, 200);
