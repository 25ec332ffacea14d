import { builder } from "../../schema/builder.ts";

/** The scalar of a filter's operands. */
export type Operand = "DateTime" | "Float" | "Long" | "String";

const PointInput = builder.inputType("PointInput", {
  description: "A place on earth.",
  fields: (t) => ({
    latitude: t.float({
      required: true,
      description: "In degrees, -90 to 90; positive to the north. Example: `48.85`.",
    }),
    longitude: t.float({
      required: true,
      description: "In degrees, -180 to 180; positive to the east. Example: `2.29`.",
    }),
  }),
});

export const NearInput = builder.inputType("NearInput", {
  description: "A circle on earth.",
  fields: (t) => ({
    latitude: t.float({
      required: true,
      description: "Its centre's latitude in degrees, -90 to 90; positive to the north. Example: `48.85`.",
    }),
    longitude: t.float({
      required: true,
      description: "Its centre's longitude in degrees, -180 to 180; positive to the east. Example: `2.29`.",
    }),
    metres: t.float({ required: true, description: "Its radius in metres, from 0. Example: `5000`." }),
  }),
});

const BoxInput = builder.inputType("BoxInput", {
  description: "An area between two latitudes and two longitudes.",
  fields: (t) => ({
    northWest: t.field({
      type: PointInput,
      required: true,
      description: "Its top left corner, which is not south of the other.",
    }),
    southEast: t.field({ type: PointInput, required: true, description: "Its bottom right corner." }),
  }),
});

export const WithinInput = builder.inputType("WithinInput", {
  description: "An area on earth; if both are given, their intersection.",
  fields: (t) => ({
    box: t.field({ type: BoxInput, description: "Within this box." }),
    polygon: t.field({
      type: [PointInput],
      description: "Within the polygon with these corners, in order around its outline; at least 3.",
    }),
  }),
});

/** A range of values, for each scalar that has an order. */
function rangeInput(operand: Operand, examples: { from: string; to: string }) {
  return builder.inputType(`${operand}RangeInput`, {
    description: "A range of values, both ends included.",
    fields: (t) => ({
      from: t.field({
        type: operand,
        required: true,
        description: `The smallest value. Example: \`${examples.from}\`.`,
      }),
      to: t.field({
        type: operand,
        required: true,
        description: `The largest value. Example: \`${examples.to}\`.`,
      }),
    }),
  });
}

export const ranges = {
  String: rangeInput("String", { from: "a", to: "b" }),
  Long: rangeInput("Long", { from: '"1000"', to: '"1048576"' }),
  Float: rangeInput("Float", { from: "0.5", to: "1" }),
  DateTime: rangeInput("DateTime", { from: "2024-07-01T00:00:00+08:00", to: "2024-07-31T23:59:59+08:00" }),
};
