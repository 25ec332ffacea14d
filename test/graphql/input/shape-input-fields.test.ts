import { buildSchema, coerceInputValue, type GraphQLInputObjectType } from "graphql";
import { describe, expect, it } from "vitest";
import { schema } from "../../../src/graphql/schema.ts";
import { shapeInputFields } from "../../../src/graphql/input/shape-input-fields.ts";

const shaped = () => {
  const built = buildSchema("input Point { x: Int! y: Int = 2 } type Query { a(at: Point): Int }");
  const type = built.getType("Point") as GraphQLInputObjectType;
  const before = { ...type.getFields() };
  shapeInputFields(built);
  return { type, before };
};

describe("the fields of an input type", () => {
  it("are those that it had, in their order", () => {
    const { type, before } = shaped();

    expect(Object.entries(type.getFields())).toEqual(Object.entries(before));
    expect(coerceInputValue({ x: 1 }, type)).toEqual({ x: 1, y: 2 });
  });

  it.each(["constructor", "__proto__", "valueOf", "z"])("are no others: %s", (name) => {
    const { type } = shaped();
    const value = JSON.parse(`{ "x": 1, "${name}": 2 }`) as object;

    expect(() => coerceInputValue(value, type)).toThrow(`Field "${name}" is not defined by type "Point".`);
  });

  it("are of a shape in the graph", () => {
    const type = schema.getType("FileInput") as GraphQLInputObjectType;

    expect(type.getFields()).toBe(type.getFields());
    expect(Object.hasOwn(type, "getFields")).toBe(true);
    expect(Object.getPrototypeOf(type.getFields())).toBeNull();
  });
});
