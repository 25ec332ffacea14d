import type { FieldRef } from "@pothos/core";
import { aggregateOperations, groupsPage } from "../../../contract/query/aggregations.ts";
import type * as wire from "../../../contract/wire.ts";
import { bringsPage } from "../../schema/action-extensions.ts";
import { builder } from "../../schema/builder.ts";
import { firstOf } from "../../paging/connection.ts";
import type { FieldAggregates } from "./aggregates.ts";

type Types = (typeof builder)["$inferSchemaTypes"];
type Operation = keyof typeof aggregateOperations;

const ValueGroupType = builder
  .objectRef<wire.SimpleQueryResponseBodyAggregationsGroups>("ValueGroup")
  .implement({
    description: "The files that have one value of a field.",
    fields: (t) => ({
      value: t.exposeString("Value", {
        nullable: true,
        description: "The value, as text, also of a number or a time. Example: `image`.",
      }),
      count: t.expose("Count", {
        type: "Count",
        nullable: true,
        description: "How many files have it. It may be approximate. Example: `5`.",
      }),
    }),
  });

const resultOf = ({ aggregates, field }: FieldAggregates, operation: Operation) =>
  aggregates.get({ Field: field, Operation: aggregateOperations[operation] });

/** What is computed of values of any kind. */
function valueFields(t: PothosSchemaTypes.ObjectFieldBuilder<Types, FieldAggregates>) {
  return {
    count: t.field({
      type: "Count",
      nullable: true,
      description: "How many files have a value. Example: `10`.",
      resolve: (source) => resultOf(source, "count")?.Value,
    }),
    distinct: t.field({
      type: "Count",
      nullable: true,
      description:
        "How many distinct values there are. Approximate: nearly exact below 10,000, about 2 % off at a hundred million. Example: `6`.",
      resolve: (source) => resultOf(source, "distinct")?.Value,
    }),
    groups: t.field({
      type: [ValueGroupType],
      nullable: true,
      description:
        "The values with the number of files that have each, most frequent first. Both may be approximate.",
      ...bringsPage(groupsPage),
      args: {
        first: t.arg.int({
          description: `How many groups to return at most, 1 to ${groupsPage.max}. Default: ${groupsPage.default}, or 10 in a list.`,
        }),
      },
      resolve(source, { first }, _context, info) {
        const result = resultOf(source, "groups");
        return result && (result.Groups ?? []).slice(0, firstOf(first, info, groupsPage));
      },
    }),
  };
}

/** One number that is computed of numbers. */
function numberField(
  t: PothosSchemaTypes.ObjectFieldBuilder<Types, FieldAggregates>,
  operation: Operation,
  description: string,
): FieldRef<Types, number | null | undefined> {
  return t.float({
    nullable: true,
    description,
    resolve(source) {
      const value = resultOf(source, operation)?.Value ?? null;
      // An integer that a double doesn't hold is read exactly.
      return value === null ? null : Number(value);
    },
  });
}

export const ValueAggregateType = builder.objectRef<FieldAggregates>("ValueAggregate").implement({
  description: "Statistics of a field over the files that match.",
  fields: valueFields,
});

export const NumberAggregateType = builder.objectRef<FieldAggregates>("NumberAggregate").implement({
  description:
    "Statistics of a numeric field over the files that match. IMM returns floating-point numbers: beyond 2^53 they are not exact.",
  fields: (t) => ({
    ...valueFields(t),
    min: numberField(t, "min", "The smallest; null if no file has one. Example: `1000`."),
    max: numberField(t, "max", "The largest; null if no file has one. Example: `2000000`."),
    sum: numberField(t, "sum", "All together; beyond 2^53 it is not exact. Example: `2001000`."),
    average: numberField(t, "average", "Their mean; null if no file has one. Example: `1000500`."),
  }),
});
