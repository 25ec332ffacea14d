import type { InputFieldBuilder, InputFieldRef, InputRef } from "@pothos/core";
import { filterOperators, type FilterOperator } from "../../../contract/query/filters.ts";
import type { QueryKind } from "../../../contract/query-fields.ts";
import { builder } from "../../schema/builder.ts";
import { NearInput, ranges, WithinInput, type Operand } from "./operands.ts";

type Types = (typeof builder)["$inferSchemaTypes"];
type Fields = InputFieldBuilder<Types, "InputObject">;

interface Kind {
  readonly name: string;
  readonly description: string;
  readonly operand: Operand;
  readonly example: string;
}

const kinds: Readonly<Record<QueryKind, Kind>> = {
  string: {
    name: "StringFilterInput",
    description: "Conditions on text; all must hold. Case-sensitive.",
    operand: "String",
    example: "image",
  },
  text: {
    name: "TextFilterInput",
    description:
      "Conditions on text that can also be searched for words; all must hold. Case-sensitive, except `matchPhrase`.",
    operand: "String",
    example: "kyoto",
  },
  document: {
    name: "DocumentFilterInput",
    description: "Conditions on text that can only be searched for words; all must hold.",
    operand: "String",
    example: "invoice",
  },
  integer: {
    name: "LongFilterInput",
    description: "Conditions on an integer; all must hold.",
    operand: "Long",
    example: '"1048576"',
  },
  number: {
    name: "FloatFilterInput",
    description: "Conditions on a number; all must hold.",
    operand: "Float",
    example: "0.8",
  },
  time: {
    name: "DateTimeFilterInput",
    description: "Conditions on a point in time; all must hold.",
    operand: "DateTime",
    example: "2024-07-01T00:00:00+08:00",
  },
  place: {
    name: "PlaceFilterInput",
    description: "Conditions on a place on earth; all must hold.",
    operand: "String",
    example: "",
  },
};

const operators: Readonly<
  Record<FilterOperator, (t: Fields, operand: Operand, example: string) => InputFieldRef<Types, unknown>>
> = {
  between: (t, operand) =>
    t.field({
      type: ranges[operand],
      description: "In this range, including both ends. Counts as two conditions.",
    }),
  eq: (t, type, example) => t.field({ type, description: `Equal to this. Example: \`${example}\`.` }),
  exists: (t) =>
    t.boolean({ description: "`true`: the file has a value; `false`: it has none. Example: `true`." }),
  gt: (t, type, example) => t.field({ type, description: `Greater than this. Example: \`${example}\`.` }),
  gte: (t, type, example) =>
    t.field({ type, description: `Greater than this, or equal to it. Example: \`${example}\`.` }),
  in: (t, type, example) =>
    t.field({
      type: [type],
      description: `Equal to one of these, each of which counts as a condition; at least 1. Example: \`[${example.startsWith('"') || type === "Float" ? example : `"${example}"`}]\`.`,
    }),
  lt: (t, type, example) => t.field({ type, description: `Less than this. Example: \`${example}\`.` }),
  lte: (t, type, example) =>
    t.field({ type, description: `Less than this, or equal to it. Example: \`${example}\`.` }),
  matchPhrase: (t, type, example) =>
    t.field({ type, description: `Contains these words beside each other. Example: \`${example}\`.` }),
  near: (t) => t.field({ type: NearInput, description: "In this circle." }),
  prefix: (t, type, example) => t.field({ type, description: `Begins with this. Example: \`${example}\`.` }),
  within: (t) => t.field({ type: WithinInput, description: "In this area." }),
};

/** The fields of a filter: exactly the operators that the kind of field takes. */
function operatorFields(t: Fields, kind: QueryKind) {
  const { operand, example } = kinds[kind];
  return Object.fromEntries(
    filterOperators(kind).map((name) => [name, operators[name](t, operand, example)] as const),
  );
}

function filterInput(kind: QueryKind): InputRef<object> {
  const { name, description } = kinds[kind];
  return builder.inputType(name, { description, fields: (t) => operatorFields(t, kind) });
}

/** The filter of each kind of field. */
export const filters: Readonly<Record<QueryKind, InputRef<object>>> = {
  string: filterInput("string"),
  text: filterInput("text"),
  document: filterInput("document"),
  integer: filterInput("integer"),
  number: filterInput("number"),
  time: filterInput("time"),
  place: filterInput("place"),
};

export const KeyedFilterInput = builder.inputType("KeyedFilterInput", {
  description: "Conditions on the value of one key of a map; all must hold.",
  fields: (t) => ({
    key: t.string({ required: true, description: "The key, which is not empty. Example: `trip`." }),
    ...operatorFields(t, "string"),
  }),
});
