import {
  getNamedType,
  isAbstractType,
  isLeafType,
  isObjectType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
} from "graphql";
import type { Draw } from "./draw.ts";

const aliases = ["a", "b", "then", "__proto__", "constructor", "hasOwnProperty", "toJSON", "toString"];
const definitions =
  "($yes: Boolean!, $no: Boolean = false, $maybe: Boolean, $int: Int, $text: String, $color: Color = GREEN, $boxes: [Box], $box: Box)";

/** A document with operations of each kind and fragments; most, but not all, are valid. */
export function randomDocument(schema: GraphQLSchema, draw: Draw): string {
  const composite = Object.values(schema.getTypeMap()).filter(
    (type) => (isObjectType(type) || isAbstractType(type)) && !type.name.startsWith("__"),
  );
  const fragments = Array.from({ length: 3 }, () => draw.of(composite));

  const roots = {
    query: schema.getQueryType()!,
    mutation: schema.getMutationType()!,
    subscription: schema.getSubscriptionType() ?? schema.getQueryType()!,
  };

  /** Fragments use only those behind them, so that there is no circle. */
  function selectionSet(type: GraphQLNamedType, depth: number, from: number): string {
    const selections = Array.from({ length: 1 + draw.below(5) }, () => selection(type, depth, from));
    return `{ ${selections.join(" ")} }`;
  }

  function selection(type: GraphQLNamedType, depth: number, from: number): string {
    const kind = draw.below(10);
    if (kind === 0 && from < fragments.length) {
      return `...F${from + draw.below(fragments.length - from)} ${directives()}`;
    }
    if (kind === 1 && depth > 0) {
      const on = draw.chance(0.3) ? type : draw.of(composite);
      const condition = draw.chance(0.2) ? "" : `on ${on.name}`;
      return `... ${condition} ${directives()} ${selectionSet(condition ? on : type, depth - 1, from)}`;
    }
    const alias = draw.chance(0.3) ? `${draw.of(aliases)}: ` : "";
    const fields =
      isObjectType(type) || (isAbstractType(type) && "getFields" in type)
        ? Object.values(type.getFields())
        : [];
    if (fields.length === 0 || (kind === 2 && draw.chance(0.4))) return `${alias}__typename ${directives()}`;
    // Not in a mutation, where graphql-js waits a turn for it, so that what is left of a failed field runs before the next.
    if (kind === 3 && draw.chance(0.1) && type !== roots.mutation) return `${alias}nowhere`;
    const field = draw.of(fields);
    const of = getNamedType(field.type);
    if (isLeafType(of)) return `${alias}${field.name}${args(field)} ${directives()}`;
    if (depth === 0) return `${alias}__typename`;
    return `${alias}${field.name}${args(field)} ${directives()} ${selectionSet(of, depth - 1, from)}`;
  }

  function directives(): string {
    if (draw.chance(0.85)) return "";
    const value = draw.of([
      "true",
      "false",
      "$yes",
      "$no",
      "$yes",
      "$no",
      "$maybe",
      draw.chance(0.1) ? "3" : "true",
    ]);
    return `@${draw.of(["skip", "include"])}(if: ${value})`;
  }

  function args({ args: defined }: GraphQLField<unknown, unknown>): string {
    const given = defined.flatMap(({ name }) => {
      if (draw.chance(0.3)) return [];
      const values: Record<string, readonly string[]> = {
        int: ["1", "$int", "null", draw.chance(0.1) ? '"text"' : "2"],
        text: ['"text"', "$text", "null"],
        color: ["RED", "BLUE", "$color", "null"],
        boxes: [
          "[{ size: 1 }]",
          "$boxes",
          "[$box]",
          "{ size: $int, odd: { deep: [$text] } }",
          "[null]",
          "[]",
        ],
        odd: ["{ a: [1, $int] }", "1", "A", "null", "$text"],
      };
      return [`${name}: ${draw.of(values[name]!)}`];
    });
    return given.length > 0 ? `(${given.join(", ")})` : "";
  }

  const kinds = ["query", "query", "mutation", draw.of(["query", "subscription"] as const)] as const;
  const kind = draw.of(kinds);
  const operation = `${kind} One${definitions} ${selectionSet(roots[kind], 3, 0)}`;
  const other = draw.chance(0.1) ? `query Other ${selectionSet(roots.query, 1, 0)}` : "";
  const written = fragments.map(
    (type, index) => `fragment F${index} on ${type.name} ${selectionSet(type, 2, index + 1)}`,
  );
  return [operation, other, ...written].join("\n");
}

/** Variables for these documents; some don't coerce. */
export function randomVariables(draw: Draw): Record<string, unknown> {
  return {
    ...(!draw.chance(0.03) && { yes: draw.chance(0.7) }),
    ...(draw.chance(0.5) && { no: draw.chance(0.03) ? null : draw.chance(0.3) }),
    ...(draw.chance(0.7) && { maybe: draw.chance(0.1) ? null : draw.chance(0.5) }),
    ...(draw.chance(0.5) && { int: draw.of([1, 2, null, 3]) }),
    ...(draw.chance(0.5) && { text: draw.of(["x", null, "y"]) }),
    ...(draw.chance(0.3) && { color: draw.of(["RED", "BLUE", null, draw.chance(0.1) ? "PINK" : "RED"]) }),
    ...(draw.chance(0.3) && { boxes: draw.of([[{ size: 1 }, null], null, { size: 2, colors: ["RED"] }]) }),
    ...(draw.chance(0.3) && { box: draw.of([{ size: 3 }, null]) }),
  };
}
